import type { ReactNode } from 'react';
import type { RunHeader } from '../../../core/index.ts';
import { Button, formatDay, Note } from '../../../ui/index.ts';
import styles from './recorded.module.css';

export interface RecordedHeadProps {
  readonly run: RunHeader;
  /** Whether there is a model to run it live with. */
  readonly canRun: boolean;
  readonly onRun: () => void;
  readonly onKeep: () => void;
  /**
   * While it is told again its title would tell the end, and of another preference it isn't true: then its place is kept, so that the
   * picture stays where it is.
   */
  readonly hidesTitle: boolean;
  /** What a live run would fetch and take. */
  readonly outlook: ReactNode;
  /** Leads to others. */
  readonly gallery: ReactNode;
}

/** The method in a sentence, what the run on screen shows, that it was recorded, by what, and what can be done with it. */
export function RecordedHead(props: RecordedHeadProps) {
  const { run, hidesTitle, outlook, gallery } = props;
  const { name, policy, rewardModel, plan, createdAt } = run;
  return (
    <div className={styles.head}>
      <Introduction />
      <div className={styles.title}>
        <h2 data-unseen={hidesTitle}>{name}</h2>
        <Note role="status">
          Recorded: {policy.name}, scorer {rewardModel.name}, seed {plan.seed},{' '}
          {formatDay(createdAt)}
        </Note>
      </div>
      <div className={styles.row}>
        <Actions {...props} />
        {gallery}
        <div className={styles.outlook}>{outlook}</div>
      </div>
    </div>
  );
}

function Introduction() {
  return (
    <p className={styles.introduction}>
      <b>Preference-Guided Reflective Sampling:</b> N0 drafts, feedback on the best, N1 refinements
      of it; the best of all wins. Drag the divider, open a node, or press Play.
    </p>
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
