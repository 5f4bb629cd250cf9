import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refinementsOverPrompts } from './refinements-over-prompts.ts';
import { LITERAL_SPENT, literalFacts } from './testing/literal-facts.ts';
import { winRates } from './win-rates.ts';

const RAND = 'Rand 1';
const PRS = 'PRS 1/0';

const rows = fc.array(
  fc.record({
    prompt: fc.constantFrom('One?', 'Two?', 'Three?'),
    preference: fc.constantFrom('Be brief.', 'Be kind.'),
    rand: fc.integer({ min: 0, max: 3 }),
    prs: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('win rates by preference', () => {
  it('are those counted by hand: a prompt one trial, by the mean of its different runs', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const runs = drawn.map(({ prompt, preference, rand, prs }, at) =>
          literalFacts({
            ...{ runId: String(at), prompt, preference },
            arms: { [RAND]: [rand], [PRS]: [prs] },
          }),
        );
        const rates = winRates({
          ...{ runs, arms: [RAND, PRS], baseline: RAND },
          groupOf: ({ preference }) => preference,
        });
        expect(new Set(rates.map(({ name }) => name))).toEqual(
          new Set(drawn.map(({ preference }) => preference)),
        );
        for (const { name, prompts, duels } of rates) {
          const its = drawn.filter(({ preference }) => preference === name);
          const names = [...new Set(its.map(({ prompt }) => prompt))];
          expect(prompts).toBe(names.length);
          const gains = names.map((prompt) => {
            const different = new Map(
              its
                .filter((row) => row.prompt === prompt)
                .map((row) => [JSON.stringify([row.rand, row.prs]), row.prs - row.rand]),
            );
            return meanOf([...different.values()]);
          });
          const near = gains.filter((gain) => Math.abs(gain) < 1e-9).length;
          const wins = gains.filter((gain) => gain >= 1e-9).length;
          expect(duels).toMatchObject([{ first: PRS, second: RAND }]);
          // Means that are equal by hand may differ by a rounding error.
          expect(Math.abs((duels[0]?.wins ?? -1) - wins)).toBeLessThanOrEqual(near);
          expect(duels[0]?.difference.mean).toBeCloseTo(meanOf(gains), 9);
          expect(duels[0]?.shareInterval?.low).toBeLessThanOrEqual(duels[0]?.share ?? -1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leave out runs of no group, and say nothing without the baseline', () => {
    const runs = [literalFacts({ arms: { [RAND]: [1], [PRS]: [2] } })];
    const request = { runs, arms: [RAND, PRS], baseline: RAND };
    expect(winRates({ ...request, groupOf: () => null })).toEqual([]);
    expect(winRates({ ...request, baseline: 'Rand 8', groupOf: () => 'all' })).toEqual([]);
  });
});

it('counts the refinements above their anchors, a prompt at a time', () => {
  const of = (prompt: string, gains: readonly number[]) => ({
    ...literalFacts({ prompt, arms: { [PRS]: [gains.length] } }),
    refinements: [{ label: PRS, hasOneAnchor: true, gains, drafts: [], spent: LITERAL_SPENT }],
  });
  const runs = [of('One?', [1, -1, 0, 2]), of('Two?', [-1]), of('Two?', [-1]), of('Three?', [])];
  const [refinements, ...others] = refinementsOverPrompts(runs, [RAND, PRS]);
  expect(others).toEqual([]);
  // The second run of a prompt repeats the first, and one without refinements says nothing.
  expect(refinements).toMatchObject({ label: PRS, prompts: 2, refinements: 5 });
  expect(refinements?.above.mean).toBe((2 / 4 + 0) / 2);
  expect(refinements?.gain.mean).toBe((0.5 - 1) / 2);
  expect(refinementsOverPrompts(runs, [RAND])).toEqual([]);
});
