/**
 * The method: Preference-Guided Reflective Sampling (Ye & Ng, EMNLP 2024, arXiv 2408.12163), with no dependency.
 *
 * prompt x · preference z · policy π: the model that writes · reward model R: a scorer that gives a reward · budget N = N0 + N1
 * (+ N2 …) · split: N's parts, one a layer · layer 0 = drafts, layer k = refinements of the best response so far, in an adaptive arm of any ·
 * response: a draft y0 or a refinement y1 · anchor y0*: the response that a layer refines · feedback f: a critique of the
 * anchor · winner y*: the best of the pool · pool: the responses that count towards N · improving pair (y0*, f, y1)
 *
 * arm: a strategy with its split; traits: what the strategy is · place: a node of the plan, before anything is sampled ·
 * node: a place with its text and reward · tree: an arm's or a run's nodes, folded from events · scoring: what a scorer made
 * of a run's responses afterwards · control: a pick over the pool without a scorer · account: what an arm cost ·
 * draw: one answer of the policy to messages, settings and a seed; arms that ask the same share it ·
 * factor: one term of p(y0) · p(f) · p(y1) · lineage: a node's ancestors
 */
export * from './clock.ts';
export * from './policy.ts';
export * from './policy-abilities.ts';
export * from './hidden-states.ts';
export * from './cut-text.ts';
export * from './error-message.ts';
export * from './hash-of-text.ts';
export * from './late.ts';
export * from './model-catalog.ts';
export * from './model-servers.ts';
export * from './reward.ts';
export * from './run-store.ts';
export * from './seeds.ts';
export * from './server-abilities.ts';
export * from './plain-marks.ts';
export * from './thoughts.ts';
export * from './web-address.ts';
export * from './plan/arms.ts';
export * from './plan/default-split.ts';
export * from './plan/named-splits.ts';
export * from './plan/prompt-templates.ts';
export * from './plan/model-settings.ts';
export * from './plan/run-name.ts';
export * from './plan/run-plan.ts';
export * from './draws/every-split.ts';
export * from './draws/play-arms.ts';
export * from './plan/without-shared-drafts.ts';
export * from './tree/run-events.ts';
export * from './tree/sampling-tree.ts';
export * from './plan/estimate-cost.ts';
export * from './plan/make-arm.ts';
export * from './plan/plan-nodes.ts';
// Its sentences are fetched when there may be something to say: whoever says them imports the file itself.
export type { KnownModel } from './plan/warn-before-run.ts';
export * from './results/best-so-far.ts';
export * from './results/cost-accounts.ts';
export * from './results/control-picks.ts';
export * from './results/factors.ts';
export * from './results/improving-pairs.ts';
export * from './results/verdict-facts.ts';
export * from './sampler/sample-further-arms.ts';
export type { SamplerDependencies } from './sampler/sample-node.ts';
export * from './sampler/sample-run.ts';
export * from './sampler/try-again.ts';
export * from './scoring/judge-tree-in-pairs.ts';
export * from './scoring/own-scoring.ts';
// What scores a run for another preference is fetched when a person changes it.
export type { RewardsByText } from './scoring/score-for-another-preference.ts';
export * from './scoring/tree-by-another-scorer.ts';
export * from './scoring/rewards-of-comparisons-and-votes.ts';
export * from './scoring/retry-rewards.ts';
export * from './scoring/score-tree.ts';
export * from './scoring/score-tree-again.ts';
export * from './scoring/ask-for-rewards.ts';
export * from './scoring/score-response.ts';
export * from './tree/grow-tree-from-events.ts';
export * from './tree/growing-tree.ts';
export * from './tree/choose-anchor-and-winner.ts';
export * from './tree/find-in-tree.ts';
export * from './tree/tell-again.ts';
export * from './statistics/band-over-prompts.ts';
export * from './statistics/best-of-k.ts';
export * from './statistics/bradley-terry.ts';
export * from './statistics/comparison-schedule.ts';
export * from './statistics/drawn-variances.ts';
export * from './statistics/expected-winner-of-splits.ts';
export * from './statistics/group-copies.ts';
export * from './statistics/length-controlled-share.ts';
export * from './statistics/means-and-least-squares.ts';
export * from './statistics/over-optimisation.ts';
export * from './statistics/rank-correlation.ts';
export * from './statistics/wilson-interval.ts';
