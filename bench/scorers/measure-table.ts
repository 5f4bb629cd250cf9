import { MEASURED_TABLE, type MeasuredTable } from '../../src/rewards/badges/accuracy-badges.ts';
import type { BenchModel } from './bench-model.ts';
import { figureOf } from './figure.ts';
import { measureSet, type SetParts } from './measure-set.ts';
import { withFigure, writeTable } from './measured-file.ts';
import { measurerOf } from './measurer.ts';
import type { PairSet } from './pair-sets.ts';
import { reportTable, shareOf } from './report.ts';
import { canMeasure, type CommandScorer } from './scorer-list.ts';
import { spreadSample } from './spread-sample.ts';

export interface TableParts extends Pick<SetParts, 'signal' | 'say' | 'now'> {
  readonly scorers: readonly CommandScorer[];
  readonly sets: readonly PairSet[];
  /** Pairs of each set; null for as many as is usual. */
  readonly sample: number | null;
  readonly model: BenchModel;
}

/** Pairs of each set for a scorer that reads the embedded model, some 25 tokens a second. */
const MODEL_PAIRS = 100;

/**
 * Measures each scorer on each set and writes the table after each, so that what is measured stays.
 *
 * @returns the table for people, with the figures that were there before
 */
export async function measureTable(parts: TableParts): Promise<string> {
  let table = MEASURED_TABLE;
  for (const scorer of parts.scorers) {
    for (const set of parts.sets.filter((one) => canMeasure(scorer, one))) {
      table = await measureInto(table, scorer, set, parts);
      await writeTable(table);
    }
  }
  return reportTable(table);
}

async function measureInto(
  table: MeasuredTable,
  scorer: CommandScorer,
  set: PairSet,
  parts: TableParts,
): Promise<MeasuredTable> {
  const measurer = await measurerOf(scorer, parts.model);
  const usual = scorer.reads === 'texts' ? set.pairs.length : MODEL_PAIRS;
  const places = spreadSample(set.pairs.length, parts.sample ?? usual);
  const outcomes = await measureSet(measurer, { ...parts, set, places });
  const figure = figureOf({
    scorer: measurer.description,
    set: set.id,
    measuredAt: new Date(parts.now()).toISOString().slice(0, 10),
    model: measurer.model,
    outcomes,
  });
  if (figure.failed === figure.n) {
    parts.say(`${scorer.id} could score no pair of ${set.name}, so there is no figure.`);
    return table;
  }
  parts.say(`${scorer.id} on ${set.name}: ${shareOf(figure)}`);
  return withFigure(table, set, figure);
}
