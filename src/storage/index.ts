/** Keeps runs in the browser, and reads and writes them as files. */
export { parseRunFile, runFileFormat } from './export/run-file.ts';
export { keepValue, localStorageOrNull } from './kept-value.ts';
export { newRunId } from './open-run-store.ts';
export { openRunStore } from './open-run-store.ts';
