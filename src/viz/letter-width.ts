import { useSyncExternalStore } from 'react';
import { LETTER_WIDTH } from './layout/wrap-words.ts';

const SAMPLE = 'The quick answer names an example, and then it says why this one was chosen.';

/**
 * The average advance of a letter of the page's prose face, in em: of its stand-in until the face is there, then measured
 * again. Outside a browser, the assumed one.
 */
export function useLetterWidth(): number {
  return useSyncExternalStore(subscribe, letterWidth, () => LETTER_WIDTH);
}

let measured: number | null = null;

function letterWidth(): number {
  measured ??= measureLetterWidth();
  return measured;
}

function subscribe(listener: () => void): () => void {
  if (!('fonts' in document)) return () => undefined;
  const { fonts } = document;
  const measureAgain = (): void => {
    measured = null;
    listener();
  };
  fonts.addEventListener('loadingdone', measureAgain);
  return () => {
    fonts.removeEventListener('loadingdone', measureAgain);
  };
}

function measureLetterWidth(): number {
  const context = document.createElement('canvas').getContext('2d');
  const face = getComputedStyle(document.documentElement).getPropertyValue('--font-prose');
  if (context === null || face === '') return LETTER_WIDTH;
  context.font = `100px ${face}`;
  const width = context.measureText(SAMPLE).width / 100 / SAMPLE.length;
  // A few lines have more than their share of wide letters.
  return width > 0 ? width * 1.06 : LETTER_WIDTH;
}
