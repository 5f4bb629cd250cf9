import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

export interface ElementSize {
  readonly width: number;
  readonly height: number;
}

/** The content size of an element in CSS pixels, kept up to date; null before it is known (and outside a browser). */
export function useElementSize(ref: RefObject<Element | null>): ElementSize | null {
  const [size, setSize] = useState<ElementSize | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    setSize({ width, height });
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const box = entry.contentRect;
      setSize({ width: box.width, height: box.height });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [ref]);
  // What is drawn as high as its width asks for has its height only now: it is known before anything is painted.
  const isMeasuredAgain = useRef(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (size === null || element === null || isMeasuredAgain.current) return;
    isMeasuredAgain.current = true;
    const { width, height } = element.getBoundingClientRect();
    if (width !== size.width || height !== size.height) setSize({ width, height });
  }, [ref, size]);
  return size;
}
