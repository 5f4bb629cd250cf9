import {
  ARM_TRAITS,
  armLabel,
  type ArmKind,
  type ArmTree,
  createPlay,
  findNode,
  lackOfSplits,
  type LackOfSplits,
  missingTexts,
  nodeName,
  pool,
  readEverySplit,
  rewardOf,
  type SamplingTree,
  type Split,
} from '../core/index.ts';
import { secondsForText } from './progress-and-time-left.ts';

/** What one split of a run gives, as far as it was sampled. */
export interface SplitOfRun {
  /** N0 */
  readonly drafts: number;
  /** Texts that it lacks. */
  readonly missing: number;
  /** Null where it isn't sampled to its end, or no response of it has a reward. */
  readonly winner: { readonly name: string; readonly reward: number } | null;
}

/** An arm that has no split, to hold the splits against. */
export interface ReferenceArm {
  readonly label: string;
  readonly reward: number;
}

/** Every split N0/N1 of the arm on screen that has one, at its budget. */
export interface SplitsOfRun {
  readonly kind: ArmKind;
  readonly budget: number;
  /** Of that arm as it is shown; of more than two parts where it has several layers. */
  readonly shown: Split;
  /** By N0, from 0 to N. */
  readonly splits: readonly SplitOfRun[];
  readonly lack: LackOfSplits;
  /** Null where nothing was sampled yet. */
  readonly secondsForText: number | null;
  readonly references: readonly ReferenceArm[];
}

/**
 * Reads every split of the first arm shown whose split is free; null where none is. Reads anew only when a text or a reward
 * has come: while a run is sampled it is asked with each token.
 */
export function createSplitsOfRun(): (
  tree: SamplingTree,
  arms: readonly ArmTree[],
) => SplitsOfRun | null {
  let known: { of: string; read: Pick<SplitsOfRun, 'splits' | 'lack' | 'secondsForText'> } | null =
    null;
  return (tree, arms) => {
    const arm = arms.find(({ arm: { kind } }) => ARM_TRAITS[kind].split === 'free')?.arm;
    if (arm === undefined) return null;
    const { kind, split: shown } = arm;
    const budget = shown.reduce((sum, part) => sum + part, 0);
    const of = [tree.run.id, kind, budget, ...settledCounts(tree)].join(' ');
    if (known?.of !== of) known = { of, read: readSplits(tree, kind, budget) };
    return { kind, budget, shown, ...known.read, references: referencesOf(arms) };
  };
}

function readSplits(
  tree: SamplingTree,
  kind: ArmKind,
  budget: number,
): Pick<SplitsOfRun, 'splits' | 'lack' | 'secondsForText'> {
  const arms = readEverySplit(createPlay(tree), kind, budget);
  const splits = arms.map((arm, drafts) => ({
    drafts,
    missing: missingTexts([arm]),
    winner: winnerOf(arm),
  }));
  return { splits, lack: lackOfSplits(arms), secondsForText: secondsForText(tree.arms) };
}

function winnerOf(arm: ArmTree): SplitOfRun['winner'] {
  const node = arm.status === 'finished' ? findNode(arm, arm.winnerId) : null;
  const reward = node && rewardOf(node);
  return node === null || reward === null ? null : { name: nodeName(node, arm), reward };
}

/** Arms that never saw the preference: those that did are the split of all drafts. */
function referencesOf(arms: readonly ArmTree[]): readonly ReferenceArm[] {
  return arms
    .filter(({ arm }) => !ARM_TRAITS[arm.kind].readsPreference)
    .flatMap((arm) => {
      const winner = winnerOf(arm);
      return winner === null ? [] : [{ label: armLabel(arm.arm), reward: winner.reward }];
    });
}

/** How many texts and rewards there are. Neither goes away, and what is there stays as it is but for its scoring tried again. */
function settledCounts({ arms }: SamplingTree): readonly number[] {
  const nodes = arms.flatMap((arm) => arm.nodes);
  return [
    nodes.filter(({ progress }) => progress.status === 'finished').length,
    arms.flatMap(pool).filter((node) => rewardOf(node) !== null).length,
  ];
}
