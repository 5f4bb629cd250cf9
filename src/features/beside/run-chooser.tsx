import { useQuery } from '@tanstack/react-query';
import type { RunHeader } from '../../core/index.ts';
import type { RecordedRunsQueries, SavedRunsQueries } from '../../queries/index.ts';
import { Button, formatDay, Note, Problem, Region } from '../../ui/index.ts';
import type { RunKey } from './run-key.ts';
import styles from './beside.module.css';

/** Where runs are read from. */
export interface BesideQueries {
  readonly savedRuns: Pick<SavedRunsQueries, 'list' | 'run'>;
  readonly recordedRuns: RecordedRunsQueries;
}

export interface RunChooserProps {
  readonly queries: BesideQueries;
  /** The run that another is laid beside. */
  readonly beside: RunHeader;
  readonly isLeftOut: (key: RunKey) => boolean;
  readonly onChoose: (key: RunKey) => void;
}

/** A run that can be laid beside another. */
interface OfferedRun {
  readonly key: RunKey;
  readonly name: string;
  readonly prompt: string;
  readonly preference: string;
  readonly facts: string;
}

/** Which run to lay beside: the person's own that are finished, then those that came with the page; answers to the same prompt first. */
export function RunChooser({ queries, beside, isLeftOut, onChoose }: RunChooserProps) {
  const { offered, isRead, problem } = useOffered(queries);
  const others = offered.filter(({ key }) => !isLeftOut(key));
  const isSame = ({ prompt }: OfferedRun): boolean => prompt === beside.plan.prompt;
  const sorted = [...others.filter(isSame), ...others.filter((each) => !isSame(each))];
  return (
    <Region name="Lay beside">
      <Note>Rewards compare where two runs answer the same prompt and one scorer scored both.</Note>
      {!isRead && <Note role="status">Reading the runs …</Note>}
      {problem && <Problem role="alert">Not all runs could be listed: reload the page.</Problem>}
      <ul className={styles.list}>
        {sorted.map((run) => (
          <li key={`${run.key.kind} ${run.facts} ${keyOf(run.key)}`} className={styles.run}>
            <h3 dir="auto">{run.name}</h3>
            <p className={styles.asked} dir="auto">
              {run.prompt}
            </p>
            <p className={styles.asked} dir="auto">
              {run.preference}
            </p>
            <Note>{run.facts}</Note>
            <Button
              look="small"
              aria-label={`Lay ${run.name} beside`}
              onClick={() => {
                onChoose(run.key);
              }}
            >
              Lay beside
            </Button>
          </li>
        ))}
      </ul>
    </Region>
  );
}

function keyOf(key: RunKey): string {
  return key.kind === 'saved' ? key.id : key.name;
}

function useOffered({ savedRuns, recordedRuns }: BesideQueries) {
  const saved = useQuery(savedRuns.list());
  const recorded = useQuery(recordedRuns.list());
  const own = (saved.data?.runs ?? []).filter(({ state }) => state.status === 'finished');
  const offered: readonly OfferedRun[] = [
    ...own.map(({ id, name, prompt, preference, budget, modelName, scorerName, createdAt }) => ({
      ...{ key: { kind: 'saved', id } as const, name, prompt, preference },
      facts: `N = ${String(budget)} · ${modelName}, scored by ${scorerName} · ${formatDay(createdAt)}`,
    })),
    ...(recorded.data ?? []).map((run) => ({
      ...{ key: { kind: 'recorded', name: run.name } as const, name: run.title },
      ...{ prompt: run.prompt, preference: run.preference },
      facts: `Recorded · N = ${String(run.budget)} · seed ${String(run.seed)} · ${run.model}, scored by ${run.scorer} · ${formatDay(run.recordedAt)}`,
    })),
  ];
  return {
    offered,
    isRead: !saved.isPending && !recorded.isPending,
    problem: saved.isError || recorded.isError,
  };
}
