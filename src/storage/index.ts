/** Keeps runs in the browser, and reads and writes them as files. */
export { exportRun, parseRunFile, runFileFormat } from './export/run-file.ts';
export { keepValue, localStorageOrNull } from './kept-value.ts';
export { newRunId } from './new-run-id.ts';
export { openRunStore, type OpenedRunStore } from './open-run-store.ts';
