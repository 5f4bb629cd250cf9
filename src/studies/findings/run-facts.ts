import {
  type Arm,
  ARM_TRAITS,
  type ArmKind,
  armLabel,
  type ArmTree,
  bestSoFar,
  findNode,
  pool,
  processedTokens,
  rewardOf,
  type SamplingTree,
  type Scoring,
  textOf,
} from '../../core/index.ts';
import { type RefinementFacts, refinementFactsOf } from './refinement-facts.ts';
import { type RewardScale, scaleOf } from './scale-of-rewards.ts';
import { type RewardOfNode, rewardsByScoring } from './rewards-by-scoring.ts';
import { groupOf, type RunGroup } from './run-group.ts';
import { type SplitFacts, splitFactsOf } from './split-facts.ts';

/** What a finding reads of one run: a hundredth of its tree, so that thousands are held at once. */
export interface RunFacts {
  readonly runId: string;
  /** x */
  readonly prompt: string;
  /** z */
  readonly preference: string;
  readonly seed: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly group: RunGroup;
  /** Of its rewards, as reported. */
  readonly scale: RewardScale;
  /** Those that have ended with a winner, in the order of the run. */
  readonly arms: readonly ArmFacts[];
  /** Of each strategy that was sampled in several splits of N. */
  readonly splits: readonly SplitFacts[];
  /** Of each arm that refines, as reported. */
  readonly refinements: readonly RefinementFacts[];
}

/** What a finding reads of one arm. */
export interface ArmFacts {
  /** "PRS 4/4". */
  readonly label: string;
  readonly kind: ArmKind;
  /** Whether the run was begun with it, and not given it later, as the arms of other splits are. */
  readonly isPlanned: boolean;
  /** N: responses of its split. */
  readonly budget: number;
  /** Whether it is N drafts and nothing else, so that any k of them are as good as drawn for a budget of k. */
  readonly isDraftsAlone: boolean;
  /** The pool in the order sampled, by the scorer that chose; null where a response has no reward. */
  readonly rewards: readonly (number | null)[];
  /** The same responses by the scorer that reports: the very same rewards where that is the one that chose. */
  readonly reported: readonly (number | null)[];
  /** The winner's, as reported. */
  readonly reward: number;
  /** Characters of the winner's text. */
  readonly winnerLength: number;
  /** Each response that the choosing scorer put above all before it, as reported, with the tokens that the arm had read anew or written by then. */
  readonly better: readonly { readonly spent: number; readonly reward: number }[];
  /** Read anew or written by all of its calls, feedback's too. */
  readonly tokens: number;
  /** The same for two runs of the same texts alone. */
  readonly texts: string;
}

/**
 * Reads the facts of a run. Arms without a winner, as in a run that was stopped, aren't among them.
 *
 * @param reporter what another scorer made of the run: its rewards are reported, of winners that the run's own scorer chose. Arms
 * of which it hasn't read every response are then left out. Null for the run's own scorer.
 */
export function factsOfRun(tree: SamplingTree, reporter: Scoring | null = null): RunFacts {
  const { run, arms } = tree;
  const reportedOf = reporter === null ? rewardOf : rewardsByScoring(tree, reporter);
  return {
    runId: run.id,
    prompt: run.plan.prompt,
    preference: run.plan.preference,
    seed: run.plan.seed,
    createdAt: run.createdAt,
    group: groupOf(run, reporter),
    scale: scaleOf(run, reporter),
    arms: arms.flatMap((arm) => factsOfArm(arm, run.plan.arms, reportedOf) ?? []),
    splits: splitFactsOf(tree, reporter === null ? null : reportedOf),
    refinements: refinementFactsOf(tree, reportedOf),
  };
}

/** The facts of a run by its own scorer, and by each other that has read it: no two are ever averaged. */
export function readingsOfRun(tree: SamplingTree): readonly RunFacts[] {
  return [null, ...tree.scorings].map((reporter) => factsOfRun(tree, reporter));
}

function factsOfArm(
  arm: ArmTree,
  planned: readonly Arm[],
  reportedOf: RewardOfNode,
): ArmFacts | null {
  const winner = arm.status === 'finished' ? findNode(arm, arm.winnerId) : null;
  const responses = pool(arm);
  const rewards = responses.map(rewardOf);
  const reported = responses.map((node, place) =>
    rewards[place] === null ? null : reportedOf(node, arm.arm.id),
  );
  const isWhole = reported.every((each, place) => each !== null || rewards[place] === null);
  const reward = winner === null ? null : (reported[responses.indexOf(winner)] ?? null);
  if (reward === null || !isWhole) return null;
  return {
    label: armLabel(arm.arm),
    kind: arm.arm.kind,
    isPlanned: planned.some(({ id }) => id === arm.arm.id),
    budget: responses.length,
    isDraftsAlone: ARM_TRAITS[arm.arm.kind].split === 'drafts-alone',
    ...{ rewards, reported, reward },
    winnerLength: winner === null ? 0 : textOf(winner).length,
    better: bestSoFar(arm, 'tokens').better.map(({ nodeId, spent }) => ({
      spent,
      reward: reported[responses.findIndex(({ id }) => id === nodeId)] ?? Number.NaN,
    })),
    tokens: processedTokens(arm),
    texts: JSON.stringify(responses.map(textOf)),
  };
}
