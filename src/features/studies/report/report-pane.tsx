import { useState } from 'react';
import { late } from '../../../core/index.ts';
import type { RunFacts } from '../../../studies/index.ts';
import { Button, Disclosure, Note, saveFile, SelectField, TextField } from '../../../ui/index.ts';
import { countOf, GatheringNotes } from '../gathering-notes.tsx';
import { type RunsToGather, useGathering } from '../use-gathering.ts';
import styles from '../studies.module.css';

export interface ReportPaneProps extends RunsToGather {
  /** Of the same runs. */
  readonly facts: readonly RunFacts[];
}

/** The chosen runs as a report to pass on, folded. */
export function ReportPane(props: ReportPaneProps) {
  return (
    <Disclosure title="Report" summary="one page to pass on, and its figures" isLate>
      <WriteAndSave {...props} />
    </Disclosure>
  );
}

/** What the command, too, asks where nothing is asked. */
const USUAL_QUESTION = 'What do these runs say?';

const reports = late('What writes reports', () => import('./collect-report.ts'));

function WriteAndSave({ facts, ...runs }: ReportPaneProps) {
  const { ids } = runs;
  const [asked, setAsked] = useState('');
  const [baseline, setBaseline] = useState('');
  const options = {
    question: asked.trim() || USUAL_QUESTION,
    baseline: baseline === '' ? null : baseline,
    areChosen: runs.source === 'recorded',
  };
  const { gathering, gather } = useGathering(runs, options, async () =>
    (await reports.load()).collectReport(options),
  );
  return (
    <div className={styles.picker}>
      <Note>
        {WHAT_IT_IS} <code>npx prs-playground report</code>.
      </Note>
      <Asked {...{ facts, asked, setAsked, baseline, setBaseline }} />
      <div className={styles.actions}>
        <Button disabled={ids.length === 0 || gathering.state === 'reading'} onClick={gather}>
          Write a report on {countOf(ids.length, 'run')}
        </Button>
      </div>
      <GatheringNotes
        {...{ gathering, of: ids.length }}
        say={(_, read) => `A report on ${countOf(read, 'run')} is written.`}
      />
      {gathering.state === 'gathered' && (
        <ul className={styles.files} aria-label="Files of the report">
          {gathering.made.map(({ name, text }) => (
            <li key={name}>
              <SaveButton {...{ name, text }} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface AskedProps extends Pick<ReportPaneProps, 'facts'> {
  readonly asked: string;
  readonly setAsked: (question: string) => void;
  /** Empty for the first arm. */
  readonly baseline: string;
  readonly setBaseline: (label: string) => void;
}

function Asked({ facts, asked, setAsked, baseline, setBaseline }: AskedProps) {
  return (
    <div className={styles.search}>
      <TextField
        label="Question of the report"
        {...{ value: asked, rows: 1, placeholder: USUAL_QUESTION }}
        hint="What the runs are to answer; it heads the page."
        onChange={setAsked}
      />
      <SelectField
        label="Held against"
        value={baseline}
        options={baselinesOf(facts)}
        hint="The arm that win rates of the others are told against."
        onChange={setBaseline}
      />
    </div>
  );
}

const WHAT_IT_IS =
  'One HTML file without scripts: what came of it in sentences with their intervals, charts with their tables, what was done, what it cost and what to keep in mind. The same runs, question and arm give the same bytes as';

/** Arms that runs were begun with, by their names. */
function baselinesOf(facts: readonly RunFacts[]) {
  const planned = facts.flatMap(({ arms }) => arms.filter(({ isPlanned }) => isPlanned));
  const labels = [...new Set(planned.map(({ label }) => label))].sort();
  return [
    { value: '', label: 'The first arm' },
    ...labels.map((label) => ({ value: label, label })),
  ];
}

function SaveButton({ name, text }: { readonly name: string; readonly text: string }) {
  const isPage = name.endsWith('.html');
  return (
    <>
      <Button
        look="small"
        onClick={() => {
          saveFile({ fileName: name, text, ...(isPage ? { type: 'text/html' } : {}) });
        }}
      >
        Save {name}
      </Button>{' '}
      <Note as="span">{isPage ? 'the page' : 'all of its figures'}</Note>
    </>
  );
}
