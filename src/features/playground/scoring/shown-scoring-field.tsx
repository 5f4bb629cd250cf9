import {
  armLabel,
  type ArmTree,
  inconsistentShare,
  nodeName,
  otherAnchors,
  OWN_SCORING,
  type SamplingTree,
  type Scoring,
} from '../../../core/index.ts';
import { findScorer } from '../../../rewards/index.ts';
import { type NamedScoring, treeBy } from '../../../runs/index.ts';
import { Button, Note, Problem, SelectField } from '../../../ui/index.ts';
import styles from './scoring.module.css';

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
  return (
    <div className={styles.block}>
      <SelectField
        label="Read the tree by"
        value={scoring.id}
        options={scorings.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onChange}
      />
      {scoring.moves === true && (
        <Note>
          Move the weights under “Scorer” and the tree follows. The run keeps the rewards that it
          was sampled with.
        </Note>
      )}
      <InconsistencyNote scoring={scoring} />
      {read.arms.map((arm) => (
        <OtherAnchorNotes key={arm.arm.id} arm={arm} scoring={scoring} />
      ))}
      <Unscored scoring={scoring} onRetry={onRetry} />
    </div>
  );
}

function Unscored({ scoring, onRetry }: Pick<ScoringFieldProps, 'scoring' | 'onRetry'>) {
  const problems = unscoredSentences(scoring);
  if (problems.length === 0) return null;
  return (
    <div className={styles.block}>
      {problems.map((problem) => (
        <Problem key={problem}>{problem}</Problem>
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
  );
}

/** How often the order in which two responses were shown decided between them; nothing for scorers that compare none. */
function InconsistencyNote({ scoring }: { readonly scoring: NamedScoring }) {
  const comparesPairs = findScorer(scoring.rewardModel.id)?.comparesPairs === true;
  const share = comparesPairs ? inconsistentShare(scoring) : null;
  if (share === null) return null;
  return (
    <Note>
      {(share * 100).toFixed(0)} % of its verdicts changed with the order in which the two were
      shown, and count as ties. All means that only the place counted; half is what guessing gives.
    </Note>
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
    <Note key={layer}>
      {armLabel(arm.arm)}: {scorer} would have refined {nodeName(wouldBe, arm)}, not{' '}
      {nodeName(chosen, arm)}. Those refinements don’t exist: the ones here were written for{' '}
      {nodeName(chosen, arm)}.
    </Note>
  ));
}

/** What a scorer was asked for and did not give, and why; empty where it gave all. */
export function unscoredSentences({ outcomes }: Scoring): readonly string[] {
  const failures = outcomes.flatMap(({ scoring }) =>
    scoring.status === 'failed' ? [scoring.message] : [],
  );
  const others = outcomes.flatMap(({ scoring }) =>
    scoring.status === 'scored' ? (scoring.otherProblem ?? []) : [],
  );
  return [
    ...(failures.length === 0 ? [] : [failureSentence(failures)]),
    ...(others.length === 0 ? [] : [otherSentence(others)]),
  ];
}

function failureSentence(messages: readonly string[]): string {
  const count =
    messages.length === 1 ? 'One response is unscored' : `${String(messages.length)} are unscored`;
  return `${count}: ${reasonsOf(messages)} Nothing counts as zero: they can’t be anchor or winner.`;
}

function otherSentence(messages: readonly string[]): string {
  const count =
    messages.length === 1
      ? 'One response was not scored the other way'
      : `${String(messages.length)} were not scored the other way`;
  return `${count}: ${reasonsOf(messages)} No choice depends on it.`;
}

function reasonsOf(messages: readonly string[]): string {
  const [first = ''] = messages;
  return new Set(messages).size > 1 ? `${first} (and other reasons)` : first;
}
