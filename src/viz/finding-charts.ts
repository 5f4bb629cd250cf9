/** Figures over many prompts, each with its band: a door of its own, so that a first visit fetches none of it. */
export { BandChart } from './charts/band-chart.tsx';
export { HeatMap } from './charts/heat-map.tsx';
export { IntervalChart } from './charts/interval-chart.tsx';
