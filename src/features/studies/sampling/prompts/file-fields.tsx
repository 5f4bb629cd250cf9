import { useId } from 'react';
import type { ReadPromptSet } from '../../../../studies/index.ts';
import {
  FileButton,
  Folded,
  formatCount,
  Note,
  NumberField,
  Problem,
} from '../../../../ui/index.ts';
import type { StudyFieldsProps } from '../study-fields.tsx';
import { MOST_OF_FILE } from '../study-form.ts';
import { ColumnFields } from './column-fields.tsx';
import type { HeldFile } from './use-held-file.ts';
import styles from '../../studies.module.css';

export interface FileFieldsProps extends StudyFieldsProps {
  readonly held: HeldFile;
}

/** A file of prompts from disk: which one, what its columns are, and which of its rows can't be read. */
export function FileFields({ form, held, onChange }: FileFieldsProps) {
  const { file, read, problem, choose, map } = held;
  return (
    <>
      <div className={styles.actions}>
        <FileButton
          label="File of prompts"
          accept=".jsonl,.ndjson,.csv,.tsv,.txt,text/csv,text/tab-separated-values"
          onFiles={([chosen]) => {
            if (chosen !== undefined) choose(chosen);
          }}
        >
          {file === null ? 'Choose a file' : 'Choose another file'}
        </FileButton>
      </div>
      {problem !== null && <Problem role="alert">{problem}</Problem>}
      <Note role="status">{fileSentence(file?.name ?? null, read)}</Note>
      {read !== null && read.columnNames.length > 0 && <ColumnFields {...{ read, map }} />}
      {read !== null && <BadRows read={read} />}
      {read !== null && read.prompts.length > 0 && (
        <NumberField
          label="Prompts of the file at most"
          value={form.fileCount}
          min={1}
          max={MOST_OF_FILE}
          step={1}
          hint="From its top, each with all of its preferences."
          onChange={(count) => {
            onChange({ ...form, fileCount: count });
          }}
        />
      )}
    </>
  );
}

const NO_FILE =
  'JSON Lines, CSV or TSV, a prompt a row, 20 MB at most. Columns called prompt or instruction, input, preference, preference_1 … are found by themselves. It stays on this machine, and after a reload it is chosen again.';

function fileSentence(name: string | null, read: ReadPromptSet | null): string {
  if (name === null || read === null) return NO_FILE;
  const { prompts } = read;
  const own = prompts.filter(({ preference }) => preference !== '').length;
  if (prompts.length === 0) return `${name}: no prompts yet.`;
  return `${name}: ${formatCount(prompts.length)} to ask, ${formatCount(own)} of them with a preference of their own.`;
}

/** Problems that are in sight at once. */
const SHOWN_PROBLEMS = 5;

/** What can't be read, by line, and what to do about it. */
function BadRows({ read }: { readonly read: ReadPromptSet }) {
  const id = useId();
  const { problems, furtherProblems } = read;
  const count = problems.length + furtherProblems;
  if (count === 0) return null;
  const isOfFile = problems.some(({ line }) => line === null);
  const others = problems.slice(SHOWN_PROBLEMS);
  return (
    <div className={styles.badRows}>
      <p id={id}>{isOfFile ? OF_FILE : ofRows(count)}</p>
      <Sentences of={problems.slice(0, SHOWN_PROBLEMS)} labelledBy={id} />
      {others.length > 0 && (
        <Folded summary={`${String(others.length)} more`}>
          <Sentences of={others} labelledBy={id} />
        </Folded>
      )}
      {furtherProblems > 0 && <Note>And {formatCount(furtherProblems)} that are not named.</Note>}
    </div>
  );
}

interface SentencesProps {
  readonly of: ReadPromptSet['problems'];
  readonly labelledBy: string;
}

function Sentences({ of, labelledBy }: SentencesProps) {
  return (
    <ul aria-labelledby={labelledBy}>
      {of.map(({ sentence }, place) => (
        <li key={place} dir="auto">
          {sentence}
        </li>
      ))}
    </ul>
  );
}

const OF_FILE = 'The file can’t be used as it is:';

function ofRows(count: number): string {
  const [rows, them] =
    count === 1 ? ['A row is', 'it'] : [`${formatCount(count)} rows are`, 'them'];
  return `${rows} left out. Mend ${them} in the file and choose it again, or go on without ${them}:`;
}
