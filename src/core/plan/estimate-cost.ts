import { type ArmPlaces, withoutSharedDrafts } from './without-shared-drafts.ts';
import { draftMessages, feedbackMessages, refinementMessages } from './prompt-templates.ts';
import { ARM_TRAITS, type Arm } from './arms.ts';
import { isAdaptive } from './make-arm.ts';
import { dearestPlaces } from './plan-nodes.ts';
import { openDrafts } from '../tree/find-in-tree.ts';
import type { ArmTree, NodePlace, TreeNode } from '../tree/sampling-tree.ts';
import type { RunPlan } from './run-plan.ts';
import type { ChatMessage } from '../policy.ts';
import type { ScoringUsage } from '../reward.ts';

/** What an arm will take, as far as it can be known before it runs. */
export interface Estimate {
  readonly calls: number;
  /** Rough: see `tokensIn`; answers are taken to be as long as they may be. */
  readonly promptTokens: number;
  /** Exact upper bound. */
  readonly mostCompletionTokens: number;
}

const CHARACTERS_PER_TOKEN = 4;
/** A chat template's marks around one message. */
const TOKENS_PER_MESSAGE = 6;

/** “up to ” before calls, texts or a time that are the most these arms can take, since one decides as it goes; empty where they are known. */
export function upTo(arms: readonly Arm[]): string {
  return arms.some(isAdaptive) ? 'up to ' : '';
}

/** The same of arms that are being sampled, or are to be: one that has decided on all of its responses is known. */
export function upToInTrees(arms: readonly ArmTree[]): string {
  return upTo(arms.filter((arm) => openDrafts(arm).length > 0).map(({ arm }) => arm));
}

/**
 * An arm's nodes to be counted, of those that it may come to have the dearest: each response that an adaptive one hasn't decided on is a
 * refinement with its feedback, but the first, which is a draft.
 */
export function dearestNodes(arm: ArmTree): readonly TreeNode[] {
  const open = new Set(openDrafts(arm));
  return arm.nodes.flatMap((node) =>
    open.has(node) && node.index > 0
      ? (['feedback', 'refinement'] as const).map((kind) => ({ ...node, kind }))
      : node,
  );
}

/** What sampling a run will take: what several arms ask alike is drawn once. */
export function estimateRun(plan: RunPlan): Estimate {
  const arms = placesToDraw(plan).map(({ arm, nodes }) => estimateArm(arm, plan, nodes));
  const sum = (key: keyof Estimate): number => arms.reduce((total, each) => total + each[key], 0);
  return {
    calls: sum('calls'),
    promptTokens: sum('promptTokens'),
    mostCompletionTokens: sum('mostCompletionTokens'),
  };
}

function placesToDraw({ arms, seed }: RunPlan): readonly ArmPlaces<NodePlace>[] {
  return withoutSharedDrafts(arms.map((arm) => ({ arm, nodes: dearestPlaces(arm, seed) })));
}

/**
 * What sampling an arm will take, feedback and the greedy anchor draft included; scoring is beside it. Of an adaptive arm the most
 * that it can take.
 *
 * @param nodes those of its nodes that are to be drawn; all where left out
 */
export function estimateArm(
  arm: Arm,
  plan: RunPlan,
  nodes: readonly NodePlace[] = dearestPlaces(arm, plan.seed),
): Estimate {
  const { draft, feedback, afterFeedback, afterAnchor } = promptSizes(arm, plan);
  const promptOf = ({ kind, feedbackId }: NodePlace): number => {
    if (kind === 'draft') return draft;
    if (kind === 'feedback') return feedback;
    return feedbackId === null ? afterAnchor : afterFeedback;
  };
  const answer = plan.sampling.maxTokens;
  const answerOf = { draft: answer, feedback: plan.feedbackMaxTokens, refinement: answer };
  return {
    calls: nodes.length,
    promptTokens: nodes.reduce((total, node) => total + promptOf(node), 0),
    mostCompletionTokens: nodes.reduce((total, { kind }) => total + answerOf[kind], 0),
  };
}

/** About how many tokens are read for each kind of node of an arm, where answers are as long as they may be. */
export interface PromptSizes {
  readonly draft: number;
  readonly feedback: number;
  /** A refinement that reads feedback. */
  readonly afterFeedback: number;
  /** A refinement that reads none. */
  readonly afterAnchor: number;
}

export function promptSizes(arm: Arm, plan: RunPlan): PromptSizes {
  const { prompt, preference, prompts, sampling, feedbackMaxTokens } = plan;
  const anchor = sampling.maxTokens;
  const { readsPreference, feedbackReadsRejected } = ARM_TRAITS[arm.kind];
  const reads = readsPreference ? preference : null;
  const rejected = feedbackReadsRejected === true ? '' : null;
  // The anchor and the feedback are not written yet: what is said around them, and the most that they can be.
  const unwritten = { anchor: '', feedback: '' };
  const refining = tokensOf(refinementMessages(prompt, preference, unwritten, prompts));
  const refiningAlone = { ...unwritten, feedback: null };
  return {
    draft: tokensOf(draftMessages(prompt, reads)),
    feedback:
      tokensOf(feedbackMessages(prompt, preference, '', prompts, rejected)) +
      (rejected === null ? anchor : 2 * anchor),
    afterFeedback: refining + anchor + feedbackMaxTokens,
    afterAnchor: tokensOf(refinementMessages(prompt, preference, refiningAlone, prompts)) + anchor,
  };
}

/**
 * About how many tokens a message takes: four characters of an alphabet like English’s a token, one of any other writing’s, and
 * the marks of its template.
 */
export function tokensIn(text: string): number {
  const others = text.match(/[\u0250-\u1fff\u2070-\uffff]/g)?.length ?? 0;
  return Math.ceil((text.length - others) / CHARACTERS_PER_TOKEN) + others + TOKENS_PER_MESSAGE;
}

function tokensOf(messages: readonly ChatMessage[]): number {
  return messages.reduce((sum, { content }) => sum + tokensIn(content), 0);
}

/** One reading of a response that a scorer asks a language model for. */
export interface ScoringCall {
  /** What the response is read after. */
  readonly messages: readonly ChatMessage[];
  /** Tokens of the response at most; null for all of it. */
  readonly mostTokens: number | null;
  /** Whether nothing has to be read where the response was sampled to these messages. */
  readonly freeWhereSampled: boolean;
}

/**
 * What scoring a run's responses will take, as far as it can be known before it runs: the calls at most, and the tokens
 * roughly, as in `estimateArm`. Feedback is not scored, and what several arms ask alike is scored once.
 */
export function estimateScoring(plan: RunPlan, calls: readonly ScoringCall[]): ScoringUsage {
  return placesToDraw(plan)
    .map((arm) => estimateArmScoring(arm, plan, calls))
    .reduce((sum, arm) => ({ calls: sum.calls + arm.calls, tokens: sum.tokens + arm.tokens }), {
      calls: 0,
      tokens: 0,
    });
}

function estimateArmScoring(
  { arm, nodes }: ArmPlaces<NodePlace>,
  plan: RunPlan,
  calls: readonly ScoringCall[],
): ScoringUsage {
  const { readsPreference } = ARM_TRAITS[arm.kind];
  const drafted = draftMessages(plan.prompt, readsPreference ? plan.preference : null);
  const isFree = ({ freeWhereSampled, messages }: ScoringCall): boolean =>
    freeWhereSampled && JSON.stringify(messages) === JSON.stringify(drafted);
  const asked = nodes.flatMap(({ kind }) => {
    if (kind === 'feedback') return [];
    return kind === 'draft' ? calls.filter((call) => !isFree(call)) : calls;
  });
  const most = plan.sampling.maxTokens;
  const tokens = asked.map(
    ({ messages, mostTokens }) => Math.min(most, mostTokens ?? most) + tokensOf(messages),
  );
  return { calls: asked.length, tokens: tokens.reduce((sum, each) => sum + each, 0) };
}
