/**
 * The sampling tree as a picture: layout (pure: data to coordinates), tree and charts (React draws, D3 zooms).
 *
 * layer · heading · joint: where a layer hangs from, the feedback's note or a bare knot · lane: the way around layers ·
 * standing: anchor, winner or improving · domain: least and most reward of all arms on screen
 */
export { ContributionBars } from './charts/contribution-bars.tsx';
export { RewardStrip } from './charts/reward-strip.tsx';
export { rewardDomain, type RewardDomain } from './layout/reward-scale.ts';
export { RewardLegend } from './tree/reward-legend.tsx';
export { SamplingTreeView } from './tree/sampling-tree-view.tsx';
export { TreeOutline } from './tree/tree-outline.tsx';
