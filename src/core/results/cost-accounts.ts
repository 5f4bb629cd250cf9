import type { ScoringUsage } from '../reward.ts';
import type { ArmTree, TreeNode } from '../tree/sampling-tree.ts';
import type { TokenUsage } from '../policy.ts';

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

/** What an arm has cost so far: calls, tokens, seconds. */
export function accountsOf(arm: ArmTree): Accounts {
  return accountsOfNodes(arm.nodes);
}

/** What several arms of a run cost together: a text that they share was drawn once, and is charged once. */
export function accountsTogether(arms: readonly ArmTree[]): Accounts {
  const drawn = new Map<string, TreeNode>();
  for (const { arm, nodes } of arms) {
    for (const node of nodes) {
      const draw = drawOf(arm.id, node);
      const known = drawn.get(draw);
      // What was lost on the way is told by the node that it was drawn for, and by no other.
      if (known === undefined || isShared(known)) drawn.set(draw, node);
    }
  }
  return accountsOfNodes([...drawn.values()]);
}

function isShared({ progress }: TreeNode): boolean {
  return progress.status === 'finished' && progress.drawnFor !== undefined;
}

/** The same for all nodes that one draw was given to: its times stay with it, whichever arms it is played in. */
function drawOf(armId: string, { id, seed, progress }: TreeNode): string {
  if (progress.status !== 'finished') return `${armId}/${id}`;
  return [seed, progress.startedAt, progress.finishedAt].join(' ');
}

function accountsOfNodes(nodes: readonly TreeNode[]): Accounts {
  const finished = nodes.filter((node) => node.progress.status === 'finished');
  const usages = finished.flatMap(({ progress }) =>
    progress.status === 'finished' ? [progress.usage] : [],
  );
  const cached = usages.map((usage) => usage.cachedPromptTokens);
  const unfinishedCalls = sum(nodes.map(unfinishedCallsOf));
  return {
    responses: finished.filter((node) => node.inBudget).length,
    feedbacks: finished.filter((node) => node.kind === 'feedback').length,
    calls: finished.length + unfinishedCalls,
    unfinishedCalls,
    promptTokens: sum(usages.map((usage) => usage.promptTokens)),
    cachedPromptTokens: cached.every((count) => count !== null) ? sum(cached) : null,
    completionTokens: sum(usages.map((usage) => usage.completionTokens)),
    seconds: coveredSeconds(nodes.flatMap(callTimes)),
    scoring: scoringAccounts(nodes),
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

/** Milliseconds since the epoch. */
export type TimeSpan = readonly [start: number, end: number];

/** When the node's calls began and ended; one under way has no end yet. */
export function callTimes({ endedCalls, progress }: TreeNode): readonly TimeSpan[] {
  const ended = endedCalls.map(({ startedAt, endedAt }): TimeSpan => [startedAt, endedAt]);
  return progress.status === 'finished'
    ? [...ended, [progress.startedAt, progress.finishedAt]]
    : ended;
}

/** When the node was being scored; empty where it wasn't or nobody noted it. */
export function scoringTimes({ scoring }: TreeNode): readonly TimeSpan[] {
  if (scoring.status === 'unscored' || scoring.took === undefined) return [];
  return [[scoring.took.startedAt, scoring.took.endedAt]];
}

/** Length of the union of intervals: calls side by side are not counted twice, nor is the time between two sittings. */
export function coveredSeconds(intervals: readonly TimeSpan[]): number {
  let covered = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [start, end] of intervals.toSorted((one, other) => one[0] - other[0])) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered / 1000;
}

/** Prompt tokens that were not in the engine's cache, and completion tokens. */
export function tokensOfUsage({
  promptTokens,
  cachedPromptTokens,
  completionTokens,
}: TokenUsage): number {
  return promptTokens - (cachedPromptTokens ?? 0) + completionTokens;
}

/** Calls and tokens of all together; none for no usages. */
export function sumOfUsages(usages: readonly ScoringUsage[]): ScoringUsage {
  return usages.reduce(
    (sum, { calls, tokens }) => ({ calls: sum.calls + calls, tokens: sum.tokens + tokens }),
    { calls: 0, tokens: 0 },
  );
}

/** Tokens that an arm's finished calls have read anew and written, so far. */
export function processedTokens(arm: ArmTree): number {
  return arm.nodes.reduce((total, node) => total + tokensOf(node), 0);
}

/** Tokens that a node's finished call has read anew and written; 0 before. */
export function tokensOf({ progress }: TreeNode): number {
  return progress.status === 'finished' ? tokensOfUsage(progress.usage) : 0;
}
