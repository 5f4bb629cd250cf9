import { useState } from 'react';
import type { TrainingFile } from '../../../studies/index.ts';
import {
  Button,
  Disclosure,
  formatCount,
  Note,
  NumberField,
  Problem,
  ProgressBar,
  saveBlob,
} from '../../../ui/index.ts';
import type { RunSource, StudyQueries } from '../study-runs.ts';
import { type Gathering, useTrainingData } from './use-training-data.ts';
import styles from '../studies.module.css';

export interface TrainingDataPaneProps {
  readonly queries: StudyQueries;
  readonly source: RunSource;
  /** Of the runs that are read. */
  readonly ids: readonly string[];
}

/** What the chosen runs teach, as files for TRL, folded. */
export function TrainingDataPane(props: TrainingDataPaneProps) {
  return (
    <Disclosure title="Training data" summary="winners, preferences, improving pairs" isLate>
      <GatherAndSave {...props} />
    </Disclosure>
  );
}

function GatherAndSave({ queries, source, ids }: TrainingDataPaneProps) {
  const [margin, setMargin] = useState(0);
  const [testPercent, setTestPercent] = useState(10);
  const options = { margin, testShare: testPercent / 100, arms: null };
  const { gathering, gather } = useTrainingData(queries, source, ids, options);
  return (
    <div className={styles.picker}>
      <Note>{WHAT_THEY_ARE}</Note>
      <div className={styles.search}>
        <NumberField
          label="Margin of a pair"
          {...{ value: margin, min: 0, max: 1_000_000, step: 0.1 }}
          hint="By how much a reward must lie above the other, in the scorer’s own unit."
          onChange={setMargin}
        />
        <NumberField
          label="Prompts held out, in %"
          {...{ value: testPercent, min: 0, max: 100, step: 1 }}
          hint="All rows of a prompt are in one half."
          onChange={setTestPercent}
        />
      </div>
      <div className={styles.actions}>
        <Button disabled={ids.length === 0 || gathering.state === 'reading'} onClick={gather}>
          Gather from {formatCount(ids.length)} {ids.length === 1 ? 'run' : 'runs'}
        </Button>
      </div>
      <Gathered {...{ gathering, of: ids.length }} />
    </div>
  );
}

const WHAT_THEY_ARE =
  'JSON Lines as TRL reads them: winners teach answering, a winner against a rejected response teaches choosing, improving pairs teach refining. README.md says of which runs they are and what was left out: save it beside them.';

function Gathered({ gathering, of }: { readonly gathering: Gathering; readonly of: number }) {
  if (gathering.state === 'reading') {
    return <ProgressBar label="Reading the runs" fraction={gathering.done / of} />;
  }
  if (gathering.state === 'none') return null;
  const { files, rows, runs, problems } = gathering;
  return (
    <>
      <Note role="status">
        {formatCount(rows)} {rows === 1 ? 'row' : 'rows'} from {formatCount(runs)}{' '}
        {runs === 1 ? 'run' : 'runs'}.
      </Note>
      {problems.length > 0 && (
        <Problem role="alert">
          {formatCount(problems.length)} of the runs can’t be read and are left out: {problems[0]}
        </Problem>
      )}
      <ul className={styles.files} aria-label="Files of training data">
        {files.map((file) => (
          <li key={file.name}>
            <SaveButton file={file} />
          </li>
        ))}
      </ul>
    </>
  );
}

function SaveButton({ file: { name, pieces } }: { readonly file: TrainingFile }) {
  const isCard = name.endsWith('.md');
  const type = isCard ? 'text/markdown' : 'application/jsonl';
  const rows = pieces.length;
  return (
    <>
      <Button
        look="small"
        onClick={() => {
          saveBlob(name, new Blob([...pieces], { type }));
        }}
      >
        Save {name}
      </Button>{' '}
      <Note as="span">
        {isCard ? 'the dataset’s card' : `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`}
      </Note>
    </>
  );
}
