import { useState } from 'react';
import { Button, CheckboxField, Note, SelectField, TextField } from '../../ui/index.ts';
import type { OfferedRun } from './study-runs.ts';
import styles from './studies.module.css';

export interface RunPickerProps {
  readonly runs: readonly OfferedRun[];
  /** Ids of those that are not to be read. */
  readonly leftOut: ReadonlySet<string>;
  readonly onChange: (leftOut: ReadonlySet<string>) => void;
}

type Origin = 'any' | 'here' | 'elsewhere';

const ORIGINS = [
  { value: 'any', label: 'Sampled anywhere' },
  { value: 'here', label: 'Sampled here' },
  { value: 'elsewhere', label: 'Imported or kept' },
] as const;

/** Which runs a study takes: each by a box, or all that a search finds. */
export function RunPicker({ runs, leftOut, onChange }: RunPickerProps) {
  const [words, setWords] = useState('');
  const [origin, setOrigin] = useState<Origin>('any');
  const shown = runs.filter((run) => isFound(run, words, origin));
  const change = (changed: readonly OfferedRun[], isTaken: boolean): void => {
    const next = new Set(leftOut);
    for (const { id } of changed) {
      if (isTaken) next.delete(id);
      else next.add(id);
    }
    onChange(next);
  };
  return (
    <div className={styles.picker}>
      <SearchFields {...{ words, origin }} onWords={setWords} onOrigin={setOrigin} />
      <PickButtons
        {...{ shown, runs, change }}
        onAlone={(chosen) => {
          const ids = new Set(chosen.map(({ id }) => id));
          onChange(new Set(runs.flatMap(({ id }) => (ids.has(id) ? [] : [id]))));
        }}
      />
      <ul className={styles.offered} aria-label="Runs to choose from">
        {shown.map((run) => (
          <li key={run.id} dir="auto">
            <CheckboxField
              label={run.name.trim() === '' ? 'Untitled run' : run.name}
              checked={!leftOut.has(run.id)}
              hint={run.facts}
              onChange={(isTaken) => {
                change([run], isTaken);
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SearchFieldsProps {
  readonly words: string;
  readonly origin: Origin;
  readonly onWords: (words: string) => void;
  readonly onOrigin: (origin: Origin) => void;
}

function SearchFields({ words, origin, onWords, onOrigin }: SearchFieldsProps) {
  return (
    <div className={styles.search}>
      <TextField label="Find by name, prompt or model" value={words} onChange={onWords} rows={1} />
      <SelectField
        label="Where from"
        value={origin}
        options={ORIGINS}
        onChange={(value) => {
          onOrigin(ORIGINS.find((each) => each.value === value)?.value ?? 'any');
        }}
      />
    </div>
  );
}

interface PickButtonsProps {
  readonly shown: readonly OfferedRun[];
  readonly runs: readonly OfferedRun[];
  readonly change: (changed: readonly OfferedRun[], isTaken: boolean) => void;
  readonly onAlone: (chosen: readonly OfferedRun[]) => void;
}

/** What is done to all that are found. */
function PickButtons({ shown, runs, change, onAlone }: PickButtonsProps) {
  const isAll = shown.length === runs.length;
  const which = isAll ? `all ${String(runs.length)}` : `the ${String(shown.length)} found`;
  return (
    <div className={styles.actions}>
      <Button
        look="small"
        onClick={() => {
          change(shown, true);
        }}
      >
        Choose {which}
      </Button>
      <Button
        look="small"
        onClick={() => {
          change(shown, false);
        }}
      >
        Leave out {which}
      </Button>
      {!isAll && (
        <Button
          look="small"
          onClick={() => {
            onAlone(shown);
          }}
        >
          Choose these alone
        </Button>
      )}
      {shown.length === 0 && <Note role="status">None is found.</Note>}
    </div>
  );
}

function isFound(
  { name, prompt, facts, isFromElsewhere }: OfferedRun,
  words: string,
  origin: Origin,
) {
  if (origin !== 'any' && isFromElsewhere !== (origin === 'elsewhere')) return false;
  const text = `${name} ${prompt} ${facts}`.toLowerCase();
  return words
    .toLowerCase()
    .split(' ')
    .every((word) => text.includes(word));
}
