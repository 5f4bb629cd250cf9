import {
  ARM_KINDS,
  ARM_TRAITS,
  makeArm,
  refines,
  type Arm,
  type ArmKind,
  type Split,
} from '../../core/index.ts';

/** Splits that were read, and in sentences what of them could not be. */
export interface ReadSplits {
  readonly splits: readonly Split[];
  readonly problems: readonly string[];
}

/** Layers of a split at most, drafts among them. */
const MOST_LAYERS = 8;

/**
 * Reads splits as people write them, "4/4, 2/6", each once.
 *
 * @param budget N, to which each sums
 */
export function readSplits(text: string, budget: number): ReadSplits {
  const written = text
    .split(/[,;\n]/)
    // "04/4" is the split 4/4.
    .map((each) => each.replaceAll(/\s/g, '').replaceAll(/\b0+(?=\d)/g, ''))
    .filter((each) => each !== '');
  const problems = [...new Set(written)].flatMap((each) => problemOf(each, budget) ?? []);
  const splits = [...new Set(written)]
    .filter((each) => problemOf(each, budget) === null)
    .map(partsOf);
  return { splits, problems };
}

function partsOf(written: string): Split {
  return written.split('/').map(Number);
}

function problemOf(written: string, budget: number): string | null {
  if (!/^\d{1,3}(\/\d{1,3}){0,7}$/.test(written)) {
    return `“${written}” is no split: write the drafts and the refinements of each layer, such as 4/4, ${String(MOST_LAYERS)} numbers at most.`;
  }
  const sum = partsOf(written).reduce((total, part) => total + part, 0);
  if (sum === budget) return null;
  return `The split ${written} has ${String(sum)} responses, and N is ${String(budget)}: let it sum to N.`;
}

/**
 * The arms of a study, those that refine first: each strategy once, one whose split is free once for each split. Their ids are
 * those that arms of other splits have in a run.
 *
 * @param splits each of N parts
 */
export function armsOfStudy(
  kinds: readonly ArmKind[],
  budget: number,
  splits: readonly Split[],
): readonly Arm[] {
  return IN_ORDER.filter((kind) => kinds.includes(kind)).flatMap((kind) => {
    if (ARM_TRAITS[kind].split !== 'free') return [makeArm(kind, budget, [])];
    return splits.map((split, place) => {
      const arm = makeArm(kind, budget, split);
      return place === 0 ? arm : { ...arm, id: [kind, ...split].join('-') };
    });
  });
}

const IN_ORDER: readonly ArmKind[] = [
  ...ARM_KINDS.filter(refines),
  ...ARM_KINDS.filter((kind) => !refines(kind)),
];
