import type { ReactNode } from 'react';
import type { RunHeader } from '../../../core/index.ts';
import { Button, formatDay, Note, Problem } from '../../../ui/index.ts';
import styles from './recorded.module.css';

export interface RecordedHeadProps {
  readonly run: RunHeader;
  /** Whether there is a model to run it live with. */
  readonly canRun: boolean;
  readonly onRun: () => void;
  readonly onKeep: () => void;
  /** Why it was not kept, a sentence. */
  readonly keepProblem: string | null;
  /**
   * While it is told again its title would tell the end, and of another preference it isn't true: then its place is kept, so that the
   * picture stays where it is.
   */
  readonly hidesTitle: boolean;
  /** While it is told again what would lead away from that is put away, and what plays it has its room. */
  readonly isTold: boolean;
  /** What plays it again. */
  readonly play: ReactNode;
  /** What a live run would fetch and take. */
  readonly outlook: ReactNode;
  /** Leads to others. */
  readonly gallery: ReactNode;
}

/** That the run on screen was recorded, by what, what it shows, and what can be done with it. */
export function RecordedHead(props: RecordedHeadProps) {
  const { run, hidesTitle, isTold, play, outlook, gallery, keepProblem } = props;
  const { name, policy, rewardModel, plan, createdAt } = run;
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <Note role="status">
          Recorded: {policy.name}, scorer {rewardModel.name}, seed {plan.seed},{' '}
          {formatDay(createdAt)}
        </Note>
        <h2 data-unseen={hidesTitle}>{name}</h2>
      </div>
      <div className={styles.row}>
        {play}
        {!isTold && <Actions {...props} />}
        {!isTold && gallery}
      </div>
      {outlook}
      {keepProblem !== null && <Problem role="alert">Not kept: {keepProblem}</Problem>}
    </div>
  );
}

function Actions({ canRun, onRun, onKeep }: RecordedHeadProps) {
  return (
    <>
      <Button
        look="small"
        disabled={!canRun}
        onClick={onRun}
        title="Samples what is set up, by the model in your browser"
      >
        Run live
      </Button>
      <Button
        look="small"
        onClick={onKeep}
        title="Then it can be voted on, scored again and sampled further"
      >
        Keep in Runs
      </Button>
    </>
  );
}
