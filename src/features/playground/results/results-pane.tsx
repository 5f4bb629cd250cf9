import { memo, type ReactNode } from 'react';
import type {
  ArmTree,
  ControlKind,
  RunHeader,
  RunPlan,
  ScoringHeader,
} from '../../../core/index.ts';
import { findScorer, type UsualRewards } from '../../../rewards/index.ts';
import type { ModelState, RunView } from '../../../runs/index.ts';
import { Badge, formatDate, Note, WhenIdle } from '../../../ui/index.ts';
import type { SelectedNode } from '../selected-node.ts';
import { WinnersAndAccounts } from './lazy-winners-and-accounts.ts';
import { RunStatus, type RunStatusProps } from './run-status.tsx';
import { PlaySplits, type PlaySplitsProps } from './play-splits.tsx';
import { type Layout, TreeRegion } from './tree-region.tsx';
import styles from './results.module.css';

export interface ResultsPaneProps {
  /** Of the run on screen, or of the next one's plan before it runs. */
  readonly arms: readonly ArmTree[];
  readonly plan: RunPlan;
  /** The run on screen; null before it runs. */
  readonly run: RunHeader | null;
  readonly view: RunView;
  /** By whose rewards it is shown; null while that is its own scorer. */
  readonly scoring: ScoringHeader | null;
  readonly model: ModelState;
  /** All that was drawn, whichever arms of it are shown. */
  readonly drawn: readonly ArmTree[];
  /** How the splits of the run are played; null where there is no run, or another scorer's rewards are shown. */
  readonly split: PlaySplitsProps | null;
  readonly controls: readonly ControlKind[];
  /** Of a run that came with the page; null for any other. */
  readonly recordedHead: ReactNode | null;
  /** Leads to recorded runs; null where it would lead away from what goes on. */
  readonly gallery: ReactNode;
  /** Says that a study is being sampled too, and what that does to the run. */
  readonly studyUnderWay: ReactNode;
  /** What plays the run again, where no head of a recorded run does. */
  readonly play: ReactNode;
  /** Stands above the picture once there is a run. */
  readonly verdict: ReactNode;
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
  readonly selected: SelectedNode | null;
  readonly onSelect: (selected: SelectedNode) => void;
  readonly actions: RunStatusProps['actions'];
}

/** The picture of all arms, then winners and costs. */
export function ResultsPane(props: ResultsPaneProps) {
  const { arms, drawn, split, plan, run, controls, selected, onSelect } = props;
  return (
    <>
      <Head {...props} />
      {run !== null && (
        <div className={styles.told}>
          {props.verdict}
          {split !== null && (
            <div className={styles.split}>
              <PlaySplits {...split} />
            </div>
          )}
        </div>
      )}
      <div className={styles.picture}>
        <TreeRegion
          {...{ arms, drawn, plan, usual: usualOf(props), selected, onSelect }}
          {...{ layout: props.layout, onLayout: props.onLayout }}
        />
      </div>
      {run !== null && (
        <WhenIdle>
          <WinnersAndAccounts {...{ arms, controls, seed: plan.seed, onSelect }} />
        </WhenIdle>
      )}
    </>
  );
}

/** Which run it is, what happens with it, and where other runs are. */
function Head(props: ResultsPaneProps) {
  const { run, view } = props;
  return (
    <div className={styles.head}>
      {props.recordedHead ?? (
        <>
          {run === null ? <Introduction /> : <RunTitle run={run} live={view.live} />}
          <RunStatus {...props} />
          <div className={styles.ways}>
            {props.play}
            {props.gallery}
          </div>
        </>
      )}
      {props.studyUnderWay}
    </div>
  );
}

/** What the scorer whose rewards are shown usually gives; null where it doesn't say. */
function usualOf({ run, plan, scoring }: ResultsPaneProps): UsualRewards | null {
  const scorer = findScorer((scoring ?? run)?.rewardModel.id ?? '');
  const { conditionedOn } = scoring ?? plan;
  return scorer?.usually?.({ ...plan, conditionedOn }) ?? null;
}

/** The method in a few sentences, before there is a run to look at. */
function Introduction() {
  return (
    <p className={styles.introduction}>
      <b>Preference-Guided Reflective Sampling.</b> A model in your browser writes N0 drafts, a
      scorer finds the best, the model writes feedback on it and N1 refinements of it; the best of
      all wins. Beside it, as many plain drafts: Rand reads the prompt alone, PRand the preference
      too.
    </p>
  );
}

interface RunTitleProps {
  readonly run: RunHeader;
  readonly live: boolean;
}

/** What the run is called, and what wrote and scored it. */
const RunTitle = memo(function RunTitle({ run, live }: RunTitleProps) {
  const { name, policy, rewardModel, plan, createdAt } = run;
  return (
    <div>
      <div className={styles.title}>
        <h2 dir="auto">{name}</h2>
        <Badge>{live ? 'live' : 'recorded'}</Badge>
      </div>
      <Note>
        Written by {policy.name} ({policy.engine}, {policy.device}) · scored by {rewardModel.name},
        version {rewardModel.version} · seed {plan.seed} · {formatDate(createdAt)}
      </Note>
    </div>
  );
});
