import { describe, expect, it } from 'vitest';
import { rewardScale } from '../layout/reward-scale.ts';
import { finished, literalArm } from '../testing/literal-arms.ts';
import { batchEdges, batchNodes, nodeAt } from './batch-shapes.ts';
import { lineageOf } from './lineage-edges.ts';
import { layoutTree } from './place-by-order.ts';

const ARM = literalArm({
  kind: 'prs-feedback-each',
  split: [3, 2],
  rewards: { 'draft-1': 0, 'draft-2': 0, 'draft-3': 1 },
  progress: { 'feedback-1-1': finished('Shorter.') },
  anchors: ['draft-3'],
});
const LAYOUT = layoutTree({ places: ARM.nodes, columns: 8, rootLines: 2 });
const SCALE = rewardScale({ least: 0, most: 1 });

function subpaths(path: string): number {
  return path.split('M').length - 1;
}

describe('batchNodes', () => {
  it('has one outline for each node and one filling for each reward, by their looks', () => {
    const { outlines, fillings } = batchNodes(ARM.nodes, LAYOUT, SCALE);
    expect(outlines.map(({ status, path }) => [status, subpaths(path)])).toEqual([
      ['scored', 3],
      ['finished', 1],
      ['planned', 3],
    ]);
    expect(fillings.map(({ colour, path }) => [colour, subpaths(path)])).toEqual([
      [SCALE.colour(0), 2],
      [SCALE.colour(1), 1],
    ]);
  });

  it('fills nothing before there is a scale', () => {
    const { outlines, fillings } = batchNodes(ARM.nodes, LAYOUT, null);
    expect(fillings).toEqual([]);
    expect(outlines.map(({ status }) => status)).toEqual(['finished', 'planned']);
  });
});

describe('batchEdges', () => {
  it('joins every edge to the others of its look, none lost', () => {
    const edges = lineageOf(ARM, LAYOUT);
    const batches = batchEdges(edges);
    expect(batches.map(({ path }) => path).join('')).toHaveLength(
      edges.map(({ path }) => path).join('').length,
    );
    const looks = edges.map(({ weight, isGrown }) => `${weight} ${String(isGrown)}`);
    expect(batches).toHaveLength(new Set(looks).size);
  });
});

describe('nodeAt', () => {
  it('finds the nearest node, also from beside it, and none in the open', () => {
    const place = LAYOUT.places.get('draft-2');
    if (place === undefined) throw new Error('It has a place.');
    expect(nodeAt(place.x + 20, place.y - 10, LAYOUT)).toBe('draft-2');
    expect(nodeAt(place.x, place.y - 60, LAYOUT)).toBeNull();
  });

  it('finds a note by any part of it', () => {
    const note = LAYOUT.notes.get('feedback-1-2');
    if (note === undefined) throw new Error('It has a box.');
    expect(nodeAt(note.x + note.width / 2 - 1, note.y - note.height / 2 + 1, LAYOUT)).toBe(
      'feedback-1-2',
    );
  });
});
