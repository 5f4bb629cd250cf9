import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { messageOf, type RunHeader, type SamplingTree, type StoredRun } from '../../core/index.ts';
import { storedTree } from '../../runs/index.ts';
import { Button, formatDate, Note, Problem, Region } from '../../ui/index.ts';
import type { Side } from './beside-arms.ts';
import { BesidePane } from './beside-pane.tsx';
import { type BesideQueries, RunChooser } from './run-chooser.tsx';
import { isSameKey, type RunKey } from './run-key.ts';
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
      <Region name="Two runs beside each other">
        <div className={styles.runs}>
          <OneRun side="A" run={first} runKey={one} {...props} />
          {other !== null && <OneRun side="B" run={second} runKey={other} {...props} />}
        </div>
        {other !== null && <Changes {...{ one, other, onLay }} />}
      </Region>
      {other === null && first.tree !== null && (
        <RunChooser
          queries={queries}
          beside={first.tree.run}
          isLeftOut={(key) => isSameKey(key, one)}
          onChoose={(key) => {
            onLay(one, key);
          }}
        />
      )}
      {other !== null && isSameRun(one, other, first, second) && (
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
  /** Null while it is being read, and where it can't be. */
  readonly tree: SamplingTree | null;
  /** Why it can't be read, a sentence. */
  readonly problem: string | null;
}

function useRun({ savedRuns, recordedRuns }: BesideQueries, key: RunKey | null): ReadRun {
  const id = key?.kind === 'saved' ? key.id : null;
  const name = key?.kind === 'recorded' ? key.name : null;
  const saved = useQuery({ ...savedRuns.run(id ?? ''), enabled: id !== null });
  const recorded = useQuery({ ...recordedRuns.run(name ?? ''), enabled: name !== null });
  const { data, error } = id === null ? recorded : saved;
  const tree = useMemo(() => treeOf(data), [data]);
  return { tree, problem: error === null ? null : messageOf(error) };
}

/** Also a recorded run and the copy of it that was kept. */
function isSameRun(one: RunKey, other: RunKey, first: ReadRun, second: ReadRun): boolean {
  if (isSameKey(one, other)) return true;
  return first.tree !== null && first.tree.run.id === second.tree?.run.id;
}

function treeOf(run: StoredRun | undefined): SamplingTree | null {
  return run === undefined ? null : storedTree(run);
}

interface OneRunProps extends Pick<BesideScreenProps, 'onOpen'> {
  readonly side: Side;
  readonly run: ReadRun;
  readonly runKey: RunKey;
}

/** Which run stands on a side. */
function OneRun({ side, run: { tree, problem }, runKey, onOpen }: OneRunProps) {
  return (
    <article className={styles.run} aria-label={side}>
      <h3 dir="auto">{tree === null ? side : `${side}: ${tree.run.name}`}</h3>
      {tree !== null && <Facts run={tree.run} isRecorded={runKey.kind === 'recorded'} />}
      {tree === null && problem === null && <Note role="status">Reading the run …</Note>}
      {problem !== null && <Problem role="alert">{problem}</Problem>}
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
