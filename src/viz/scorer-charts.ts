/** What only the scorers' panel draws: a door of its own, so that a first visit fetches none of it. */
export { BestOfKChart } from './charts/best-of-k-chart.tsx';
export { ScatterChart } from './charts/scatter-chart.tsx';
export type { ScatterMark, ScatterPoint } from './charts/scatter-drawing.tsx';
