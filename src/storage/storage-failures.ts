import { StorageError } from '../core/index.ts';

/** There is no run of that id. */
export function missingRun(): StorageError {
  return new StorageError('missing', 'This run is no longer stored: it was deleted.');
}

/** There is another run of that id. */
export function takenId(): StorageError {
  return new StorageError('taken', 'Another run is stored under the same id.');
}

/** What the browser's storage threw, as a sentence that says what to do. */
export function storageFailure(cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  switch (name) {
    case 'QuotaExceededError':
      return new StorageError(
        'full',
        'The browser has no room left for this page: export and delete runs that you no longer need.',
        { cause },
      );
    case 'VersionError':
      return new StorageError(
        'unavailable',
        'The stored runs were written by a newer version of this page: reload it to get that version.',
        { cause },
      );
    default:
      return new StorageError(
        'unavailable',
        "The browser's storage can't be used, as in some private windows: runs can't be kept, so export those you need.",
        { cause },
      );
  }
}

/** An older page holds the storage in another tab. */
export function storageBlocked(): StorageError {
  return new StorageError(
    'blocked',
    'Another tab holds an older version of this page open: close the other tabs, then reload this one.',
  );
}

/** The storage was taken over by a newer page while this one was open. */
export function storageSuperseded(): StorageError {
  return new StorageError(
    'blocked',
    'A newer version of this page was opened in another tab: reload this one to go on keeping runs.',
  );
}
