import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingOf } from './finding.ts';
import { literalFacts } from './testing/literal-facts.ts';
import type { RunFacts } from './run-facts.ts';

const RAND = 'Rand 3';
const PRS = 'PRS 1/2';
const ARMS = [RAND, PRS];

const reward = fc.integer({ min: -8, max: 8 }).map((value) => value / 4);
const threeRewards = fc.array(reward, { minLength: 3, maxLength: 3 });

/** Runs of up to four prompts; some of them are copies of others. */
const someRuns: fc.Arbitrary<readonly RunFacts[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), threeRewards, threeRewards), {
    minLength: 1,
    maxLength: 9,
  })
  .map((rows) =>
    rows.map(([prompt, rand, prs], row) =>
      literalFacts({
        runId: `run ${String(row)}`,
        prompt: `prompt ${String(prompt)}`,
        arms: { [RAND]: rand, [PRS]: prs },
      }),
    ),
  );

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean over prompts of the mean over their different runs, one by one. */
function bruteForce(runs: readonly RunFacts[], figure: (run: RunFacts) => number): number {
  const different = new Map(
    runs.map((run) => [JSON.stringify([run.prompt, run.arms.map(({ texts }) => texts)]), run]),
  );
  const figures = new Map<string, number[]>();
  for (const run of different.values())
    figures.set(run.prompt, [...(figures.get(run.prompt) ?? []), figure(run)]);
  return meanOf([...figures.values()].map(meanOf));
}

const rewardsOf = (run: RunFacts, place: number): readonly number[] =>
  (run.arms[place]?.rewards ?? []).flatMap((each) => each ?? []);

/** The mean of the best over all ways to take so many of three. */
function bestOfSome(rewards: readonly number[], some: number): number {
  const ways = [1, 2, 3, 4, 5, 6, 7]
    .map((bits) => rewards.filter((_, place) => (bits & (1 << place)) !== 0))
    .filter(({ length }) => length === some);
  return meanOf(ways.map((way) => Math.max(...way)));
}

describe('a finding', () => {
  it('has the means of a count by hand, whatever the runs', () => {
    fc.assert(
      fc.property(someRuns, (runs) => {
        const { arms, duels } = findingOf({ runs, arms: ARMS });
        arms.forEach((arm, place) => {
          const best = (run: RunFacts) => Math.max(...rewardsOf(run, place));
          expect(arm.reward.mean).toBeCloseTo(bruteForce(runs, best), 10);
          expect(arm.atEqualTokens.mean).toBeCloseTo(bruteForce(runs, best), 10);
        });
        const drawn = arms[0]?.byResponses.map(({ mean }) => mean) ?? [];
        const inOrder = arms[1]?.byResponses.map(({ mean }) => mean) ?? [];
        [1, 2, 3].forEach((some, place) => {
          expect(drawn[place]).toBeCloseTo(
            bruteForce(runs, (run) => bestOfSome(rewardsOf(run, 0), some)),
            10,
          );
          expect(inOrder[place]).toBeCloseTo(
            bruteForce(runs, (run) => Math.max(...rewardsOf(run, 1).slice(0, some))),
            10,
          );
        });
        const difference = (run: RunFacts) =>
          Math.max(...rewardsOf(run, 0)) - Math.max(...rewardsOf(run, 1));
        expect(duels).toHaveLength(1);
        expect(duels[0]?.difference.mean).toBeCloseTo(bruteForce(runs, difference), 10);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same for the runs in any order, and for copies of them', () => {
    fc.assert(
      fc.property(
        someRuns.chain((runs) =>
          fc.tuple(
            fc.constant(runs),
            fc.shuffledSubarray([...runs], { minLength: runs.length, maxLength: runs.length }),
            fc.subarray([...runs]),
          ),
        ),
        ([runs, shuffled, again]) => {
          const finding = findingOf({ runs, arms: ARMS });
          expect(findingOf({ runs: shuffled, arms: ARMS })).toEqual(finding);
          const copies = again.map((run) => ({ ...run, runId: `copy of ${run.runId}` }));
          expect(findingOf({ runs: [...runs, ...copies], arms: ARMS })).toEqual({
            ...finding,
            copies: finding.copies + copies.length,
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('of one run is that run’s own figures, without a band', () => {
    const runs = [literalFacts({ arms: { [RAND]: [1, 3, 2], [PRS]: [1, 0, 4] } })];
    const finding = findingOf({ runs, arms: ARMS });
    expect(finding).toMatchObject({ prompts: 1, runs: 1, copies: 0, lacking: 0, equalTokens: 30 });
    expect(finding.arms.map((arm) => arm.reward)).toEqual([
      { mean: 3, interval: null },
      { mean: 4, interval: null },
    ]);
    expect(finding.duels).toMatchObject([
      { first: RAND, second: PRS, wins: 0, ties: 0, losses: 1, share: 0 },
    ]);
    expect(finding.arms[1]?.byResponses.map(({ x, mean }) => [x, mean])).toEqual([
      [1, 1],
      [2, 1],
      [3, 4],
    ]);
    expect(finding.arms[1]?.byTokens.at(-1)).toMatchObject({ x: 30, mean: 4 });
  });

  it('leaves out runs that lack an arm, and says how many', () => {
    const runs = [
      literalFacts({ prompt: 'One?', arms: { [RAND]: [1, 2, 3], [PRS]: [4, 5, 6] } }),
      literalFacts({ prompt: 'Two?', arms: { [RAND]: [9, 9, 9] } }),
    ];
    const { arms, lacking, prompts } = findingOf({ runs, arms: ARMS });
    expect([prompts, lacking, arms[0]?.reward.mean]).toEqual([1, 1, 3]);
    expect(findingOf({ runs, arms: [] })).toMatchObject({ arms: [], duels: [], equalTokens: null });
  });

  it('counts a prompt once, whatever its seeds and preferences', () => {
    const of = (runId: string, prompt: string, preference: string, best: number) =>
      literalFacts({ runId, prompt, preference, arms: { [RAND]: [0, 0, best], [PRS]: [1, 1, 1] } });
    const runs = [
      ...[2, 4, 6].map((best) => of(String(best), 'One?', `As ${String(best)}.`, best)),
      of('other', ' Two?', 'Be brief.', 0),
    ];
    const finding = findingOf({ runs, arms: ARMS });
    expect(finding).toMatchObject({ prompts: 2, runs: 4, preferences: 4 });
    expect(finding.arms[0]?.reward.mean).toBe((4 + 0) / 2);
    expect(finding.duels[0]).toMatchObject({ wins: 1, ties: 0, losses: 1, share: 0.5 });
  });

  it('counts the very same reward as a tie, half for each', () => {
    const runs = ['One?', 'Two?'].map((prompt) =>
      literalFacts({ prompt, arms: { [RAND]: [1, 2, 3], [PRS]: [3, 0, 0] } }),
    );
    expect(findingOf({ runs, arms: ARMS }).duels[0]).toMatchObject({ ties: 2, share: 0.5 });
  });

  it('counts the same rewards in other runs of a prompt as a tie', () => {
    const rewards = [0.1, 0.2, 0.3];
    const runs = rewards.map((reward, place) =>
      literalFacts({
        runId: String(place),
        arms: { [RAND]: [reward, 0, 0], [PRS]: [rewards.at(-1 - place) ?? 0, 0, 0] },
      }),
    );
    expect(findingOf({ runs, arms: ARMS }).duels[0]).toMatchObject({ ties: 1, wins: 0, losses: 0 });
  });

  it('begins its curves where every run has a reward', () => {
    const runs = [
      literalFacts({ prompt: 'One?', arms: { [RAND]: [null, 2, 3], [PRS]: [null, 5, 6] } }),
      literalFacts({ prompt: 'Two?', arms: { [RAND]: [1, 2, 3], [PRS]: [4, 5, 6] } }),
    ];
    const { arms, unscored } = findingOf({ runs, arms: ARMS });
    expect(unscored).toBe(2);
    expect(arms.map(({ byResponses }) => byResponses.map(({ x }) => x))).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(arms[1]?.byTokens[0]?.x).toBe(20);
  });
});

describe('a finding that another scorer reports', () => {
  const threeRuns = fc.array(fc.tuple(threeRewards, threeRewards), { minLength: 1, maxLength: 5 });

  it('tells what that scorer gives the winners of the one that chose, counted by hand', () => {
    fc.assert(
      fc.property(threeRuns, threeRuns, (chosen, told) => {
        const runs = chosen.map(([rand, prs], at) => {
          const [reportedRand = rand, reportedPrs = prs] = told[at % told.length] ?? [];
          return literalFacts({
            prompt: `prompt ${String(at)}`,
            arms: { [RAND]: rand, [PRS]: prs },
            reported: { [RAND]: reportedRand, [PRS]: reportedPrs },
          });
        });
        const { arms, duels } = findingOf({ runs, arms: ARMS });
        const winner = (run: RunFacts, place: number, first = 3): number => {
          const its = rewardsOf(run, place).slice(0, first);
          return run.arms[place]?.reported[its.indexOf(Math.max(...its))] ?? Number.NaN;
        };
        const meanOver = (figure: (run: RunFacts) => number) => meanOf(runs.map(figure));
        expect(arms[1]?.reward.mean).toBeCloseTo(
          meanOver((run) => winner(run, 1)),
          10,
        );
        [1, 2, 3].forEach((first) => {
          expect(arms[1]?.byResponses[first - 1]?.mean).toBeCloseTo(
            meanOver((run) => winner(run, 1, first)),
            10,
          );
        });
        // One of all drafts, drawn at random.
        expect(arms[0]?.byResponses[0]?.mean).toBeCloseTo(
          meanOver((run) => meanOf((run.arms[0]?.reported ?? []).flatMap((each) => each ?? []))),
          10,
        );
        expect(duels[0]?.difference.mean).toBeCloseTo(
          meanOver((run) => winner(run, 0) - winner(run, 1)),
          10,
        );
      }),
      { numRuns: 40 },
    );
  });
});
