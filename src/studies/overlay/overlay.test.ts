import { expect, it } from 'vitest';
import { findingOf } from '../findings/finding.ts';
import { literalFacts, type LiteralRun } from '../findings/testing/literal-facts.ts';
import { armsOfSets, overlayOf } from './overlay.ts';
import { setsOfRuns } from './run-sets.ts';

const ARMS = { 'Rand 2': [1, 2], 'PRS 1/1': [1, 3] } as const;
const runs = (prompts: readonly string[], run: Partial<LiteralRun> = {}) =>
  prompts.map((prompt) =>
    literalFacts({ runId: `${run.group ?? 'one'} ${prompt}`, arms: ARMS, ...run, prompt }),
  );

const old = runs(['a', 'b'], { group: 'old' });
const young = runs(['b', 'c', 'd'], { group: 'young' });
const ask = { arms: ['Rand 2', 'PRS 1/1'], onSharedPrompts: false };

it('gives each set and arm a line of its own, the very one that its finding has', () => {
  const sets = setsOfRuns([...old, ...young]);
  const [panel, ...others] = overlayOf({ sets, ...ask });
  expect(others).toEqual([]);
  expect(panel?.curves.map(({ setId, label, prompts }) => [setId, label, prompts])).toEqual([
    [sets[0]?.id, 'Rand 2', 3],
    [sets[0]?.id, 'PRS 1/1', 3],
    [sets[1]?.id, 'Rand 2', 2],
    [sets[1]?.id, 'PRS 1/1', 2],
  ]);
  const { arms } = findingOf({ runs: young, arms: ask.arms });
  expect(panel?.curves.slice(0, 2).map(({ byResponses }) => byResponses)).toEqual(
    arms.map(({ byResponses }) => byResponses),
  );
  expect(panel?.caveats).toEqual([
    'They aren’t over the same prompts, of which they share 1: a part of what differs is the prompts’.',
  ]);
});

it('reads only the prompts that all have where that is asked', () => {
  const sets = setsOfRuns([...old, ...young]);
  const [panel] = overlayOf({ sets, ...ask, onSharedPrompts: true });
  expect(panel?.curves.map(({ prompts }) => prompts)).toEqual([1, 1, 1, 1]);
  expect(panel?.caveats).toEqual(['Over the 1 prompt that all of them have; one of them has 3.']);
});

it('never puts two scorers, or two versions of one, on one axis', () => {
  const other = runs(['a'], { group: 'other', scale: 'Other, version 2' });
  const panels = overlayOf({ sets: setsOfRuns([...old, ...other, ...young]), ...ask });
  expect(panels.map(({ scale, curves }) => [scale.name, curves.length])).toEqual([
    ['Scorer, version 1', 4],
    ['Other, version 2', 2],
  ]);
});

it('keeps groups apart within a study, and names study and group', () => {
  const studyOf = (run: { readonly prompt: string }) => (run.prompt === 'b' ? 'Seas' : 'Skies');
  expect(setsOfRuns(old, studyOf).map(({ name }) => name)).toEqual(['Seas', 'Skies']);
  expect(setsOfRuns([...old, ...young], studyOf).map(({ name }) => name)).toEqual([
    'Skies (Model, scored by Scorer, young)',
    'Seas (Model, scored by Scorer, young)',
    'Seas (Model, scored by Scorer, old)',
    'Skies (Model, scored by Scorer, old)',
  ]);
});

it('lays budgets over each other, and says which set lacks what is asked for', () => {
  const larger = runs(['a', 'b'], { group: 'larger', arms: { 'Rand 3': [1, 2, 4] } });
  const sets = setsOfRuns([...old, ...larger]);
  expect(armsOfSets(sets)).toEqual(['PRS 1/1', 'Rand 2', 'Rand 3']);
  const [panel] = overlayOf({ sets, arms: ['Rand 2', 'Rand 3'], onSharedPrompts: false });
  expect(panel?.curves.map(({ label, byResponses }) => [label, byResponses.length])).toEqual([
    ['Rand 3', 3],
    ['Rand 2', 2],
  ]);
  const [lacking] = overlayOf({ sets, arms: ['Rand 3'], onSharedPrompts: false });
  expect(lacking?.caveats).toEqual([
    'Model, scored by Scorer, old has no run with all of these arms, and no line.',
  ]);
});

it('says where a proxy stands beside what another scorer reports', () => {
  const reported = runs(['a', 'b'], { group: 'reported', reported: ARMS });
  const [panel] = overlayOf({ sets: setsOfRuns([...old, ...reported]), ...ask });
  expect(panel?.caveats).toEqual([expect.stringContaining('its reward is a proxy')]);
});

it('counts a prompt as shared only where each has the arms asked for', () => {
  const partly = [
    ...runs(['a'], { group: 'partly', arms: { 'Rand 2': ARMS['Rand 2'] } }),
    ...runs(['b'], { group: 'partly' }),
  ];
  const sets = setsOfRuns([...old, ...partly]);
  const [panel] = overlayOf({ sets, ...ask, onSharedPrompts: true });
  expect(panel?.curves.map(({ prompts }) => prompts)).toEqual([1, 1, 1, 1]);
  expect(panel?.sharedPrompts).toBe(1);
  expect(panel?.caveats).toEqual(['Over the 1 prompt that all of them have; one of them has 2.']);
});

it('says that nothing is shared, not that arms are lacking', () => {
  const sets = setsOfRuns([...old, ...runs(['c'], { group: 'apart' })]);
  const [panel] = overlayOf({ sets, ...ask, onSharedPrompts: true });
  expect(panel?.curves).toEqual([]);
  expect(panel?.caveats).toEqual([
    'They share no prompt, and none has a line over shared ones alone.',
  ]);
});

it('has no prompts taken away by a set that has none of the arms', () => {
  const sets = setsOfRuns([
    ...old,
    ...runs(['c'], { group: 'other', arms: { 'Rand 3': [1, 2, 4] } }),
  ]);
  const [panel] = overlayOf({ sets, ...ask, onSharedPrompts: true });
  expect(panel?.curves.map(({ prompts }) => prompts)).toEqual([2, 2]);
  expect(panel?.caveats).toEqual([
    'Model, scored by Scorer, other has no run with all of these arms, and no line.',
  ]);
});

it('has nothing where no arm is asked for', () => {
  expect(overlayOf({ sets: setsOfRuns(old), arms: [], onSharedPrompts: true })).toEqual([]);
});
