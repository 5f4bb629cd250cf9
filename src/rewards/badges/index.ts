export { badgesFor, MEASURED_TABLE, type Badge } from './badges.ts';
export type { MeasuredFigure, MeasuredSet, MeasuredTable } from './measured-table.ts';
