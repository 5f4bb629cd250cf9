import { ARM_KINDS, armLabel, type ArmKind, defaultSplit, makeArm } from '../../core/index.ts';
import { armsOfRuns } from '../findings/arms-of-runs.ts';
import type { RunFacts } from '../findings/run-facts.ts';

/** An arm that fewer of the prompts have would leave too many of them out. */
const LEAST_SHARE = 0.8;

/** One arm of each strategy: that of the usual split where most prompts have it, else one that most have. */
export interface MainArm {
  readonly kind: ArmKind;
  readonly label: string;
}

/** The arms that a report compares: of one strategy in many splits one, since the splits have a chart of their own. */
export function mainArms(runs: readonly RunFacts[], budget: number): readonly MainArm[] {
  const known = armsOfRuns(runs, budget);
  const most = Math.max(0, ...known.map(({ prompts }) => prompts));
  const usual = known.filter(({ prompts }) => prompts >= LEAST_SHARE * most);
  return ARM_KINDS.flatMap((kind) => {
    const its = usual.filter(({ label }) => kindOf(runs, label) === kind);
    const asUsual = armLabel(makeArm(kind, budget, defaultSplit(budget, 1)));
    const chosen = its.find(({ label }) => label === asUsual) ?? its[0];
    return chosen === undefined ? [] : [{ kind, label: chosen.label }];
  });
}

function kindOf(runs: readonly RunFacts[], label: string): ArmKind | null {
  for (const { arms } of runs) {
    const arm = arms.find((each) => each.label === label);
    if (arm !== undefined) return arm.kind;
  }
  return null;
}

/**
 * The arm that the others are held against: the one asked for, one of its strategy, else PRand, which differs from PRS in reflecting
 * alone, where Rand also lacks the preference; the first where there is none.
 */
export function baselineOf(arms: readonly MainArm[], asked: string | null): MainArm | null {
  const same = arms.find(({ label }) => label === asked);
  const alike = arms.find(({ label }) => asked !== null && nameOf(label) === nameOf(asked));
  return same ?? alike ?? arms.find(({ kind }) => kind === 'prand') ?? arms[0] ?? null;
}

/** "Rand" of "Rand 16". */
function nameOf(label: string): string {
  return label.trim().replace(/ [(\d][\d/, )]*$/, '');
}
