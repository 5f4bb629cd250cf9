import {
  type ArmKind,
  type ArmTree,
  type RunHeader,
  type ScoringHeader,
  type VerdictFacts,
  verdictFacts,
  VOTES_SCORING,
} from '../../../core/index.ts';
import { isBusy, type RunView } from '../../../runs/index.ts';
import { Button, Region } from '../../../ui/index.ts';
import { nextSteps, type NextStep } from './next-steps.ts';
import { stageSentence } from './stage-sentence.ts';
import { verdictSentences } from './verdict-rules.ts';
import styles from './verdict.module.css';

export interface VerdictPaneProps {
  readonly arms: readonly ArmTree[];
  readonly run: RunHeader;
  readonly view: Pick<RunView, 'state'>;
  /** By whose rewards it is shown; null while that is its own scorer. */
  readonly scoring: ScoringHeader | null;
  /** Of the next run. */
  readonly chosenArms: readonly ArmKind[];
  readonly onStep: (step: NextStep) => void;
}

/** What came of a run, in one to three sentences, and what to try next; while it is sampled, how far the method has got. */
export function VerdictPane(props: VerdictPaneProps) {
  const { arms, view } = props;
  const facts = isBusy(view) ? null : verdictFacts(arms);
  return (
    <Region name="Verdict" isNameUnseen>
      <p className={styles.verdict} aria-live="polite">
        {facts === null ? stageSentence(arms) : <Sentences {...props} facts={facts} />}
      </p>
      {facts !== null && <NextSteps {...props} facts={facts} />}
    </Region>
  );
}

type WithFacts = VerdictPaneProps & { readonly facts: VerdictFacts };

/** Who won first; the rest in smaller print. */
function Sentences(props: WithFacts) {
  const [first, ...others] = sentencesOf(props);
  return (
    <>
      <strong>{first}</strong> <span>{others.join(' ')}</span>
    </>
  );
}

function sentencesOf({ facts, run, scoring }: WithFacts): readonly string[] {
  const sentences = verdictSentences({
    ...facts,
    scorerName: (scoring ?? run).rewardModel.name,
    scoredByPeople: scoring?.id === VOTES_SCORING,
    hasPreference: run.plan.preference !== '',
  });
  if (facts.isWhole) return sentences;
  return sentences.map((sentence, place) => (place === 0 ? `So far: ${sentence}` : sentence));
}

function NextSteps({ facts, run, chosenArms, onStep }: WithFacts) {
  return (
    <div className={styles.steps} role="group" aria-label="Try next">
      {nextSteps(facts, run.plan.preference !== '', chosenArms).map((step) => (
        <Button
          key={step.label}
          look="small"
          title={step.title}
          onClick={() => {
            onStep(step);
          }}
        >
          {step.label}
        </Button>
      ))}
    </div>
  );
}
