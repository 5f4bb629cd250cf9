import { type ComponentType, lazy } from 'react';
import { Note } from './notes-and-progress.tsx';

/**
 * A part of the page that is fetched when it is first drawn, or before by `fetch`, where the network may be gone by then. What can't
 * be fetched takes nothing else along.
 *
 * @param load what is fetched; it may fail
 * @param instead what stands in its place where it can't be had: a sentence, or what does its work
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  instead: string | ComponentType<Props>,
) {
  const fetch = (): Promise<ComponentType<Props>> =>
    load().catch(() =>
      typeof instead === 'string' ? () => <Note role="alert">{instead}</Note> : instead,
    );
  return { Part: lazy(async () => ({ default: await fetch() })), fetch };
}
