import {
  armLabel,
  findNode,
  nodeName,
  pool,
  rewardOf,
  type ArmTree,
  type SamplingTree,
} from '../../../../core/index.ts';
import type { ScatterMark } from '../../../../viz/scorer-charts.ts';
import type { ScoredPair } from './pair-of-scorings.ts';

/** A response that a scorer or a control takes as its best. */
export interface Choice {
  readonly nodeId: string;
  /** "Refinement 2". */
  readonly name: string;
}

/** What two of them choose in one arm; null where one has nothing to choose from, or the arm isn't finished. */
export interface ArmChoices<Chosen extends Choice = Choice> {
  readonly armId: string;
  /** "PRS 4/4". */
  readonly armName: string;
  readonly first: Chosen | null;
  readonly second: Chosen | null;
}

export interface Winner extends Choice {
  readonly reward: number;
  /** Other responses of the pool with the same reward: the earliest of them won. */
  readonly levelWith: number;
}

/** The winner of each arm in two scorings of one run. */
export function armWinners(
  first: SamplingTree,
  second: SamplingTree,
): readonly ArmChoices<Winner>[] {
  return first.arms.map((arm) => {
    const other = second.arms.find((each) => each.arm.id === arm.arm.id);
    return {
      armId: arm.arm.id,
      armName: armLabel(arm.arm),
      first: winnerOf(arm),
      second: other === undefined ? null : winnerOf(other),
    };
  });
}

/** The winner by an arm's present rewards. */
export function winnerOf(arm: ArmTree): Winner | null {
  const node = findNode(arm, arm.winnerId);
  const reward = node === null ? null : rewardOf(node);
  if (node === null || reward === null) return null;
  const level = pool(arm).filter((other) => other.id !== node.id && rewardOf(other) === reward);
  return { nodeId: node.id, name: nodeName(node, arm), reward, levelWith: level.length };
}

/** Whether both choose the same response; null where one of them chooses none. */
export function isSameChoice({ first, second }: ArmChoices): boolean | null {
  return first === null || second === null ? null : first.nodeId === second.nodeId;
}

/** Which of the two has a response as its choice. */
export function markOf(
  { armId, nodeId }: ScoredPair,
  choices: readonly ArmChoices[],
): ScatterMark | null {
  const own = choices.find((each) => each.armId === armId);
  const [byFirst, bySecond] = [own?.first?.nodeId === nodeId, own?.second?.nodeId === nodeId];
  if (byFirst && bySecond) return 'both';
  if (byFirst) return 'first-winner';
  return bySecond ? 'second-winner' : null;
}

/** In words: "The winner differs in PRS 4/4; it is the same in Rand 8." */
export function winnersSentence(winners: readonly ArmChoices[]): string {
  const named = (wanted: boolean): string =>
    winners
      .filter((each) => isSameChoice(each) === wanted)
      .map(({ armName }) => armName)
      .join(', ');
  const [same, other] = [named(true), named(false)];
  if (same === '' && other === '') return 'No arm has a winner by both.';
  if (other === '') return `The winner is the same in ${same}.`;
  return `The winner differs in ${other}${same === '' ? '' : `; it is the same in ${same}`}.`;
}
