import type { ReactNode } from 'react';
import type { RunHeader } from '../../../core/index.ts';
import { Button, Folded, formatDay, Note, Problem, useIsNarrow } from '../../../ui/index.ts';
import playground from '../playground.module.css';
import styles from './recorded.module.css';

export interface RecordedHeadProps {
  readonly run: RunHeader;
  /** Whether it came with the page, which has the clearest of many; a link holds whatever was sampled. */
  readonly isChosen: boolean;
  /** Whether there is a model to run what is set up with. */
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
  /** Lays another run beside it. */
  readonly beside: ReactNode;
  /** What Run would fetch and take. */
  readonly outlook: ReactNode;
  /** Leads to others. */
  readonly gallery: ReactNode;
}

/** That the run on screen was recorded, by what, what it shows, and what can be done with it. */
export function RecordedHead(props: RecordedHeadProps) {
  const { run, isChosen, hidesTitle, isTold, play, outlook, keepProblem } = props;
  const { name, policy, rewardModel, plan, createdAt } = run;
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <Note role="status">
          Recorded: {policy.name}, scorer {rewardModel.name}, seed {plan.seed},{' '}
          {formatDay(createdAt)}
          {isChosen && '; chosen by a rule'}
        </Note>
        <h2 data-unseen={hidesTitle}>{name}</h2>
        {isTold && <p className={styles.instead}>Told again, step by step</p>}
      </div>
      <div className={styles.row}>
        {play}
        {!isTold && <Actions {...props} />}
      </div>
      <div className={playground.stack}>
        <div data-unseen={isTold}>{outlook}</div>
        {isTold && <Note>Nothing is sampled now.</Note>}
      </div>
      {keepProblem !== null && <Problem role="alert">Not kept: {keepProblem}</Problem>}
    </div>
  );
}

function Actions(props: RecordedHeadProps) {
  const isNarrow = useIsNarrow();
  return (
    <>
      <RunHere {...props} />
      {isNarrow ? (
        <Folded summary="More">
          <div className={styles.row}>
            <Ways {...props} />
          </div>
        </Folded>
      ) : (
        <Ways {...props} />
      )}
    </>
  );
}

/** Does what Run does in the set-up, where that is behind the picture. */
function RunHere({ canRun, onRun }: RecordedHeadProps) {
  return (
    <span className={styles.run}>
      <Button look="small" disabled={!canRun} onClick={onRun}>
        Run
      </Button>
    </span>
  );
}

/** What else can be done with it, and where it leads. */
function Ways({ beside, onKeep, gallery }: RecordedHeadProps) {
  return (
    <>
      {beside}
      <Button
        look="small"
        onClick={onKeep}
        title="Then it can be voted on, scored again and sampled further"
      >
        Keep in Runs
      </Button>
      {gallery}
    </>
  );
}
