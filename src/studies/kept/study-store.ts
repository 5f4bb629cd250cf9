import { messageOf } from '../../core/index.ts';
import { type KeptStudy, readKeptStudy, type StudyReaders } from './kept-study.ts';

/** Plain values that outlive the page, by id. What is read back is hostile. Throws StorageError where the storage fails. */
export interface KeptDocuments {
  all(): Promise<readonly (readonly [id: string, value: unknown])[]>;
  /** Undefined where there is none of that id. */
  get(id: string): Promise<unknown>;
  /** Kept when it resolves. */
  put(id: string, value: unknown): Promise<void>;
  /** Does nothing where there is none of that id. */
  remove(id: string): Promise<void>;
}

/** All studies that are kept. */
export interface StudyList {
  /** Newest first. */
  readonly studies: readonly KeptStudy[];
  /** Ids of those that this page can't read; they can still be removed. */
  readonly unreadable: readonly string[];
}

/** Keeps what studies are of. Their runs are kept as all runs are, and stay when a study is removed. */
export interface StudyStore {
  list(): Promise<StudyList>;
  /** Null where there is none of that id any more. */
  load(id: string): Promise<KeptStudy | null>;
  put(study: KeptStudy): Promise<void>;
  remove(id: string): Promise<void>;
}

export function createStudyStore(documents: KeptDocuments, readers: StudyReaders): StudyStore {
  return {
    list: async () => {
      const studies: KeptStudy[] = [];
      const unreadable: string[] = [];
      for (const [id, value] of await documents.all()) {
        const study = readOrNull(value, readers);
        if (study?.id === id) studies.push(study);
        else unreadable.push(id);
      }
      studies.sort((one, other) => other.createdAt - one.createdAt);
      return { studies, unreadable };
    },
    load: async (id) => {
      const value = await documents.get(id);
      if (value === undefined) return null;
      try {
        return readKeptStudy(value, readers);
      } catch (cause) {
        throw new Error(`This study can’t be read any more: remove it. ${messageOf(cause)}`, {
          cause,
        });
      }
    },
    put: (study) => documents.put(study.id, study),
    remove: (id) => documents.remove(id),
  };
}

function readOrNull(value: unknown, readers: StudyReaders): KeptStudy | null {
  try {
    return readKeptStudy(value, readers);
  } catch {
    return null;
  }
}
