import type { SamplingTree } from '../../../core/index.ts';
import { Disclosure, Region, DataTable } from '../../../ui/index.ts';
import type { SelectedNode } from '../selected-node.ts';
import { ComparePanel } from './compare/compare-panel.tsx';
import { ScoringField } from './shown-scoring-field.tsx';
import type { NamedScoring } from '../../../runs/index.ts';
import type { RewardModelTools } from './reward-model/reward-model-tools.ts';
import { ScoreAgain } from './score-again.tsx';
import styles from './scoring.module.css';
import type { ScoringActions } from '../use-run-actions.ts';
import { VotePanel } from './votes/vote-panel.tsx';
import {
  type Badge,
  badgesFor,
  MEASURED_TABLE,
  type MeasuredTable,
  SCORERS,
} from '../../../rewards/index.ts';

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

/** Every scorer against marked pairs, as measured: the controls stand in the same table. */
export function MeasuredScorers({ table = MEASURED_TABLE }: { readonly table?: MeasuredTable }) {
  const { sets } = table;
  return (
    <DataTable label="Scorers as measured" role="region">
      <thead>
        <tr>
          <th scope="col">Scorer</th>
          {sets.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SCORERS.map(({ id, name }) => (
          <tr key={id} className={styles.wraps}>
            <th scope="row">{name}</th>
            {sets.map((set) => (
              <Cell key={set.id} badge={badgesFor(id, table).find((each) => each.set === set.id)} />
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Cell({ badge }: { readonly badge: Badge | undefined }) {
  if (badge === undefined) return <td>not measured</td>;
  const { accuracy, low, high, n, noBetterThanChance, worseThanChance, failed, model } = badge;
  const remarks = [
    ...(failed === 0 ? [] : [`${String(failed)} of them not scored`]),
    ...(noBetterThanChance ? ['no better than chance'] : []),
    ...(worseThanChance ? ['worse than chance'] : []),
    ...(model === null ? [] : [`read with ${model}`]),
  ];
  return (
    <td data-doubtful={noBetterThanChance || worseThanChance}>
      {percent(accuracy)} % ({percent(low)} to {percent(high)}; n {n})
      {remarks.map((remark) => `, ${remark}`).join('')}
    </td>
  );
}

function percent(share: number): string {
  return (share * 100).toFixed(0);
}
