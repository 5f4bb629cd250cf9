/** Keeps runs in the browser, and reads and writes them as files. */
export { parseRunFile, runFileFormat } from './run-file/import-and-export-run.ts';
export { readRunFile } from './run-file/late-run-file-reader.ts';
export { keepValue, localStorageOrNull } from './keep-value-in-local-storage.ts';
export { newRunId } from './open-run-store.ts';
export { openRunStore } from './open-run-store.ts';
