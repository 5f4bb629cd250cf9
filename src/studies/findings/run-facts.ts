import {
  type Arm,
  ARM_TRAITS,
  armLabel,
  type ArmTree,
  bestSoFar,
  findNode,
  pool,
  processedTokens,
  rewardOf,
  type SamplingTree,
  textOf,
} from '../../core/index.ts';
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
  /** Those that have ended with a winner, in the order of the run. */
  readonly arms: readonly ArmFacts[];
  /** Of each strategy that was sampled in several splits of N. */
  readonly splits: readonly SplitFacts[];
}

/** What a finding reads of one arm. */
export interface ArmFacts {
  /** "PRS 4/4". */
  readonly label: string;
  /** Whether the run was begun with it, and not given it later, as the arms of other splits are. */
  readonly isPlanned: boolean;
  /** N: responses of its split. */
  readonly budget: number;
  /** Whether it is N drafts and nothing else, so that any k of them are as good as drawn for a budget of k. */
  readonly isDraftsAlone: boolean;
  /** The pool in the order sampled; null where a response has no reward. */
  readonly rewards: readonly (number | null)[];
  /** The winner's. */
  readonly reward: number;
  /** Each response above all before it, with the tokens that the arm had read anew or written by then. */
  readonly better: readonly { readonly spent: number; readonly reward: number }[];
  /** Read anew or written by all of its calls, feedback's too. */
  readonly tokens: number;
  /** The same for two runs of the same texts alone. */
  readonly texts: string;
}

/** Reads the facts of a run. Arms without a winner, as in a run that was stopped, aren't among them. */
export function factsOfRun(tree: SamplingTree): RunFacts {
  const { run, arms } = tree;
  return {
    runId: run.id,
    prompt: run.plan.prompt,
    preference: run.plan.preference,
    seed: run.plan.seed,
    createdAt: run.createdAt,
    group: groupOf(run),
    arms: arms.flatMap((arm) => factsOfArm(arm, run.plan.arms) ?? []),
    splits: splitFactsOf(tree),
  };
}

function factsOfArm(arm: ArmTree, planned: readonly Arm[]): ArmFacts | null {
  const winner = arm.status === 'finished' ? findNode(arm, arm.winnerId) : null;
  const reward = winner === null ? null : rewardOf(winner);
  if (reward === null) return null;
  const responses = pool(arm);
  return {
    label: armLabel(arm.arm),
    isPlanned: planned.some(({ id }) => id === arm.arm.id),
    budget: responses.length,
    isDraftsAlone: ARM_TRAITS[arm.arm.kind].split === 'drafts-alone',
    rewards: responses.map(rewardOf),
    reward,
    better: bestSoFar(arm, 'tokens').better.map(({ spent, reward: best }) => ({
      spent,
      reward: best,
    })),
    tokens: processedTokens(arm),
    texts: JSON.stringify(responses.map(textOf)),
  };
}
