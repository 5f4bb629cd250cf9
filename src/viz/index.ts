/**
 * The sampling tree as a picture: layout (pure: data to coordinates), tree and charts (React draws, D3 zooms).
 *
 * layer · heading · joint: where a layer hangs from, the feedback's note or a bare knot · lane: the way around layers ·
 * standing: anchor, winner or improving · domain: least and most reward of all arms on screen
 */
export { BestOfKChart, type BestOfKChartProps } from './charts/best-of-k-chart.tsx';
export { ContributionBars, type ContributionBarsProps } from './charts/contribution-bars.tsx';
export { RewardStrip, type RewardStripProps } from './charts/reward-strip.tsx';
export { ScatterChart, type ScatterChartProps } from './charts/scatter-chart.tsx';
export type { ScatterAxis, ScatterMark, ScatterPoint } from './charts/scatter-point.ts';
export type { ScatterLine } from './layout/scatter-layout.ts';
export { rewardDomain, type RewardDomain } from './layout/reward-scale.ts';
export { RewardLegend, type RewardLegendProps } from './tree/reward-legend.tsx';
export { SamplingTreeView, type SamplingTreeViewProps } from './tree/sampling-tree-view.tsx';
export { TreeOutline, type TreeOutlineProps } from './tree/tree-outline.tsx';
