/**
 * The sampling tree as a picture: layout (pure: data to coordinates), reward picture (every arm on one axis of rewards), charts. The
 * trees in the order sampled, which a first visit doesn't fetch, have a door of their own: `order-charts.ts`.
 *
 * lane: a layer's responses, from left to right by reward · note: a feedback · guide: the anchor's reward through the lane of
 * its refinements · joint: where a layer hangs from, its notes or a bare knot · standing: anchor, winner or improving ·
 * domain: least and most reward of all arms on screen
 */
export { ContributionBars } from './charts/contribution-bars.tsx';
export { contributionRange } from './charts/contribution-range.ts';
export { RewardTable } from './charts/reward-table.tsx';
export { rewardDomain, type RewardDomain } from './layout/reward-scale.ts';
export { RewardPicture } from './reward-picture/reward-picture.tsx';
export { PictureLegend } from './reward-picture/picture-legend.tsx';
export { TreeOutline } from './order-picture/tree-outline.tsx';
