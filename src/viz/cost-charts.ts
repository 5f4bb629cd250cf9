/** The best reward so far against what was spent: a door of its own, so that a first visit fetches none of it. */
export { amountOf, BestSoFarChart, type BestSoFarArm } from './charts/best-so-far-chart.tsx';
export { armFollowed, hasNoLine } from './charts/best-so-far-layout.ts';
