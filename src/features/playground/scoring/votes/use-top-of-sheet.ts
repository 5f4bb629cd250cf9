import { useEffect, useRef, type RefObject } from 'react';

/**
 * Scrolls the dialog back to its top with every new question, so that long texts are read from their beginning.
 *
 * @param step changes with each question.
 * @returns for any element in the dialog.
 */
export function useTopOfSheet(step: number): RefObject<HTMLParagraphElement | null> {
  const inside = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    inside.current?.closest('[role="dialog"]')?.scrollTo({ top: 0 });
  }, [step]);
  return inside;
}
