import { expect, test } from 'vitest';
import { figureOf } from './figure.ts';
import { withFigure } from './measured-file.ts';
import { SET_SOURCES, type PairSet } from './pair-sets.ts';

function setNamed(id: string, sha256 = 'a'): PairSet {
  const source = SET_SOURCES.find((one) => one.id === id);
  if (source === undefined) throw new Error(`no set ${id}`);
  const pair = { id: '1', prompt: 'Why?', preference: '', better: 'b', worse: 'w' };
  return { ...source, pairs: [pair, pair], sha256 };
}

function figure(id: string, set: string, outcomes: string) {
  const scorer = { id, version: 1, settings: {} };
  return figureOf({ scorer, set, measuredAt: '2026-11-23', model: null, outcomes });
}

const natural = setNamed('llmbar-natural');
const heldOut = setNamed('preference-held-out');
const empty = { sets: [], figures: [] };

test('figures stand in the order of the scorers, then of the sets, whatever was measured first', () => {
  const longest = withFigure(empty, natural, figure('pick-longest', natural.id, '10'));
  const rubric = withFigure(longest, natural, figure('rubric', natural.id, '11'));
  const table = withFigure(rubric, heldOut, figure('rubric', heldOut.id, '11'));
  expect(table.sets.map(({ id }) => id)).toEqual(['preference-held-out', 'llmbar-natural']);
  expect(table.figures.map(({ scorer, set }) => [scorer, set])).toEqual([
    ['rubric', 'preference-held-out'],
    ['rubric', 'llmbar-natural'],
    ['pick-longest', 'llmbar-natural'],
  ]);
});

test('a figure measured again takes the place of the older one', () => {
  const once = withFigure(empty, natural, figure('rubric', natural.id, '10'));
  const twice = withFigure(once, natural, figure('rubric', natural.id, '11'));
  expect(twice.figures.map(({ outcomes }) => outcomes)).toEqual(['11']);
});

test('figures of rows that are no longer the set’s are dropped', () => {
  const before = withFigure(empty, natural, figure('pick-longest', natural.id, '10'));
  const changed = setNamed('llmbar-natural', 'b');
  const after = withFigure(before, changed, figure('rubric', natural.id, '11'));
  expect(after.figures.map(({ scorer }) => scorer)).toEqual(['rubric']);
  expect(after.sets).toMatchObject([{ sha256: 'b' }]);
});
