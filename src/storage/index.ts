/** Keeps runs in the browser, and reads and writes them as files. */
export { exportRun, parseRunFile, RUN_FILE_FORMAT, runFileFormat } from './export/run-file.ts';
export { keepValue, localStorageOrNull, type KeptValue } from './kept-value.ts';
export { MemoryRunStore } from './memory/memory-run-store.ts';
export { newRunId } from './new-run-id.ts';
export { openRunStore, type OpenedRunStore } from './open-run-store.ts';
