import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';
import type {
  MeasuredFigure,
  MeasuredSet,
  MeasuredTable,
} from '../../src/rewards/badges/accuracy-badges.ts';
import { SET_SOURCES, type PairSet } from './pair-sets.ts';
import { SCORERS } from './scorer-list.ts';

const path = join(repositoryRoot, 'src/rewards/badges/measured.json');

/** The table with one more figure, in the place of an older one. Figures of other rows of the set, and of scorers that are gone, are dropped. */
export function withFigure(
  { sets, figures }: MeasuredTable,
  set: PairSet,
  figure: MeasuredFigure,
): MeasuredTable {
  const known = sets.find(({ id }) => id === set.id);
  const sameRows = known === undefined || known.sha256 === set.sha256;
  const kept = figures.filter(
    (other) =>
      scorerPlace(other.scorer) >= 0 &&
      (other.set !== set.id || (sameRows && other.scorer !== figure.scorer)),
  );
  return {
    sets: inOrder([...sets.filter(({ id }) => id !== set.id), describeSet(set)], ({ id }) =>
      setPlace(id),
    ),
    figures: inOrder(
      [...kept, figure],
      (one) => 1000 * scorerPlace(one.scorer) + setPlace(one.set),
    ),
  };
}

/** Laid out as the formatter does. */
export async function writeTable(table: MeasuredTable): Promise<void> {
  await writeFile(`${path}.partial`, `${JSON.stringify(table, null, 2)}\n`);
  await rename(`${path}.partial`, path);
}

export function describeSet({ id, name, conditionedOn, pairs, sha256 }: PairSet): MeasuredSet {
  return { id, name, conditionedOn, pairs: pairs.length, sha256 };
}

function setPlace(id: string): number {
  return SET_SOURCES.findIndex((source) => source.id === id);
}

function scorerPlace(name: string): number {
  return SCORERS.findIndex((scorer) => scorer.id === name);
}

function inOrder<Item>(items: readonly Item[], placeOf: (item: Item) => number): readonly Item[] {
  return items.toSorted((first, second) => placeOf(first) - placeOf(second));
}
