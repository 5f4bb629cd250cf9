import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  messageOf,
  type RunHeader,
  type SamplingTree,
  type Split,
  type StoredRun,
} from '../../core/index.ts';
import { storedTree } from '../../runs/index.ts';
import { treeAtSplit } from '../../runs/tree-at-split.ts';
import { Button, formatDate, Note, Problem, Region } from '../../ui/index.ts';
import type { Side } from './beside-arms.ts';
import { BesidePane } from './beside-pane.tsx';
import { differencesOf } from './differences.ts';
import { type BesideQueries, RunChooser } from './run-chooser.tsx';
import { isSameRun } from './read-run-key.ts';
import { type RunKey, writeRunKey } from './run-key.ts';
import { SplitOfSide } from './split-of-side.tsx';
import styles from './beside.module.css';

export interface BesideScreenProps {
  readonly queries: BesideQueries;
  /** Null where the address names no run. */
  readonly one: RunKey | null;
  /** Null while it is to be chosen. */
  readonly other: RunKey | null;
  /** Lays two runs beside each other; without another, that is to be chosen. */
  readonly onLay: (one: RunKey, other: RunKey | null) => void;
  readonly onOpen: (run: RunKey) => void;
}

/** Two finished runs beside each other, chosen one after the other. */
export function BesideScreen(props: BesideScreenProps) {
  const { queries, one, other, onLay } = props;
  const first = useRun(queries, one);
  const second = useRun(queries, other);
  if (one === null) return <Problem role="alert">{NO_RUN}</Problem>;
  return (
    <div className={styles.screen}>
      <Runs {...props} {...{ first, second, one }} />
      {other === null && first.tree !== null && (
        <RunChooser
          queries={queries}
          beside={first.tree.run}
          isLeftOut={(key) => isSameRun(key, one)}
          onChoose={(key) => {
            onLay(one, one.split === undefined ? key : { ...key, split: one.split });
          }}
        />
      )}
      {other !== null && isNothingElse(one, other, first, second) && (
        <Problem role="status">
          A and B are the same run, so nothing differs. Choose another B.
        </Problem>
      )}
      {other !== null && first.tree !== null && second.tree !== null && (
        <BesidePane one={first.tree} other={second.tree} />
      )}
    </div>
  );
}

const NO_RUN =
  'This address names no run: it may be mistyped or cut. Press “Compare” at a run under “Runs” to lay another beside it.';

interface RunsProps extends BesideScreenProps {
  readonly one: RunKey;
  readonly first: ReadRun;
  readonly second: ReadRun;
}

/** Which runs they are. */
function Runs({ first, second, ...props }: RunsProps) {
  const { one, other, onLay, onOpen } = props;
  return (
    <Region name="Two runs beside each other">
      <div className={styles.runs}>
        <OneRun
          {...{ side: 'A', run: first, runKey: one, onOpen }}
          onSplit={(split) => {
            onLay({ ...one, split }, other);
          }}
        />
        {other !== null && (
          <OneRun
            {...{ side: 'B', run: second, runKey: other, onOpen }}
            onSplit={(split) => {
              onLay(one, { ...other, split });
            }}
          />
        )}
      </div>
      {other !== null && <Changes {...{ one, other, onLay }} />}
    </Region>
  );
}

interface ChangesProps extends Pick<BesideScreenProps, 'onLay'> {
  readonly one: RunKey;
  readonly other: RunKey;
}

/** Other ways to lay these runs. */
function Changes({ one, other, onLay }: ChangesProps) {
  return (
    <div className={styles.actions}>
      <Button
        look="small"
        onClick={() => {
          onLay(other, one);
        }}
      >
        Swap A and B
      </Button>
      <Button
        look="small"
        onClick={() => {
          onLay(one, null);
        }}
      >
        Choose another B
      </Button>
    </div>
  );
}

interface ReadRun {
  /** At its split; null while it is being read, and where it can't be. */
  readonly tree: SamplingTree | null;
  /** As it was sampled. */
  readonly whole: SamplingTree | null;
  /** Texts that its split lacks. */
  readonly missing: number;
  /** Why it can't be read, a sentence. */
  readonly problem: string | null;
}

function useRun({ savedRuns, recordedRuns }: BesideQueries, key: RunKey | null): ReadRun {
  const id = key?.kind === 'saved' ? key.id : null;
  const name = key?.kind === 'recorded' ? key.name : null;
  const saved = useQuery({ ...savedRuns.run(id ?? ''), enabled: id !== null });
  const recorded = useQuery({ ...recordedRuns.run(name ?? ''), enabled: name !== null });
  const { data, error } = id === null ? recorded : saved;
  const whole = useMemo(() => treeOf(data), [data]);
  const split = key?.split?.join('/') ?? null;
  const shown = useMemo(
    () =>
      whole === null || split === null ? null : treeAtSplit(whole, split.split('/').map(Number)),
    [whole, split],
  );
  return {
    ...{ whole, tree: shown?.tree ?? whole, missing: shown?.missing ?? 0 },
    problem: error === null ? null : messageOf(error),
  };
}

/** Whether both are one run at one split, be it a recorded one and the copy of it that was kept. */
function isNothingElse(one: RunKey, other: RunKey, first: ReadRun, second: ReadRun): boolean {
  if (writeRunKey(one) === writeRunKey(other)) return true;
  const [a, b] = [first.tree?.run, second.tree?.run];
  return a !== undefined && a.id === b?.id && differencesOf(a, b).length === 0;
}

function treeOf(run: StoredRun | undefined): SamplingTree | null {
  return run === undefined ? null : storedTree(run);
}

interface OneRunProps extends Pick<BesideScreenProps, 'onOpen'> {
  readonly side: Side;
  readonly run: ReadRun;
  readonly runKey: RunKey;
  readonly onSplit: (split: Split) => void;
}

/** Which run stands on a side. */
function OneRun({ side, run, runKey, onOpen, onSplit }: OneRunProps) {
  const { tree, whole, missing, problem } = run;
  return (
    <article className={styles.run} aria-label={side}>
      <h3 dir="auto">{tree === null ? side : `${side}: ${tree.run.name}`}</h3>
      {tree !== null && <Facts run={tree.run} isRecorded={runKey.kind === 'recorded'} />}
      {tree === null && problem === null && <Note role="status">Reading the run …</Note>}
      {problem !== null && <Problem role="alert">{problem}</Problem>}
      {tree !== null && whole !== null && (
        <SplitOfSide {...{ side, tree, whole, missing, onSplit }} />
      )}
      {tree !== null && (
        <Button
          look="small"
          aria-label={`Open ${side}`}
          onClick={() => {
            onOpen(runKey);
          }}
        >
          Open
        </Button>
      )}
    </article>
  );
}

interface FactsProps {
  readonly run: RunHeader;
  readonly isRecorded: boolean;
}

function Facts({ run: { plan, policy, rewardModel, createdAt }, isRecorded }: FactsProps) {
  return (
    <>
      <p className={styles.asked} dir="auto">
        {plan.prompt}
      </p>
      <p className={styles.asked} dir="auto">
        {plan.preference}
      </p>
      <Note>
        {isRecorded && 'Recorded · '}
        {policy.name}, scored by {rewardModel.name} · seed {plan.seed} · {formatDate(createdAt)}
      </Note>
    </>
  );
}
