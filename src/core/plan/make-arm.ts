import { ARM_TRAITS, type Arm, type ArmKind, type SplitRule } from './arms.ts';

/**
 * An arm whose parts sum to the budget.
 *
 * @param split `[N0, N1, …]` for the arms whose split is free; the others divide the budget themselves and ignore it.
 * @throws RangeError where the budget isn't a positive integer or the split isn't one of it.
 */
export function makeArm(kind: ArmKind, budget: number, split: readonly number[]): Arm {
  if (!Number.isSafeInteger(budget) || budget < 1) {
    throw new RangeError(`The budget N should be a positive whole number, not ${String(budget)}.`);
  }
  const ownSplit = SPLITS[ARM_TRAITS[kind].split].divide(budget, split);
  checkSplit(ownSplit, budget);
  return { id: kind, kind, split: ownSplit };
}

/** The arm as people write it: "PRS 4/4", "PRS (0, 8)", "Rand 8". */
export function armLabel({ kind, split }: Arm): string {
  const { shortName, split: rule } = ARM_TRAITS[kind];
  return `${shortName} ${SPLITS[rule].write(split)}`;
}

/** What the arm's split should have been, ending "should be …"; null where it is that. */
export function splitProblem({ kind, split }: Arm, budget: number): string | null {
  const sum = split.reduce((total, part) => total + part, 0);
  if (sum !== budget) return `numbers that sum to the budget ${String(budget)}`;
  const { allows, expected } = SPLITS[ARM_TRAITS[kind].split];
  return allows(split) ? null : expected;
}

/** Whether an arm writes refinements at all. */
export function refines(kind: ArmKind): boolean {
  return ARM_TRAITS[kind].split !== 'drafts-alone';
}

/** Whether an arm as it is planned writes refinements, or may. */
export function reflects(arm: Arm): boolean {
  const [first = 0, ...further] = arm.split;
  return further.some((part) => part > 0) || (isAdaptive(arm) && first > 1);
}

/** Whether an arm decides response by response what it samples next. */
export function isAdaptive({ kind }: Arm): boolean {
  return ARM_TRAITS[kind].split === 'adaptive';
}

interface Splitting {
  readonly divide: (budget: number, asked: readonly number[]) => readonly number[];
  readonly allows: (split: readonly number[]) => boolean;
  /** What it allows, in words. */
  readonly expected: string;
  readonly write: (split: readonly number[]) => string;
}

const UNDIVIDED: Splitting = {
  divide: (budget) => [budget],
  allows: (split) => split.length === 1,
  expected: 'one number, since this arm has one layer',
  write: (split) => split.join('/'),
};

const SPLITS: Readonly<Record<SplitRule, Splitting>> = {
  'drafts-alone': UNDIVIDED,
  adaptive: { ...UNDIVIDED, expected: 'one number, since this arm divides it as it goes' },
  'refinements-alone': {
    divide: (budget) => [0, budget],
    allows: (split) => split.length === 2 && split[0] === 0,
    expected: 'no drafts and all refinements',
    write: (split) => `(${split.join(', ')})`,
  },
  free: {
    divide: (_, asked) => asked,
    allows: () => true,
    expected: 'a list of numbers',
    write: (split) => split.join('/'),
  },
};

function checkSplit(split: readonly number[], budget: number): void {
  const whole = split.every((part) => Number.isSafeInteger(part) && part >= 0);
  const sum = split.reduce((total, part) => total + part, 0);
  if (!whole || sum !== budget) {
    throw new RangeError(
      `The split ${split.join('/')} should be whole numbers that sum to the budget ${String(budget)}.`,
    );
  }
}
