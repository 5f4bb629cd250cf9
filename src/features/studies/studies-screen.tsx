import { useState } from 'react';
import {
  Badge,
  ChoiceButtons,
  Disclosure,
  Note,
  Problem,
  ProgressBar,
  Region,
} from '../../ui/index.ts';
import { FindingOfRuns } from './finding-of-runs.tsx';
import { RunPicker, type RunPickerProps } from './run-picker.tsx';
import {
  type OfferedRun,
  type RunSource,
  type StudyQueries,
  useOfferedRuns,
} from './study-runs.ts';
import { type ReadFacts, useRunFacts } from './use-run-facts.ts';
import styles from './studies.module.css';

export interface StudiesScreenProps {
  readonly queries: StudyQueries;
}

/** What many runs say together: which of them, and the finding over their prompts. */
export function StudiesScreen({ queries }: StudiesScreenProps) {
  const offered = useOfferedRuns(queries);
  const [picked, setPicked] = useState<RunSource | null>(null);
  const source = picked ?? (offered.own.length > 0 ? 'own' : 'recorded');
  const runs = offered.isRead ? offered[source] : [];
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const chosen = runs.filter(({ id }) => !leftOut.has(id));
  const read = useRunFacts(
    queries,
    source,
    chosen.map(({ id }) => id),
  );
  return (
    <div className={styles.screen}>
      <Region
        name="Studies"
        aside={
          <ChoiceButtons
            label="Runs of the study"
            value={source}
            choices={choicesOf(offered.own.length, offered.recorded.length)}
            onChange={setPicked}
          />
        }
      >
        <p className={styles.lead}>{LEAD}</p>
        {source === 'recorded' && <Recorded runs={runs} />}
        {offered.hasFailed && (
          <Problem role="alert">Not all runs could be listed: reload the page.</Problem>
        )}
        {offered.isRead && <Runs {...{ source, runs, leftOut }} onChange={setLeftOut} />}
        <Reading read={read} of={chosen.length} />
      </Region>
      <FindingOfRuns facts={read.facts} areChosen={source === 'recorded'} />
    </div>
  );
}

const LEAD =
  'One prompt shows little. Here many runs are read together: of each prompt the winner of every arm, then the mean over prompts, with the band in which 95 % of a bootstrap over prompts lie.';

interface RunsProps extends RunPickerProps {
  readonly source: RunSource;
}

/** Which runs are read, folded: all of them are at first. */
function Runs({ source, runs, leftOut, onChange }: RunsProps) {
  if (runs.length === 0) return source === 'own' ? <Note>{NO_RUNS}</Note> : null;
  const chosen = runs.filter(({ id }) => !leftOut.has(id)).length;
  return (
    <Disclosure title="Runs" summary={`${String(chosen)} of ${String(runs.length)} chosen`} isLate>
      <RunPicker key={source} {...{ runs, leftOut, onChange }} />
    </Disclosure>
  );
}

const NO_RUNS =
  'No finished run of yours is kept in this browser. Sample some, one prompt each, or import under “Runs” what `npx prs-playground study` wrote.';

function choicesOf(own: number, recorded: number) {
  return [
    { value: 'own', name: `Yours (${String(own)})`, title: 'Sampled here or imported' },
    { value: 'recorded', name: `Recorded (${String(recorded)})`, title: 'They come with the page' },
  ] as const;
}

/** What they are, and that they are no sample. */
function Recorded({ runs }: { readonly runs: readonly OfferedRun[] }) {
  const made = [...new Set(runs.map(({ facts }) => facts))];
  return (
    <Note>
      <Badge>recorded</Badge> {runs.length} runs that come with the page: {made.join('; ')}. They
      were chosen, each since it makes its point most clearly, so they show how this screen reads
      and are no sample of anything.
    </Note>
  );
}

interface ReadingProps {
  readonly read: ReadFacts;
  /** Runs that were asked for. */
  readonly of: number;
}

function Reading({ read: { done, isReading, problems }, of }: ReadingProps) {
  return (
    <>
      {isReading && of > 0 && (
        <ProgressBar
          label={`Reading run ${String(Math.min(done + 1, of))} of ${String(of)}`}
          fraction={done / of}
        />
      )}
      {problems.length > 0 && (
        <Problem role="alert">
          {problems.length} of {of} runs can’t be read and are left out: {problems[0]}
        </Problem>
      )}
    </>
  );
}
