/** Each arm as a tree in the order sampled, zoomed and panned: a door of its own, so that a first visit fetches none of it. */
export { RewardStrip } from './charts/reward-strip.tsx';
export { RewardLegend } from './order-picture/reward-legend.tsx';
export { SamplingTreeView } from './order-picture/sampling-tree-view.tsx';
