import { plainTable } from '../../overhead/plain-table.ts';
import { shareOf } from '../report.ts';
import type { PartFigure } from './compare-parts.ts';

/** What each part of the responses came to, as a person reads it. */
export function reportParts(figures: readonly PartFigure[]): string {
  const rows = figures.map(({ part, figure, tokensShare, rankCorrelation }) => [
    part === 'whole' ? 'whole' : String(part),
    shareOf(figure),
    `${(100 * tokensShare).toFixed(0)} %`,
    rankCorrelation === null ? 'none' : rankCorrelation.toFixed(3),
  ]);
  const head = ['tokens', 'right', 'tokens read', 'rank correlation with the whole'];
  return plainTable([head, ...rows]);
}
