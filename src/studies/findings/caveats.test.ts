import { expect, it } from 'vitest';
import { armsOfRuns, budgetsOf } from './arms-of-runs.ts';
import { caveatsOf } from './caveats.ts';
import { findingOf } from './finding.ts';
import type { RunFacts } from './run-facts.ts';
import { literalFacts } from './testing/literal-facts.ts';

const ARMS = { 'Rand 2': [1, 2], 'PRS 1/1': [1, 3] } as const;

const prompts = (count: number, arms: Parameters<typeof literalFacts>[0]['arms'] = ARMS) =>
  Array.from({ length: count }, (_, at) => literalFacts({ prompt: `Prompt ${String(at)}`, arms }));

function idsOf(runs: readonly RunFacts[], arms = ['Rand 2', 'PRS 1/1'], areChosen = false) {
  const group = literalFacts({ arms: {} }).group;
  return caveatsOf({
    finding: findingOf({ runs, arms }),
    group,
    areChosen,
    favouredBy: () => null,
  }).map(({ id }) => id);
}

it('says what holds of any finding, and nothing of none', () => {
  expect(idsOf(prompts(10))).toEqual(['proxy', 'one-model', 'scales-of-prompts']);
  expect(idsOf([])).toEqual([]);
});

it.each([
  ['chosen', prompts(10), true],
  ['few-prompts', prompts(9), false],
  ['few-prompts', prompts(1), false],
  ['copies', [...prompts(10), ...prompts(1)], false],
  ['lacking', [...prompts(10), literalFacts({ arms: { 'Rand 2': [1, 2] } })], false],
  ['unscored', prompts(10, { ...ARMS, 'Rand 2': [1, null] }), false],
  ['unequal-tokens', prompts(10, { ...ARMS, 'PRS 1/1': [1, 2, 3] }), false],
  [
    'several-runs-of-a-prompt',
    [...prompts(10), literalFacts({ prompt: 'Prompt 0', preference: 'Other.', arms: ARMS })],
    false,
  ],
] as const)('says "%s" where it is so', (id, runs, areChosen) => {
  expect(idsOf(runs, undefined, areChosen)).toContain(id);
});

it('says how many pairs there are where one may be off by chance', () => {
  const runs = prompts(10, { ...ARMS, 'PRand 2': [0, 0] });
  expect(idsOf(runs, ['Rand 2', 'PRS 1/1', 'PRand 2'])).toContain('many-pairs');
});

it('offers the arms of one budget by how many prompts have them', () => {
  const further = { 'PRand 2': [1, 2], 'Rand 8': [1], 'A later arm': [1, 2] };
  const runs = [...prompts(2), literalFacts({ arms: further })];
  expect(budgetsOf(runs)).toEqual([2, 1]);
  expect(armsOfRuns(runs, 2)).toEqual([
    { label: 'PRS 1/1', prompts: 2, isPlanned: true },
    { label: 'Rand 2', prompts: 2, isPlanned: true },
    { label: 'PRand 2', prompts: 1, isPlanned: true },
    { label: 'A later arm', prompts: 1, isPlanned: false },
  ]);
});

it('calls the reward a proxy where the scorer that chose reports, and only there', () => {
  const reported = prompts(10).map(({ prompt }) =>
    literalFacts({ prompt, arms: ARMS, reported: ARMS }),
  );
  const finding = findingOf({ runs: reported, arms: ['Rand 2', 'PRS 1/1'] });
  const [group] = reported.map((run) => run.group);
  if (group === undefined) throw new Error('A group was expected.');
  const said = caveatsOf({ finding, group, areChosen: false, favouredBy: () => null });
  expect(said.map(({ id }) => id)).toEqual(['second-scorer', 'one-model', 'scales-of-prompts']);
  expect(said[0]?.sentence).toMatch(/^Scorer chose the winners and Reporter, which had no say/);
});

it('tells of a few rewards that lie far above all others', () => {
  const usual = Array.from({ length: 8 }, (_, at) => at / 8 - 0.5);
  const said = (last: number) => {
    const arms = { 'Rand 9': [...usual, last], 'PRS 8/1': [...usual, 1] };
    const runs = prompts(10, arms);
    const finding = findingOf({ runs, arms: ['Rand 9', 'PRS 8/1'] });
    const { group } = literalFacts({ arms: {} });
    return caveatsOf({ finding, group, areChosen: false, favouredBy: () => null }).find(
      ({ id }) => id === 'heavy-tail',
    );
  };
  expect(said(2)).toBeUndefined();
  expect(said(40)?.sentence).toMatch(
    /^The largest reward is 40.00, while half of them lie between −0.25 and 0.25: few texts/,
  );
});

it('says what the scorer that reports favours by construction, where that is known', () => {
  const { group } = literalFacts({ arms: {} });
  const finding = findingOf({ runs: prompts(10), arms: ['Rand 2', 'PRS 1/1'] });
  const favouredBy = (id: string) => (id === 'one-scorer' ? 'It likes what was drafted.' : null);
  const said = (reporterId: string | null) =>
    caveatsOf({
      ...{ finding, areChosen: false, favouredBy },
      group: { ...group, reporter: reporterId, reporterId },
    }).map(({ sentence }) => sentence);
  expect(said('one-scorer')).toContain('It likes what was drafted.');
  expect(said('another')).not.toContain('It likes what was drafted.');
  expect(said(null)).not.toContain('It likes what was drafted.');
});
