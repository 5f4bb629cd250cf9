import { useState } from 'react';
import {
  TrainingData,
  type TrainingDataOptions,
  type TrainingFile,
} from '../../../studies/index.ts';
import { Button, countOf, Disclosure, Note, NumberField, saveBlob } from '../../../ui/index.ts';
import { GatheringNotes } from '../gathering-notes.tsx';
import { type Collector, type RunsToGather, useGathering } from '../use-gathering.ts';
import styles from '../studies.module.css';

/** What the chosen runs teach, as files for TRL, folded. */
export function TrainingDataPane(props: RunsToGather) {
  return (
    <Disclosure title="Training data" summary="winners, preferences, improving pairs" isLate>
      <GatherAndSave {...props} />
    </Disclosure>
  );
}

function GatherAndSave(runs: RunsToGather) {
  const { ids } = runs;
  const [margin, setMargin] = useState(0);
  const [testPercent, setTestPercent] = useState(10);
  const options = { margin, testShare: testPercent / 100, arms: null };
  const { gathering, gather } = useGathering(runs, options, () =>
    Promise.resolve(collectorOf(options)),
  );
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
        <Button disabled={ids.length === 0} onClick={gather}>
          Gather from {countOf(ids.length, 'run')}
        </Button>
      </div>
      <GatheringNotes
        {...{ gathering, of: ids.length }}
        making="Writing the files"
        say={({ rows }, read) => `${countOf(rows, 'row')} from ${countOf(read, 'run')}.`}
      />
      {gathering.state === 'gathered' && <Files files={gathering.made.files} />}
    </div>
  );
}

const WHAT_THEY_ARE =
  'JSON Lines as TRL reads them: winners teach answering, a winner against a rejected response teaches choosing, improving pairs teach refining. README.md says of which runs they are and what was left out: save it beside them.';

interface Gathered {
  readonly files: readonly TrainingFile[];
  readonly rows: number;
}

function collectorOf(options: TrainingDataOptions): Collector<Gathered> {
  const data = new TrainingData(options);
  return {
    add: (tree) => {
      data.add(tree);
    },
    make: () => ({ files: data.files(), rows: data.rows }),
  };
}

function Files({ files }: Pick<Gathered, 'files'>) {
  return (
    <ul className={styles.files} aria-label="Files of training data">
      {files.map((file) => (
        <li key={file.name}>
          <SaveButton file={file} />
        </li>
      ))}
    </ul>
  );
}

function SaveButton({ file: { name, pieces } }: { readonly file: TrainingFile }) {
  const isCard = name.endsWith('.md');
  const type = isCard ? 'text/markdown' : 'application/jsonl';
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
      <Note as="span">{isCard ? 'the dataset’s card' : countOf(pieces.length, 'row')}</Note>
    </>
  );
}
