import type { Arm, ArmKind } from '../plan/arms.ts';
import { makeArm } from '../plan/make-arm.ts';
import type { ArmTree, SamplingTree } from '../tree/sampling-tree.ts';
import { createPlay, findSameArm, missingTexts, type PlayArms } from './play-arms.ts';

/**
 * Every split N0/N1 of a budget, N0 from 0 to N, read from what a run has drawn.
 *
 * @param kind of a free split
 */
export function readEverySplit(play: PlayArms, kind: ArmKind, budget: number): readonly ArmTree[] {
  return play(
    Array.from({ length: budget + 1 }, (_, drafts) =>
      makeArm(kind, budget, [drafts, budget - drafts]),
    ),
  );
}

/**
 * The arms whose draws hold all that every split needs, as far as that is known: all drafts, all refinements, and for each
 * anchor that comes up as drafts are added the split in which it first does, which has the most refinements of it. The anchor is
 * a record among the drafts, so for N of them there are only about ln N + 0.58 different ones. Where feedback reads a rejected
 * response too, what is refined is the two together: about twice as many.
 *
 * @param splits as `readEverySplit` gives them
 */
export function armsOfEverySplit(splits: readonly ArmTree[]): readonly ArmTree[] {
  const seen = new Set<string>();
  return splits.filter(({ arm, anchors, rejected }, drafts) => {
    if (drafts === 0 || drafts === splits.length - 1) return true;
    const anchor = anchors[1] ?? null;
    const read = [anchor, rejected[1]].join(' ');
    if (anchor === null || seen.has(read)) return false;
    seen.add(read);
    return arm.split.length > 1;
  });
}

/** What is still to be drawn until every split is there. */
export interface LackOfSplits {
  readonly texts: number;
  /** Whether all drafts are there, so that all anchors are known; else it can be more. */
  readonly isWhole: boolean;
}

/** @param splits as `readEverySplit` gives them */
export function lackOfSplits(splits: readonly ArmTree[]): LackOfSplits {
  const texts = missingTexts(armsOfEverySplit(splits));
  const drafts = splits.at(-1);
  return { texts, isWhole: drafts === undefined || missingTexts([drafts]) === 0 };
}

/**
 * The arm to be sampled next until every split of a budget is there: the one that lacks the fewest texts. None once all are, or
 * were tried: a text that failed isn't asked for again.
 */
export function nextOfEverySplit(
  tree: SamplingTree,
  kind: ArmKind,
  budget: number,
): readonly Arm[] {
  const lacking = armsOfEverySplit(readEverySplit(createPlay(tree), kind, budget))
    .map((arm) => ({ arm: arm.arm, texts: missingTexts([arm]) }))
    .filter(({ arm, texts }) => texts > 0 && findSameArm(tree, arm) === null)
    .sort((one, other) => one.texts - other.texts);
  return lacking.slice(0, 1).map(({ arm }) => arm);
}
