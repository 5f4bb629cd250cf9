import {
  ARM_TRAITS,
  type ArmTree,
  type FeedbackRule,
  findNode,
  isAdaptive,
  nodeName,
} from '../../core/index.ts';
import type { LaneLayer } from './plan-lanes.ts';

export interface LaneLabel {
  /** “Drafts N0 = 4”. */
  readonly title: string;
  /** What its responses were sampled from. */
  readonly source: string;
  /** What went wrong in it: “1 failed”; empty where nothing did. */
  readonly trouble: string;
}

/** From the lane's left edge, where it doesn't stand beside the lane. */
export const LANE_LABEL_INSET = 6;

/** Letters at 12 px, bold and plain, a little wider than most are. */
export const LETTER = { strong: 7.2, soft: 6.6 };

/** How much of a lane's foot its label takes, in CSS pixels. */
export function widthOfLaneLabel({ title, source, trouble }: LaneLabel): number {
  const after = [source, trouble].filter((words) => words !== '').map((words) => ` · ${words}`);
  return LANE_LABEL_INSET + title.length * LETTER.strong + after.join('').length * LETTER.soft;
}

/** What a lane is, in two short lines, and how many of its responses have no reward to come. */
export function laneLabel(arm: ArmTree, layer: LaneLayer): LaneLabel {
  return { ...headingOf(arm, layer), trouble: troubleOf(arm, layer) };
}

function headingOf(arm: ArmTree, { layer, responses }: LaneLayer) {
  const { feedback, readsPreference } = ARM_TRAITS[arm.arm.kind];
  const count = String(responses.length);
  // Its parts aren't those of a split.
  const isFound = isAdaptive(arm.arm);
  if (layer > 0) {
    const number = String(layer);
    const title = isFound ? `Refinement ${number}` : `Refinements N${number} = ${count}`;
    const anchor = isFound && findNode(arm, arm.anchors[layer] ?? null);
    return { title, source: anchor ? `of ${nodeName(anchor, arm)}` : SOURCES[feedback] };
  }
  const first = findNode(arm, responses[0] ?? null);
  if (first?.inBudget === false) return { title: 'Anchor draft', source: 'greedy, outside N' };
  const isAlone = arm.arm.split.length === 1;
  return {
    title: isFound ? `Drafts: ${count}` : `Drafts N${isAlone ? '' : '0'} = ${count}`,
    source: readsPreference ? 'from x + z' : 'from x alone',
  };
}

const SOURCES: Readonly<Record<FeedbackRule, string>> = {
  none: 'from the anchor alone',
  'one-for-a-layer': 'from anchor + feedback',
  'one-for-each-refinement': 'anchor + own feedback',
};

function troubleOf(arm: ArmTree, { responses }: LaneLayer): string {
  const nodes = responses.flatMap((id) => findNode(arm, id) ?? []);
  const count = (is: (node: (typeof nodes)[number]) => boolean): number => nodes.filter(is).length;
  const counts = [
    [count(({ progress }) => progress.status === 'failed'), 'failed'],
    [count(({ progress }) => progress.status === 'stopped'), 'stopped'],
    [count(({ scoring }) => scoring.status === 'failed'), 'without reward'],
  ] as const;
  return counts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${String(number)} ${word}`)
    .join(', ');
}
