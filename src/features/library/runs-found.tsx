import { useDeferredValue, useMemo, useState } from 'react';
import type { RunSummary } from '../../core/index.ts';
import { formatCount, Note, SelectField, TextField } from '../../ui/index.ts';
import { findRuns, ORDERS, type RunOrder } from './find-runs.ts';
import { RunRows, type RunRowsProps } from './run-rows.tsx';
import styles from './library.module.css';

export interface RunsFoundProps extends RunRowsProps {
  readonly isWhole: boolean;
}

/** From so many runs on there is something to look for. */
const MANY = 6;

/** The runs that are looked for, in the order that is chosen. */
export function RunsFound({ runs, isWhole, ...actions }: RunsFoundProps) {
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<RunOrder>('newest');
  const typed = useDeferredValue(words);
  const found = useMemo(() => findRuns(runs, typed, order), [runs, typed, order]);
  return (
    <>
      {(runs.length >= MANY || words !== '') && (
        <div className={styles.finding}>
          <TextField label="Find" rows={1} value={words} onChange={setWords} />
          <SelectField
            label="Order"
            value={order}
            options={ORDERS}
            onChange={(value) => {
              setOrder(ORDERS.find((each) => each.value === value)?.value ?? 'newest');
            }}
          />
          <Note role="status">{countInWords(found, runs, isWhole)}</Note>
        </div>
      )}
      <RunRows runs={found} {...actions} />
    </>
  );
}

function countInWords(
  found: readonly RunSummary[],
  runs: readonly RunSummary[],
  isWhole: boolean,
): string {
  if (!isWhole) return 'The newest runs; the others are being read.';
  const all = runs.length === 1 ? 'One run' : `${formatCount(runs.length)} runs`;
  if (found.length === runs.length) return all;
  if (found.length === 0) return `None of ${all} has these words.`;
  return `${formatCount(found.length)} of ${all}`;
}
