/**
 * The method: Preference-Guided Reflective Sampling (Ye & Ng, EMNLP 2024, arXiv 2408.12163), with no dependency.
 *
 * prompt x · preference z · policy π · reward model R · budget N = N0 + N1 (+ N2 …) · draft y0 · anchor y0* · feedback f ·
 * refinement y1 · winner y* · layer 0 = drafts, layer k = refinements of the best response so far · improving pair (y0*, f, y1)
 */
export * from './chat.ts';
export * from './hidden-states.ts';
export * from './model-catalog.ts';
export * from './policy.ts';
export * from './reward.ts';
export * from './run-store.ts';
export * from './sampling.ts';
export * from './seeds.ts';
export * from './plan/arms.ts';
export * from './plan/prompt-templates.ts';
export * from './plan/run-plan.ts';
export * from './tree/events.ts';
export * from './tree/sampling-tree.ts';
export * from './plan/estimate-scoring.ts';
export * from './plan/estimate.ts';
export * from './plan/make-arm.ts';
export * from './plan/plan-nodes.ts';
export * from './reading/accounts.ts';
export * from './reading/controls.ts';
export * from './reading/equal-tokens.ts';
export * from './reading/factors.ts';
export * from './reading/improving-pairs.ts';
export * from './reading/times.ts';
export * from './reading/token-usage.ts';
export * from './sampler/clock.ts';
export * from './sampler/sample-run.ts';
export * from './sampler/sampler-dependencies.ts';
export * from './scoring/compare-tree.ts';
export * from './scoring/equal-responses.ts';
export * from './scoring/own-scoring.ts';
export * from './scoring/read-by-scoring.ts';
export * from './scoring/read-votes.ts';
export * from './scoring/reward-of-comparisons.ts';
export * from './scoring/score-at-once.ts';
export * from './scoring/score-response.ts';
export * from './scoring/score-tree.ts';
export * from './scoring/scoring-ids.ts';
export { isSameResponse } from './tree/grow-scorings.ts';
export * from './tree/grow-tree.ts';
export * from './tree/plant-tree.ts';
export * from './tree/read-tree.ts';
export * from './statistics/best-of-k.ts';
export * from './statistics/bradley-terry.ts';
export * from './statistics/comparison-schedule.ts';
export * from './statistics/least-squares.ts';
export * from './statistics/moments.ts';
export * from './statistics/over-optimisation.ts';
export * from './statistics/rank-correlation.ts';
export * from './statistics/wilson-interval.ts';
