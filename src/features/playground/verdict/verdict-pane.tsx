import { type ReactNode, Suspense } from 'react';
import {
  type ArmKind,
  armLabel,
  type ArmTree,
  type RunHeader,
  type ScoringHeader,
  type VerdictFacts,
  verdictFacts,
  VOTES_SCORING,
} from '../../../core/index.ts';
import { isBusy, type RunView } from '../../../runs/index.ts';
import { Button, Region, useIsNarrow, useOpened } from '../../../ui/index.ts';
import { quoteOfNothing } from './feedback-quotes.ts';
import { Stage } from './lazy-stage.ts';
import { TrustAndCost } from './lazy-trust-and-cost.ts';
import { nextSteps, type NextStep } from './next-steps.ts';
import { rewardDoubt } from './reward-doubts.ts';
import { verdictOf, type Verdict } from './verdict-rules.ts';
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

/** Of a run that is sampled: its stage is told. */
const UNTOLD: Verdict = { sentences: [], more: '' };

/** What came of a run, in one to three sentences, and what to try next; while it is sampled, how far the method has got. */
export function VerdictPane(props: VerdictPaneProps) {
  const { arms, view } = props;
  const facts = isBusy(view) ? null : verdictFacts(arms);
  const { sentences, more } = facts === null ? UNTOLD : saidOf({ ...props, facts });
  const [first, ...others] = sentences;
  const isNarrow = useIsNarrow();
  const words = isNarrow ? [] : others;
  const next = facts !== null && <NextSteps {...props} facts={facts} />;
  const trust = [...(isNarrow ? others : []), more].join(' ');
  return (
    <Region name="Verdict" isNameUnseen>
      <p className={styles.verdict} aria-live="polite">
        {first === undefined ? (
          <Suspense fallback="Under way.">
            <Stage arms={arms} />
          </Suspense>
        ) : (
          <strong>{first}</strong>
        )}{' '}
        {words.length > 0 && <span>{words.join(' ')}</span>}
      </p>
      {facts !== null && (
        <Fold {...props} trust={trust}>
          {isNarrow && next}
        </Fold>
      )}
      {!isNarrow && next}
    </Region>
  );
}

interface FoldProps extends VerdictPaneProps {
  /** What else is to be known of what is told; '' where nothing is. */
  readonly trust: string;
  /** What a narrow page has no room for beside it. */
  readonly children: ReactNode;
}

/** How far it can be trusted and what it cost, a click away. */
function Fold({ arms, run, scoring, trust, children }: FoldProps) {
  const { wasOpened, onToggle } = useOpened();
  const isNarrow = useIsNarrow();
  return (
    <details className={styles.folded} onToggle={onToggle}>
      <summary>
        How far to trust that, {isNarrow ? 'its cost, what to try next' : 'and what it cost'}
      </summary>
      {trust !== '' && <p className={styles.verdict}>{trust}</p>}
      {wasOpened && (
        <Suspense>
          <TrustAndCost {...{ arms, run, scoring }} />
        </Suspense>
      )}
      {children}
    </details>
  );
}

type WithFacts = VerdictPaneProps & { readonly facts: VerdictFacts };

function saidOf({ facts, run, scoring, arms, view }: WithFacts): Verdict {
  const verdict = verdictOf({
    ...facts,
    scorerName: (scoring ?? run).rewardModel.name,
    scoredByPeople: scoring?.id === VOTES_SCORING,
    hasPreference: run.plan.preference !== '',
    doubt: rewardDoubt(facts, run.plan.preference),
    misquoteOf: (outcome) => quoteOfNothing(outcome, run.plan),
  });
  if (facts.isWhole) return verdict;
  const isSampled = view.state === 'finished' || view.state === 'idle';
  const before = isSampled ? `Without ${plannedAlone(arms)}` : 'So far';
  const [first, ...others] = verdict.sentences;
  return { ...verdict, sentences: [`${before}: ${first ?? ''}`, ...others] };
}

/** Arms that are shown beside a run's own, and that nobody has sampled yet. */
function plannedAlone(arms: readonly ArmTree[]): string {
  const planned = arms.filter(({ status }) => status !== 'finished');
  const names = planned.map(({ arm }) => armLabel(arm)).join(' and ');
  const isBegun = planned.some(({ nodes }) =>
    nodes.some(({ progress }) => progress.status === 'finished'),
  );
  const are = planned.length === 1 ? 'is' : 'are';
  return `${names}, which ${are} ${isBegun ? 'sampled in part' : 'planned and not sampled'}`;
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
