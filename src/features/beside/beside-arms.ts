import {
  type ArmKind,
  armLabel,
  type ArmTree,
  findNode,
  nodeName,
  rewardOf,
  type SamplingTree,
} from '../../core/index.ts';
import { formatGain, formatReward, shownDifference } from '../../ui/index.ts';

/** Of two runs beside each other. */
export type Side = 'A' | 'B';

/** An arm of one of the two, told apart from the other's by its id. */
export interface BesideArm {
  readonly side: Side;
  /** Its id is unique among both runs' arms. */
  readonly arm: ArmTree;
  /** "PRS 4/4, A" */
  readonly label: string;
}

/** The arms that two runs were planned with, those of one strategy beside each other: A's order, then what only B has. */
export function besideArms(one: SamplingTree, other: SamplingTree): readonly BesideArm[] {
  const all = [...plannedArms('A', one), ...plannedArms('B', other)];
  const kinds = [...new Set(all.map(kindOf))];
  return kinds.flatMap((kind) => all.filter((each) => kindOf(each) === kind));
}

function kindOf({ arm }: BesideArm): ArmKind {
  return arm.arm.kind;
}

function plannedArms(side: Side, { run, arms }: SamplingTree): readonly BesideArm[] {
  const planned = new Set(run.plan.arms.map(({ id }) => id));
  return arms
    .filter(({ arm }) => planned.has(arm.id))
    .map((tree) => ({
      side,
      arm: { ...tree, arm: { ...tree.arm, id: `${side}-${tree.arm.id}` } },
      label: `${armLabel(tree.arm)}, ${side}`,
    }));
}

/** The arms of one strategy in each run; null where one has none. */
export interface Pair {
  readonly kind: ArmKind;
  readonly one: BesideArm | null;
  readonly other: BesideArm | null;
}

/** Strategy by strategy, what each run has of it. */
export function pairsOf(arms: readonly BesideArm[]): readonly Pair[] {
  const kinds = [...new Set(arms.map(kindOf))];
  const find = (kind: ArmKind, wanted: Side): BesideArm | null =>
    arms.find((each) => kindOf(each) === kind && each.side === wanted) ?? null;
  return kinds.map((kind) => ({ kind, one: find(kind, 'A'), other: find(kind, 'B') }));
}

/**
 * Two winners with their rewards, and where both are for one preference, which has more.
 *
 * @returns null where one has no reward; to be said of rewards on one axis only
 */
export function winnersSentence({ one, other }: Pair, isOnePreference: boolean): string | null {
  if (one === null || other === null) return null;
  const [a, b] = [bestOf(one), bestOf(other)];
  if (a === null || b === null) return null;
  const names = [...new Set([armLabel(one.arm.arm), armLabel(other.arm.arm)])].join(' and ');
  const told = `${names}: A’s winner, ${a.name}, has ${formatReward(a.reward)}; B’s, ${b.name}, has ${formatReward(b.reward)}`;
  return isOnePreference ? `${told}: ${leadOf(a.reward, b.reward)}.` : `${told}.`;
}

function leadOf(a: number, b: number): string {
  if (formatReward(a) === formatReward(b)) return 'level';
  const apart = formatGain(Math.abs(shownDifference(a, b)));
  return a > b ? `${apart} for A` : `${apart} for B`;
}

function bestOf({ arm }: BesideArm): { readonly name: string; readonly reward: number } | null {
  const winner = findNode(arm, arm.winnerId);
  const reward = winner === null ? null : rewardOf(winner);
  return winner === null || reward === null ? null : { name: nodeName(winner, arm), reward };
}
