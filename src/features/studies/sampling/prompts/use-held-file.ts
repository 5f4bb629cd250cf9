import { useMemo, useState } from 'react';
import { messageOf } from '../../../../core/index.ts';
import {
  type AskedColumns,
  openPromptFile,
  type PromptColumns,
  type PromptFile,
  readPromptSet,
  type ReadPromptSet,
} from '../../../../studies/index.ts';
import type { HeldPromptFile, StudyTools } from '../study-tools.ts';

/** The file of prompts that a person chose, what is read of it, and why the last one chosen couldn't be opened. */
export interface HeldFile {
  readonly file: PromptFile | null;
  readonly read: ReadPromptSet | null;
  /** A sentence; null where there is no problem. */
  readonly problem: string | null;
  readonly choose: (file: File) => void;
  /** Says which columns are read as what; what is left out stays as it is. */
  readonly map: (columns: AskedColumns) => void;
}

/** A file of prompts, read anew whenever its columns are mapped otherwise. One that can't be opened leaves the one before. */
export function useHeldFile({ heldFile }: Pick<StudyTools, 'heldFile'>): HeldFile {
  const [held, setHeld] = useState(() => heldFile.read());
  const [problem, setProblem] = useState<string | null>(null);
  const read = useMemo(() => (held === null ? null : readHeld(held)), [held]);
  const hold = (next: HeldPromptFile): void => {
    heldFile.write(next);
    setHeld(next);
  };
  return {
    ...{ read, problem },
    file: held?.file ?? null,
    choose: (chosen) => {
      openPromptFile(chosen).then(
        (file) => {
          setProblem(null);
          hold({ file, columns: columnsStillThere(file, heldFile.read()?.columns ?? {}) });
        },
        (error: unknown) => {
          setProblem(messageOf(error));
        },
      );
    },
    map: (columns) => {
      if (held !== null) hold({ ...held, columns: { ...held.columns, ...columns } });
    },
  };
}

function readHeld({ file, columns }: HeldPromptFile): ReadPromptSet {
  return readPromptSet(file.text, { fileName: file.name, columns });
}

/** What was said of the columns counts for another file that has them all: most often the same one, mended. */
function columnsStillThere(file: PromptFile, columns: AskedColumns): AskedColumns {
  const { columnNames } = readPromptSet(file.text, { fileName: file.name });
  const named = [columns.prompt, columns.id, columns.input, ...(columns.preferences ?? [])];
  return named.every((name) => typeof name !== 'string' || columnNames.includes(name))
    ? columns
    : {};
}

/** The preference columns after one was chosen at this place; null takes it away. */
export function preferencesWith(
  { preferences }: Pick<PromptColumns, 'preferences'>,
  place: number,
  name: string | null,
): readonly string[] {
  const changed = preferences.toSpliced(place, 1, ...(name === null ? [] : [name]));
  return [...new Set(changed)];
}
