import type { SamplingTree } from '../../../core/index.ts';
import { Disclosure, Region } from '../../../ui/index.ts';
import type { SelectedNode } from '../selected-node.ts';
import { ComparePanel } from './compare/compare-panel.tsx';
import { MeasuredScorers } from './measured-scorers.tsx';
import { ScoringField } from './shown-scoring-field.tsx';
import type { NamedScoring } from '../../../runs/index.ts';
import type { RewardModelTools } from './reward-model/reward-model-tools.ts';
import { ScoreAgain } from './score-again.tsx';
import styles from './scoring.module.css';
import type { ScoringActions } from '../use-run-actions.ts';
import { VotePanel } from './votes/vote-panel.tsx';

export interface ScoringPaneProps {
  readonly tree: SamplingTree;
  readonly scorings: readonly NamedScoring[];
  readonly scoring: NamedScoring;
  readonly onRead: (id: string) => void;
  readonly actions: ScoringActions;
  readonly rewardModels: RewardModelTools;
  readonly onSelect: (node: SelectedNode) => void;
}

/** Scorers on the run on screen: by whose rewards it is read, others to ask, two compared, and people's votes. */
export function ScoringPane(props: ScoringPaneProps) {
  const { tree, scorings, scoring, onRead, actions, rewardModels, onSelect } = props;
  const { id: runId } = tree.run;
  return (
    <>
      <Region name="Scorers">
        <div className={styles.pane}>
          <div className={styles.columns}>
            <ScoringField
              {...{ tree, scorings, scoring }}
              onChange={onRead}
              onRetry={actions.progress === null ? actions.retry : null}
            />
            <ScoreAgain
              progress={actions.progress}
              problem={actions.problem}
              lacks={actions.lacks}
              values={actions.values}
              onValues={actions.setValues}
              onScore={actions.score}
              onStop={actions.stop}
              rewardModels={rewardModels}
            />
          </div>
          <Disclosure title="How far each scorer can be trusted" summary="measured on marked pairs">
            <MeasuredScorers />
          </Disclosure>
        </div>
      </Region>
      <ComparePanel
        key={`compare-${runId}`}
        {...{ tree, scorings, onSelect }}
        firstId={scoring.id}
      />
      <VotePanel key={`vote-${runId}`} {...{ tree, scorings, onSelect }} onVote={actions.vote} />
    </>
  );
}
