import { MEASURED_TABLE } from '../../src/rewards/badges/accuracy-badges.ts';
import { plainTable } from '../overhead/plain-table.ts';
import { committedFigure, compareOutcomes, sampleOf } from './compare-figure.ts';
import { measureSet } from './measure-set.ts';
import type { TableParts } from './measure-table.ts';
import { measurerOf } from './measurer.ts';
import type { PairSet } from './pair-sets.ts';
import { canMeasure, type CommandScorer } from './scorer-list.ts';

/** Pairs of each set where the number isn't said. */
const USUAL_PAIRS = 40;
/** At most so many for a scorer that reads the embedded model: a minute or two for each set. */
const MODEL_PAIRS = 8;

interface CheckedCell {
  readonly fits: boolean;
  readonly row: readonly string[];
}

/** Measures a sample of each committed figure again. @returns whether all of them fit */
export async function checkTable(
  parts: TableParts,
  tell: (text: string) => void,
): Promise<boolean> {
  const cells: CheckedCell[] = [];
  for (const scorer of parts.scorers) {
    for (const set of parts.sets.filter((one) => canMeasure(scorer, one))) {
      cells.push(await checkCell(scorer, set, parts));
    }
  }
  const head = ['scorer', 'set', 'pairs', 'otherwise', ''];
  tell(plainTable([head, ...cells.map(({ row }) => row)]));
  const misfits = cells.filter(({ fits }) => !fits).length;
  tell(
    misfits === 0
      ? 'The committed table fits what was measured again.'
      : `The committed table does not fit in ${String(misfits)} of ${String(cells.length)} places: npm run bench:scorers measures it anew.`,
  );
  return misfits === 0;
}

async function checkCell(
  scorer: CommandScorer,
  set: PairSet,
  parts: TableParts,
): Promise<CheckedCell> {
  const measurer = await measurerOf(scorer, parts.model);
  const committed = committedFigure(MEASURED_TABLE, measurer, set);
  if (!committed.fits) {
    return {
      fits: false,
      row: [scorer.id, set.name, '0', '', `does not fit: ${committed.problem}`],
    };
  }
  const asked = parts.sample ?? USUAL_PAIRS;
  const size = measurer.model === null ? asked : Math.min(asked, MODEL_PAIRS);
  const sample = sampleOf(committed.figure, set, size);
  const outcomes = await measureSet(measurer, { ...parts, set, places: sample.places });
  const { fits, pairs, otherwise } = compareOutcomes(
    sample.outcomes,
    outcomes,
    measurer.model !== null,
  );
  const verdict = fits ? 'fits' : 'does not fit';
  return { fits, row: [scorer.id, set.name, String(pairs), String(otherwise), verdict] };
}
