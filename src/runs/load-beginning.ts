import type { LoadProgress } from '../core/index.ts';

/** What a load is said to be at before its loader has said anything. */
export const LOAD_BEGINNING: LoadProgress = {
  stage: 'start',
  loadedBytes: null,
  totalBytes: null,
  fraction: null,
  message: 'Getting ready',
};
