import { describe, expect, it } from 'vitest';
import type { ArmTree } from '../../core/index.ts';
import { literalArm } from '../testing/literal-arms.ts';
import { columnsOf, layoutTree, type Orientation } from './place-by-order.ts';

function layoutOf(arm: ArmTree, orientation: Orientation = 'wide') {
  const columns = columnsOf([arm], orientation);
  return layoutTree({ places: arm.nodes, columns, rootLines: 2 });
}

describe('layoutTree', () => {
  it('puts drafts in the order sampled, the feedback under them, refinements below', () => {
    const { root, places } = layoutOf(literalArm({ split: [4, 4] }));
    const drafts = [1, 2, 3, 4].map((number) => places.get(`draft-${String(number)}`));
    const xs = drafts.map((place) => place?.x ?? Number.NaN);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(new Set(drafts.map((place) => place?.y)).size).toBe(1);
    const feedback = places.get('feedback-1');
    expect(feedback?.x).toBeCloseTo(root.x);
    expect(feedback?.y).toBeGreaterThan(drafts[0]?.y ?? Number.NaN);
    expect(places.get('refinement-1-1')?.y).toBeGreaterThan(feedback?.y ?? Number.NaN);
  });

  it('moves nothing when results arrive', () => {
    const split = [4, 2, 2];
    const rewards = { 'draft-1': 1, 'draft-2': 3, 'refinement-1-1': 2 };
    const later = literalArm({ split, rewards, anchors: ['draft-2', 'draft-2'] });
    expect(layoutOf(later)).toEqual(layoutOf(literalArm({ split })));
  });

  it.each<[readonly number[], Orientation]>([
    [[1, 1], 'wide'],
    [[9, 7], 'wide'],
    [[64, 64], 'wide'],
    [[128], 'narrow'],
    [[0, 8], 'narrow'],
    [[4, 2, 2], 'narrow'],
  ])('keeps the nodes of %j apart and inside, %s', (split, orientation) => {
    const arm = literalArm({ split });
    const { width, height, places } = layoutOf(arm, orientation);
    expect(places.size).toBe(arm.nodes.length);
    const responses = arm.nodes.flatMap((node) => {
      const place = places.get(node.id);
      return node.kind === 'feedback' || place === undefined ? [] : [place];
    });
    for (const [index, place] of responses.entries()) {
      expect(place.x).toBeGreaterThan(30);
      expect(place.x).toBeLessThan(width - 30);
      expect(place.y).toBeLessThan(height - 30);
      for (const other of responses.slice(index + 1)) {
        expect(Math.hypot(place.x - other.x, place.y - other.y)).toBeGreaterThan(60);
      }
    }
  });

  it.each<[readonly number[], Orientation]>([
    [[1, 1], 'wide'],
    [[4, 4], 'narrow'],
    [[4, 4], 'wide'],
    [[2, 9, 3], 'narrow'],
    [[64, 64], 'wide'],
  ])('draws every feedback of %j above the refinement that reads it, %s', (split, orientation) => {
    const arm = literalArm({ kind: 'prs-feedback-each', split });
    const { width, height, places, notes } = layoutOf(arm, orientation);
    expect(places.size).toBe(arm.nodes.length);
    const boxes = arm.nodes.flatMap((node) => {
      const place = places.get(node.id);
      const note = notes.get(node.id);
      if (place === undefined) return [];
      if (note !== undefined) return [note];
      // From the gain above a response to its caption below.
      return [{ x: place.x, y: place.y + 11, width: 54, height: 82 }];
    });
    for (const { feedbackId, id } of arm.nodes) {
      const [note, place] = [notes.get(feedbackId ?? ''), places.get(id)];
      if (note === undefined || place === undefined) continue;
      expect(note.x).toBe(place.x);
      expect(note.y + note.height / 2).toBeLessThan(place.y - 16);
    }
    for (const [index, box] of boxes.entries()) {
      expect(box.x - box.width / 2).toBeGreaterThan(0);
      expect(box.x + box.width / 2).toBeLessThan(width);
      expect(box.y + box.height / 2).toBeLessThan(height);
      for (const other of boxes.slice(index + 1)) {
        const apartAcross = Math.abs(box.x - other.x) - (box.width + other.width) / 2;
        const apartDown = Math.abs(box.y - other.y) - (box.height + other.height) / 2;
        expect(Math.max(apartAcross, apartDown)).toBeGreaterThan(-0.001);
      }
    }
  });

  it('fits a phone of 360 px with readable nodes, whatever N', () => {
    for (const split of [[4, 4], [8], [0, 8], [64, 64], [128]]) {
      const { width } = layoutOf(literalArm({ split }), 'narrow');
      // 0.5 is well above the scale below which rewards are left out.
      expect(360 / width).toBeGreaterThan(0.5);
    }
  });

  it('wraps rows evenly', () => {
    const { layers, places } = layoutOf(literalArm({ kind: 'rand', split: [9] }));
    const rows = layers[0]?.responses.map((id) => places.get(id)?.row);
    expect(rows).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it('gives arms side by side the same columns', () => {
    const arms = [literalArm({ split: [4, 4] }), literalArm({ kind: 'rand', split: [8] })];
    expect(columnsOf(arms, 'wide')).toBe(8);
    expect(columnsOf(arms, 'narrow')).toBe(4);
  });
});
