/** The winner's reward against the split: a door of its own, so that a first visit fetches none of it. */
export { PLOT_EDGE, SplitChart, type SplitChartProps } from './charts/split-chart.tsx';
