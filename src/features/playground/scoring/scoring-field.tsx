import {
  armLabel,
  inconsistentShare,
  nodeName,
  otherAnchors,
  OWN_SCORING,
  type ArmTree,
  type SamplingTree,
} from '../../../core/index.ts';
import { findScorer } from '../../../rewards/index.ts';
import { Button, SelectField } from '../../../ui/index.ts';
import { treeBy, type NamedScoring } from '../../../runs/index.ts';
import styles from './scoring.module.css';
import { unscoredSentences } from './unscored-sentences.ts';

export interface ScoringFieldProps {
  readonly tree: SamplingTree;
  readonly scorings: readonly NamedScoring[];
  readonly scoring: NamedScoring;
  readonly onChange: (id: string) => void;
  /** Asks the scorer again about the responses on which it failed; null where that can't be done now. */
  readonly onRetry: ((scoring: NamedScoring) => void) | null;
}

/** By whose rewards the tree is coloured and won, what would have been refined otherwise, and what went unscored. */
export function ScoringField(props: ScoringFieldProps) {
  const { tree, scorings, scoring, onChange, onRetry } = props;
  const read = treeBy(tree, scoring);
  const comparesPairs = findScorer(scoring.rewardModel.id)?.comparesPairs === true;
  const share = comparesPairs ? inconsistentShare(scoring) : null;
  const problems = unscoredSentences(scoring);
  return (
    <div className={styles.block}>
      <SelectField
        label="Read the tree by"
        value={scoring.id}
        options={scorings.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onChange}
      />
      {scoring.moves === true && (
        <p className={styles.note}>
          Move the weights under “Scorer” and the tree follows. The run keeps the rewards that it
          was sampled with.
        </p>
      )}
      {share !== null && (
        <p className={styles.note}>
          {(share * 100).toFixed(0)} % of its verdicts changed with the order in which the two were
          shown, and count as ties. All means that only the place counted; half is what guessing
          gives.
        </p>
      )}
      {read.arms.map((arm) => (
        <OtherAnchorNotes key={arm.arm.id} arm={arm} scoring={scoring} />
      ))}
      {problems.length > 0 && (
        <div className={styles.block}>
          {problems.map((problem) => (
            <p key={problem} className={styles.problem}>
              {problem}
            </p>
          ))}
          {onRetry !== null && !scoring.atOnce && (
            <Button
              onClick={() => {
                onRetry(scoring);
              }}
            >
              Try the unscored again
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

interface OtherAnchorNotesProps {
  readonly arm: ArmTree;
  readonly scoring: NamedScoring;
}

/** What this scorer would have refined: those refinements don't exist, since nothing is sampled again. */
function OtherAnchorNotes({ arm, scoring }: OtherAnchorNotesProps) {
  const scorer = scoring.id === OWN_SCORING ? 'Its scorer' : scoring.rewardModel.name;
  return otherAnchors(arm).map(({ layer, chosen, wouldBe }) => (
    <p key={layer} className={styles.note}>
      {armLabel(arm.arm)}: {scorer} would have refined {nodeName(wouldBe, arm)}, not{' '}
      {nodeName(chosen, arm)}. Those refinements don’t exist: the ones here were written for{' '}
      {nodeName(chosen, arm)}.
    </p>
  ));
}
