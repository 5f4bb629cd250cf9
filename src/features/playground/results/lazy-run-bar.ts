import { latePart } from '../../../ui/index.ts';
import type { RunBarProps } from './run-bar.tsx';

/** How far a run has got: fetched when one begins. */
export const { Part: RunBar } = latePart<RunBarProps>(
  async () => (await import('./run-bar.tsx')).RunBar,
  'How far the run is can’t be shown: that part of the page could not be fetched.',
);
