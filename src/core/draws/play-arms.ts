import type { Arm } from '../plan/arms.ts';
import { dearestNodes } from '../plan/estimate-cost.ts';
import { withoutSharedDrafts } from '../plan/without-shared-drafts.ts';
import type { ArmTree, SamplingTree } from '../tree/sampling-tree.ts';
import { armFromDraws } from './arm-from-draws.ts';
import { SharedDraws } from './shared-draws.ts';

/** Reads arms, whatever their budgets and splits, out of what a run has drawn: nothing is sampled. */
export type PlayArms = (arms: readonly Arm[]) => readonly ArmTree[];

/**
 * Prepares a run to be played: see `armFromDraws`. An arm that the run has itself is given as it stands; one that was given
 * before is the same object again, so that nothing is drawn anew for it.
 */
export function createPlay(tree: SamplingTree): PlayArms {
  const draws = new SharedDraws();
  for (const arm of tree.arms) draws.add(arm);
  const given = new Map<string, ArmTree>();
  const play = (arm: Arm): ArmTree => {
    const own = findSameArm(tree, arm);
    return own === null ? armFromDraws(arm, tree.run.plan, draws) : { ...own, arm };
  };
  return (arms) =>
    arms.map((arm) => {
      const key = JSON.stringify([arm.id, arm.kind, arm.split]);
      const played = given.get(key) ?? play(arm);
      given.set(key, played);
      return played;
    });
}

/** The run's arm of the same strategy and split, whatever its id; null where it has none. */
export function findSameArm(tree: SamplingTree, { kind, split }: Arm): ArmTree | null {
  const isSame = ({ arm }: ArmTree): boolean =>
    arm.kind === kind && arm.split.join('/') === split.join('/');
  return tree.arms.find(isSame) ?? null;
}

/** Which arms a run is to have next; none where it has all that are wanted. Asked again when those have been sampled. */
export type NextArms = (tree: SamplingTree) => readonly Arm[];

/** Arms of a run at most, with those that it gets after it was planned. */
export const MOST_ARMS = 64;

/**
 * Those of the arms that the run doesn't have yet, with ids of their own, to be sampled in it.
 *
 * @throws Error with a sentence where the run would have too many
 */
export function armsToAdd(tree: SamplingTree, arms: readonly Arm[]): readonly Arm[] {
  const added = arms
    .filter((arm) => findSameArm(tree, arm) === null)
    .map((arm) => ({ ...arm, id: [arm.kind, ...arm.split].join('-') }));
  if (tree.arms.length + added.length <= MOST_ARMS) return added;
  throw new Error(
    `This run has ${String(tree.arms.length)} arms, and ${String(MOST_ARMS)} is the most: a new run has room for more.`,
  );
}

/** How many texts are still to be drawn in arms read from a run, at most: what several of them lack alike counts once. */
export function missingTexts(arms: readonly ArmTree[]): number {
  const planned = arms.map((arm) => ({
    arm: arm.arm,
    nodes: dearestNodes(arm).filter(({ progress }) => progress.status === 'planned'),
  }));
  return withoutSharedDrafts(planned).reduce((texts, { nodes }) => texts + nodes.length, 0);
}
