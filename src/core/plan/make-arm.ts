import { ARM_TRAITS, type Arm, type ArmKind } from './arms.ts';

/**
 * An arm whose parts sum to the budget.
 *
 * @param split `[N0, N1, …]` for the arms that refine; the others have one layer and ignore it.
 * @throws RangeError where the budget isn't a positive integer or the split isn't one of it.
 */
export function makeArm(kind: ArmKind, budget: number, split: readonly number[]): Arm {
  if (!Number.isSafeInteger(budget) || budget < 1) {
    throw new RangeError(`The budget N should be a positive whole number, not ${String(budget)}.`);
  }
  const ownSplit = splitOf(kind, budget, split);
  checkSplit(ownSplit, budget);
  return { id: kind, kind, split: ownSplit };
}

/** The arm as people write it: "PRS 4/4", "PRS (0, 8)", "Rand 8". */
export function armLabel(arm: Arm): string {
  if (arm.kind === 'prs-0-n') return `PRS (${arm.split.join(', ')})`;
  const name = arm.kind === 'prs' ? 'PRS' : ARM_TRAITS[arm.kind].name;
  return `${name} ${arm.split.join('/')}`;
}

function splitOf(kind: ArmKind, budget: number, split: readonly number[]): readonly number[] {
  switch (kind) {
    case 'rand':
    case 'prand':
      return [budget];
    case 'prs-0-n':
      return [0, budget];
    case 'prs':
    case 'prs-without-feedback':
      return split;
  }
}

function checkSplit(split: readonly number[], budget: number): void {
  const whole = split.every((part) => Number.isSafeInteger(part) && part >= 0);
  const sum = split.reduce((total, part) => total + part, 0);
  if (!whole || sum !== budget) {
    throw new RangeError(
      `The split ${split.join('/')} should be whole numbers that sum to the budget ${String(budget)}.`,
    );
  }
}
