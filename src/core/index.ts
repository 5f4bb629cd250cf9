/**
 * The method: Preference-Guided Reflective Sampling (Ye & Ng, EMNLP 2024, arXiv 2408.12163), with no dependency.
 *
 * prompt x · preference z · policy π · reward model R · budget N = N0 + N1 (+ N2 …) · draft y0 · anchor y0* · feedback f ·
 * refinement y1 · winner y* · layer 0 = drafts, layer k = refinements of the best response so far · improving pair (y0*, f, y1)
 */
export * from './chat.ts';
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
