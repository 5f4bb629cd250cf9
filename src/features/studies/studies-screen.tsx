import { useState } from 'react';
import {
  Badge,
  Button,
  ChoiceButtons,
  Disclosure,
  Note,
  Problem,
  ProgressBar,
  Region,
} from '../../ui/index.ts';
import type { KeptStudy } from '../../studies/index.ts';
import { FindingOfRuns } from './finding-of-runs.tsx';
import { OverlayPane } from './overlay/overlay-pane.tsx';
import { useStudiesOfRuns } from './overlay/use-studies-of-runs.ts';
import { ReportPane } from './report/report-pane.tsx';
import { RunPicker, type RunPickerProps } from './run-picker.tsx';
import { SampleStudies } from './sampling/sample-studies.tsx';
import type { StudyPage } from './sampling/study-tools.ts';
import {
  type OfferedRun,
  type OfferedRuns,
  type RunSource,
  type StudyQueries,
  useOfferedRuns,
} from './study-runs.ts';
import { TrainingDataPane } from './training-data/training-data-pane.tsx';
import { type ReadFacts, useRunFacts } from './use-run-facts.ts';
import { useGroup } from './use-group.ts';
import { useOwnWorkshop, WorkshopContext } from './use-worked.ts';
import styles from './studies.module.css';

export interface StudiesScreenProps {
  readonly queries: StudyQueries;
  /** What studies are sampled with. */
  readonly sampling: StudyPage;
}

/** A study whose runs are read, and no others. */
interface ReadStudy {
  readonly name: string;
  readonly runIds: ReadonlySet<string>;
}

/** What many runs say together: which of them, the finding over their prompts, and studies that are sampled here. */
export function StudiesScreen({ queries, sampling }: StudiesScreenProps) {
  const offered = useOfferedRuns(queries);
  const chosen = useChosenRuns(offered);
  const { source, ids } = chosen;
  const read = useRunFacts(queries, source, ids);
  const studies = useStudiesOfRuns(sampling, offered.stored);
  const workshop = useOwnWorkshop();
  const group = useGroup(read.facts);
  return (
    <WorkshopContext value={workshop}>
      <div className={styles.screen}>
        <Region
          name="Studies"
          aside={
            <ChoiceButtons
              label="Runs of the study"
              value={source}
              choices={choicesOf(offered.own.length, offered.recorded.length)}
              onChange={chosen.setSource}
            />
          }
        >
          <p className={styles.lead}>{LEAD}</p>
          <WhichRuns {...{ offered, chosen }} />
          <Reading read={read} of={ids.length} />
          <ReportPane {...{ queries, source, ids }} facts={read.facts} chosen={group} />
          <TrainingDataPane {...{ queries, source, ids }} />
        </Region>
        <SampleStudies page={sampling} runs={offered.stored} onRead={chosen.readStudy} />
        <OverlayPane facts={read.facts} studies={studies} />
        <FindingOfRuns facts={read.facts} chosen={group} areChosen={source === 'recorded'} />
      </div>
    </WorkshopContext>
  );
}

type ChosenRuns = ReturnType<typeof useChosenRuns>;

/** Which of the runs are read: all of a source or a study, without those that were left out. */
function useChosenRuns(offered: OfferedRuns) {
  const [picked, setPicked] = useState<RunSource | null>(null);
  const [ofStudy, setOfStudy] = useState<ReadStudy | null>(null);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const source = picked ?? (offered.own.length > 0 ? 'own' : 'recorded');
  const runs = offered.isRead ? runsOf(offered, source, ofStudy) : [];
  const read = (from: RunSource, study: ReadStudy | null): void => {
    setPicked(from);
    setOfStudy(study);
  };
  return {
    ...{ source, runs, ofStudy, leftOut, setLeftOut },
    ids: runs.flatMap(({ id }) => (leftOut.has(id) ? [] : [id])),
    setSource: (from: RunSource) => {
      read(from, null);
    },
    readStudy: ({ study }: KeptStudy, runIds: ReadonlySet<string>) => {
      setLeftOut(new Set());
      read('own', { name: study.name, runIds });
    },
  };
}

interface WhichRunsProps {
  readonly offered: OfferedRuns;
  readonly chosen: ChosenRuns;
}

/** Whose runs are read, and which of them. */
function WhichRuns({ offered, chosen }: WhichRunsProps) {
  const { source, runs, ofStudy, leftOut, setSource, setLeftOut } = chosen;
  return (
    <>
      {source === 'recorded' && <Recorded runs={runs} />}
      {ofStudy !== null && (
        <OneStudy
          name={ofStudy.name}
          onAll={() => {
            setSource('own');
          }}
        />
      )}
      {offered.hasFailed && (
        <Problem role="alert">Not all runs could be listed: reload the page.</Problem>
      )}
      {offered.isRead && <Runs {...{ source, runs, leftOut }} onChange={setLeftOut} />}
    </>
  );
}

const LEAD =
  'One prompt shows little. Here many runs are read together: of each prompt the winner of every arm, then the mean over prompts, with the band in which 95 % of a bootstrap over prompts lie.';

function runsOf(
  offered: OfferedRuns,
  source: RunSource,
  ofStudy: ReadStudy | null,
): readonly OfferedRun[] {
  if (ofStudy === null) return offered[source];
  return offered.own.filter(({ id }) => ofStudy.runIds.has(id));
}

/** Says that the runs of one study alone are read, and leads back to all. */
function OneStudy({ name, onAll }: { readonly name: string; readonly onAll: () => void }) {
  return (
    <Note role="status">
      The finished runs of <b dir="auto">{name}</b> alone are read below.{' '}
      <Button look="small" onClick={onAll}>
        Read all of yours
      </Button>
    </Note>
  );
}

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
  'No finished run of yours is kept in this browser. Sample a study below, or import under “Runs” what “npx prs-playground study” wrote.';

function choicesOf(own: number, recorded: number) {
  return [
    { value: 'own', name: `Yours (${String(own)})`, title: 'Sampled here, imported or kept' },
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
