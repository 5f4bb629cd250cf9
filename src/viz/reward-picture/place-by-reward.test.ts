import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARM_KINDS, makeArm, type ArmKind, type ArmTree, plantArm } from '../../core/index.ts';
import { rewardScale } from '../layout/reward-scale.ts';
import { finished, literalArm } from '../testing/literal-arms.ts';
import { laneLabel } from './lane-labels.ts';
import { pictureEdges } from './picture-edges.ts';
import { bracketReach, pictureFrame } from './picture-frame.ts';
import { boxOf, pictureLabels } from './picture-labels.ts';
import { chipBox, placeByReward, xOfReward } from './place-by-reward.ts';
import { planLanes } from './plan-lanes.ts';

const SCALE = rewardScale({ least: -2, most: 2 });
const FRAME = pictureFrame(900, [8]);

function drawn(arm: ArmTree, width = 900) {
  const frame = pictureFrame(width, arm.arm.split);
  const plan = planLanes(arm.nodes, frame);
  const places = placeByReward(arm, plan, frame, SCALE);
  const labels = pictureLabels(arm, plan, frame, places);
  const edges = pictureEdges({ arm, plan, frame, places, chip: chipBox(plan, frame, 5) });
  return { frame, plan, places, labels, edges };
}

const PRS = {
  split: [3, 2],
  rewards: { 'draft-1': -1, 'draft-2': 0.5, 'refinement-1-1': 1.5, 'refinement-1-2': -1.5 },
  progress: { 'feedback-1': finished('Shorter.') },
  anchors: ['draft-2'],
  winnerId: 'refinement-1-1',
};

describe('the frame', () => {
  it('is one for all arms, and grows no wider than it is given', () => {
    expect(FRAME.laneLeft).toBeLessThan(FRAME.axisLeft);
    expect(FRAME.axisLeft).toBeLessThan(FRAME.axisRight);
    expect(FRAME.laneRight).toBe(900);
    expect(pictureFrame(340, [8])).toMatchObject({ isNarrow: true, laneLeft: 0, width: 340 });
  });

  it('shrinks dots for many responses', () => {
    const radii = [8, 16, 32, 64, 128].map((count) => pictureFrame(900, [count]).radius);
    expect(radii).toEqual([...radii].sort((one, other) => other - one));
    expect(radii.at(-1)).toBeGreaterThanOrEqual(4);
  });
});

describe('labels', () => {
  it('stand clear of the brackets around an anchor outside the budget', () => {
    const greedy = literalArm({
      split: [0, 2],
      rewards: { 'anchor-draft': -0.5, 'refinement-1-1': 1 },
      anchors: ['anchor-draft'],
    });
    const { labels, places, frame } = drawn(greedy);
    const [dot, label] = [
      places.get('anchor-draft'),
      labels.find(({ id }) => id === 'anchor-draft'),
    ];
    expect(label?.strong).toBe('−0.50 anchor');
    expect(label?.left).toBeGreaterThan((dot?.x ?? Infinity) + bracketReach(frame.radius));
  });
});

describe('places', () => {
  it('put a reward on the axis and what has none in order at the lane’s left edge', () => {
    const { places, frame } = drawn(literalArm(PRS));
    expect(places.get('draft-2')?.x).toBe(xOfReward(0.5, SCALE, frame));
    expect(places.get('draft-3')).toMatchObject({ isWaiting: true });
    const planted = drawn(literalArm({ split: [8] }));
    const waiting = [...planted.places.values()];
    expect(waiting.every(({ x }) => x < planted.frame.axisLeft)).toBe(true);
    const order = waiting.map(({ x, y }) => x * 1000 + y);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('follow from the plan and the node’s own lane: another reward moves no node that is there', () => {
    const { rewards } = PRS;
    const before = drawn(literalArm({ ...PRS, rewards: { 'draft-1': rewards['draft-1'] } }));
    const after = drawn(literalArm(PRS));
    expect(after.plan).toEqual(before.plan);
    for (const id of ['draft-1', 'draft-3']) {
      expect(after.places.get(id)).toEqual(before.places.get(id));
    }
  });
});

describe('edges', () => {
  const weightOf = (arm: ArmTree, id: string) =>
    drawn(arm).edges.find((edge) => edge.id === id)?.weight;

  it('are heavy from the anchor into its note and on to the winner, light elsewhere', () => {
    const arm = literalArm(PRS);
    expect(weightOf(arm, 'joint-1-feedback-1')).toBe('heavy');
    expect(weightOf(arm, 'into-refinement-1-1')).toBe('heavy');
    expect(weightOf(arm, 'into-refinement-1-2')).toBe('light');
    expect(weightOf(arm, 'into-draft-2')).toBe('light');
  });

  it('tell an anchor that is not chosen yet, and an arm without notes', () => {
    expect(weightOf(literalArm({ split: [2, 2] }), 'joint-1-feedback-1')).toBe('pending');
    const bare = literalArm({ ...PRS, kind: 'prs-without-feedback' });
    expect(weightOf(bare, 'joint-1-knot')).toBe('heavy');
    expect(
      drawn(bare)
        .edges.map(({ path }) => path)
        .join(''),
    ).not.toMatch(/NaN|undefined/);
  });

  it('lead around the lanes of other refinements of an anchor, which don’t follow from each other', () => {
    const sibling = { split: [2, 1, 1], anchors: ['draft-1', 'draft-1'] };
    const rewards = { 'draft-1': 1, 'draft-2': 0, 'refinement-1-1': -1 };
    const { edges, frame, plan } = drawn(literalArm({ ...sibling, rewards }));
    const pathOf = (id: string) => edges.find((edge) => edge.id === id)?.path ?? '';
    const [, between] = plan.layers;
    const railOf = (path: string) => Number(/H([\d.]+)/.exec(path)?.[1]);
    expect(pathOf('joint-1-feedback-1')).not.toContain('H');
    expect(railOf(pathOf('joint-2-feedback-2'))).toBeGreaterThan(
      Math.max(frame.axisRight, ...(between?.joint?.notes ?? []).map((n) => n.left + n.width)),
    );
  });

  it('lead from each feedback to its own refinement', () => {
    const arm = literalArm({ ...PRS, kind: 'prs-feedback-each', progress: {} });
    expect(weightOf(arm, 'joint-1-feedback-1-1')).toBe('heavy');
    expect(weightOf(arm, 'joint-1-feedback-1-2')).toBe('light');
  });
});

describe('labels', () => {
  it('name the anchor and the winner with their figures', () => {
    const words = drawn(literalArm(PRS)).labels.map(({ strong, soft }) => strong + soft);
    expect(words).toEqual(['0.50 anchor', '1.50 winner · +1.00 over its anchor']);
  });

  it('say of a draft that wins that it is both', () => {
    const rewards = { ...PRS.rewards, 'refinement-1-1': -0.25 };
    const { labels } = drawn(literalArm({ ...PRS, rewards, winnerId: 'draft-2' }));
    expect(labels.map(({ strong, soft }) => strong + soft)).toEqual(['0.50 winner · anchor']);
  });

  it('of a lane say what it is, from what, and what went wrong', () => {
    const failure = { kind: 'engine-lost', message: 'Gone.' } as const;
    const arm = literalArm({
      ...PRS,
      progress: { 'draft-3': { status: 'failed', text: '', failure } },
    });
    const [drafts, refinements] = drawn(arm).plan.layers.map((layer) => laneLabel(arm, layer));
    expect(drafts).toEqual({
      title: 'Drafts N0 = 3',
      source: 'from x + z',
      trouble: '1 failed',
    });
    expect(refinements).toMatchObject({ title: 'Refinements N1 = 2' });
  });
});

/** An arm of any kind and shape, sampled in part: the anchors and the winner as the rewards have it. */
const anyArm = fc
  .record({
    kind: fc.constantFrom(...ARM_KINDS),
    budget: fc.integer({ min: 2, max: 128 }),
    depth: fc.integer({ min: 1, max: 7 }),
    levels: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ kind, budget, depth, levels, share }) => sampledArm(kind, budget, depth, levels, share));

function sampledArm(
  kind: ArmKind,
  budget: number,
  depth: number,
  levels: readonly number[],
  share: number,
): ArmTree {
  const layers = Math.min(depth, budget - 1);
  const split = [budget - layers, ...Array.from({ length: layers }, () => 1)];
  const planted = plantArm(makeArm(kind, budget, split), 42);
  const responses = planted.nodes.filter((node) => node.kind !== 'feedback');
  const known = responses.slice(0, Math.round(responses.length * share));
  const rewards = Object.fromEntries(
    known.map(({ id }, index) => [id, levels[index % levels.length] ?? 0]),
  );
  const best = (before: number): string | undefined =>
    known
      .filter(({ layer }) => layer < before)
      .reduce<string | undefined>(
        (chosen, { id }) =>
          chosen === undefined || (rewards[id] ?? 0) > (rewards[chosen] ?? 0) ? id : chosen,
        undefined,
      );
  const anchors = planted.anchors.slice(1).flatMap((_, index) => best(index + 1) ?? []);
  const winnerId = best(Number.POSITIVE_INFINITY);
  return literalArm({
    ...{ kind, split: planted.arm.split, rewards, anchors },
    ...(winnerId === undefined ? {} : { winnerId }),
  });
}

const anyWidth = fc.integer({ min: 280, max: 2400 });

describe('every arm at every width', () => {
  it('keeps its dots in their lanes, and lanes and notes apart', () => {
    fc.assert(
      fc.property(anyArm, anyWidth, (arm, width) => {
        const { plan, frame, places } = drawn(arm, width);
        let end = -1;
        for (const { lane, joint, responses } of plan.layers) {
          for (const note of joint?.notes ?? []) {
            expect(note.top).toBeGreaterThan(end);
            expect(note.top + note.height).toBeLessThan(lane.top);
            expect(note.left).toBeGreaterThanOrEqual(frame.laneLeft - 1e-6);
            expect(note.left + note.width).toBeLessThanOrEqual(frame.laneRight + 1e-6);
          }
          expect(lane.top).toBeGreaterThan(end);
          for (const id of responses) {
            const { x, y } = places.get(id) ?? { x: Number.NaN, y: Number.NaN };
            expect(y).toBeGreaterThanOrEqual(lane.firstRow - 1e-3);
            expect(y).toBeLessThanOrEqual(lane.lastRow + 1e-3);
            expect(x).toBeGreaterThanOrEqual(frame.laneLeft + frame.radius);
            expect(x).toBeLessThanOrEqual(frame.laneRight - frame.radius);
          }
          end = lane.bottom;
        }
        expect(plan.layers.flatMap(({ responses }) => responses)).toHaveLength(places.size);
        expect(plan.height).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  it('lets no label cover another, or leave its lane', () => {
    fc.assert(
      fc.property(anyArm, anyWidth, (arm, width) => {
        const { labels, frame } = drawn(arm, width);
        const boxes = labels.map(boxOf);
        for (const [index, one] of boxes.entries()) {
          expect(one.left).toBeGreaterThanOrEqual(frame.laneLeft);
          expect(one.right).toBeLessThanOrEqual(frame.laneRight);
          for (const other of boxes.slice(0, index)) {
            const isApart =
              one.right <= other.left ||
              other.right <= one.left ||
              one.bottom <= other.top ||
              other.bottom <= one.top;
            expect(isApart).toBe(true);
          }
        }
      }),
    );
  });
});
