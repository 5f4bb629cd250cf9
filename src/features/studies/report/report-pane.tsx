import { type RefObject, useEffect, useRef, useState } from 'react';
import { late } from '../../../core/index.ts';
import type { RunFacts } from '../../../studies/index.ts';
import type { ReportFile } from '../../../studies/report/report.ts';
import {
  Button,
  countOf,
  Disclosure,
  Note,
  saveFile,
  SelectField,
  TextField,
} from '../../../ui/index.ts';
import { GatheringNotes } from '../gathering-notes.tsx';
import type { ChosenGroup } from '../use-group.ts';
import { type RunsToGather, useGathering } from '../use-gathering.ts';
import styles from '../studies.module.css';

export interface ReportPaneProps extends RunsToGather {
  /** Of the same runs. */
  readonly facts: readonly RunFacts[];
  /** The group that is looked at on the screen. */
  readonly chosen: Pick<ChosenGroup, 'groups' | 'group'>;
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

function WriteAndSave({ facts, chosen, ...runs }: ReportPaneProps) {
  const { ids } = runs;
  const [asked, setAsked] = useState('');
  const [baseline, setBaseline] = useState('');
  const [scope, setScope] = useState<Scope>('group');
  const group = chosen.groups.length > 1 && scope === 'group' ? chosen.group : null;
  const options = {
    question: asked.trim() || USUAL_QUESTION,
    baseline: baseline === '' ? null : baseline,
    group: group?.key ?? null,
    areChosen: runs.source === 'recorded',
  };
  const { gathering, gather } = useGathering(runs, options, async () =>
    (await reports.load()).collectReport(options),
  );
  const write = useRef<HTMLButtonElement>(null);
  return (
    <div className={styles.picker}>
      <Note>
        {WHAT_IT_IS} <code>npx prs-playground report</code>.
      </Note>
      <Asked {...{ facts, asked, setAsked, baseline, setBaseline }} />
      <ScopeField {...{ chosen, scope }} onChange={setScope} />
      <div className={styles.actions}>
        <Button ref={write} disabled={ids.length === 0} onClick={gather}>
          Write a report on {countOf(runsOf(facts, group) ?? ids.length, 'run')}
        </Button>
      </div>
      <GatheringNotes
        {...{ gathering, of: ids.length }}
        making="Writing the report"
        say={(_, read) => `A report on ${countOf(runsOf(facts, group) ?? read, 'run')} is written.`}
      />
      {gathering.state === 'gathered' && <Files files={gathering.made} cameFrom={write} />}
    </div>
  );
}

/** How many runs a group has; null for no group. */
function runsOf(facts: readonly RunFacts[], group: ChosenGroup['group']): number | null {
  if (group === null) return null;
  return new Set(facts.filter((run) => run.group.key === group.key).map(({ runId }) => runId)).size;
}

type Scope = 'group' | 'all';

interface ScopeFieldProps extends Pick<ReportPaneProps, 'chosen'> {
  readonly scope: Scope;
  readonly onChange: (scope: Scope) => void;
}

/** Nothing to choose where all runs are of one group. */
function ScopeField({ chosen: { groups, group }, scope, onChange }: ScopeFieldProps) {
  if (groups.length < 2 || group === null) return null;
  return (
    <SelectField
      label="Of which runs"
      value={scope}
      options={[
        { value: 'group', label: `As chosen below: ${group.name}` },
        { value: 'all', label: 'All of them, each model and scorer in sections of its own' },
      ]}
      hint="Of the model and scorer that are looked at under “What is compared”, or of all."
      onChange={(value) => {
        onChange(value === 'all' ? 'all' : 'group');
      }}
    />
  );
}

interface AskedProps extends Pick<ReportPaneProps, 'facts'> {
  readonly asked: string;
  readonly setAsked: (question: string) => void;
  /** Empty for the usual one. */
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
    { value: '', label: 'PRand, else the first arm' },
    ...labels.map((label) => ({ value: label, label })),
  ];
}

interface FilesProps {
  readonly files: readonly ReportFile[];
  /** What they were asked for by: where the focus is still there, it goes to them. */
  readonly cameFrom: RefObject<HTMLButtonElement | null>;
}

function Files({ files, cameFrom }: FilesProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (document.activeElement === cameFrom.current) list.current?.focus();
  }, [cameFrom]);
  return (
    <ul ref={list} tabIndex={-1} className={styles.files} aria-label="Files of the report">
      {files.map(({ name, text }) => (
        <li key={name}>
          <SaveButton {...{ name, text }} />
        </li>
      ))}
    </ul>
  );
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
