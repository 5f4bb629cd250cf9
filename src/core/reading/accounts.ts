import type { ScoringUsage } from '../reward.ts';
import type { ArmTree, TreeNode } from '../tree/sampling-tree.ts';
import { callTimes, coveredSeconds, scoringTimes } from './times.ts';
import { sumOfUsages } from './token-usage.ts';

/** What an arm cost so far. Feedback and the greedy anchor draft are charged like any call. */
export interface Accounts {
  /** Responses that are finished, of the budget N. */
  readonly responses: number;
  readonly feedbacks: number;
  /** Calls of the policy that were started, a second attempt counted as another. */
  readonly calls: number;
  /** Calls under way, failed, stopped or lost: their tokens are not known and not in the sums. */
  readonly unfinishedCalls: number;
  readonly promptTokens: number;
  /** Of the prompt tokens, those that the engine had in its cache; null where it doesn't say. */
  readonly cachedPromptTokens: number | null;
  readonly completionTokens: number;
  /** Time during which at least one call was under way, those without an answer too. */
  readonly seconds: number;
  readonly scoring: ScoringAccounts;
}

/** What the run's own scorer cost, beside all that. */
export interface ScoringAccounts {
  /** What it asked of a language model, where it asks one. */
  readonly usage: ScoringUsage;
  /** Time during which a response was being scored; null where that wasn't noted for any. */
  readonly seconds: number | null;
}

export function accountsOf(arm: ArmTree): Accounts {
  const finished = arm.nodes.filter((node) => node.progress.status === 'finished');
  const usages = finished.flatMap(({ progress }) =>
    progress.status === 'finished' ? [progress.usage] : [],
  );
  const cached = usages.map((usage) => usage.cachedPromptTokens);
  const unfinishedCalls = sum(arm.nodes.map(unfinishedCallsOf));
  return {
    responses: finished.filter((node) => node.inBudget).length,
    feedbacks: finished.filter((node) => node.kind === 'feedback').length,
    calls: finished.length + unfinishedCalls,
    unfinishedCalls,
    promptTokens: sum(usages.map((usage) => usage.promptTokens)),
    cachedPromptTokens: cached.every((count) => count !== null) ? sum(cached) : null,
    completionTokens: sum(usages.map((usage) => usage.completionTokens)),
    seconds: coveredSeconds(arm.nodes.flatMap(callTimes)),
    scoring: scoringAccounts(arm.nodes),
  };
}

function scoringAccounts(nodes: readonly TreeNode[]): ScoringAccounts {
  const times = nodes.flatMap(scoringTimes);
  return {
    usage: sumOfUsages(nodes.flatMap(scoringUsages)),
    seconds: times.length === 0 ? null : coveredSeconds(times),
  };
}

function scoringUsages({ scoring }: TreeNode): readonly ScoringUsage[] {
  if (scoring.status !== 'scored') return [];
  return [scoring.reward, scoring.otherReward].flatMap((reward) => reward?.usage ?? []);
}

/** Calls that ended without an answer, and the one under way. */
function unfinishedCallsOf({ endedCalls, progress }: TreeNode): number {
  return endedCalls.length + (progress.status === 'writing' ? 1 : 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
