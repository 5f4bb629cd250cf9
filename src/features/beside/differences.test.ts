import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeArm, type RunHeader } from '../../core/index.ts';
import { fakeHeader, fakePlan } from '../../core/testing/fake-run.ts';
import { differencesOf, whyTwoAxes } from './differences.ts';

const header = fakeHeader(fakePlan([makeArm('prs', 4, [2, 2])]));

function withPlan(changes: Partial<RunHeader['plan']>): RunHeader {
  return { ...header, plan: { ...header.plan, ...changes } };
}

const words = (differences: ReturnType<typeof differencesOf>): readonly string[] =>
  differences.map(({ what, one, other }) => `${what}: ${one} | ${other}`);

describe('what differs between two runs', () => {
  it('is told aspect by aspect, what matters most first', () => {
    const other = withPlan({ seed: 7, preference: '', arms: [makeArm('rand', 4, [])] });
    expect(words(differencesOf(header, other))).toEqual([
      'Preference: Be brief. | none',
      'Seed: 42 | 7',
      'Arms: PRS 2/2 | Rand 4',
    ]);
  });

  it('is nothing where only the name, the time or the order of stored fields differ', () => {
    const { prompts } = header.plan;
    const turned = Object.fromEntries(Object.entries(prompts).reverse());
    const again = withPlan({ prompts: { ...prompts, ...turned } });
    expect(differencesOf(header, { ...again, name: 'Again', createdAt: 9 })).toEqual([]);
  });

  it('is said where what is shown is the same', () => {
    const { prompts } = header.plan;
    const other = withPlan({ prompts: { ...prompts, feedback: 'Say what is wrong.' } });
    expect(words(differencesOf(header, other))).toEqual([
      'Prompts’ words: as a chat | as a chat, set otherwise',
    ]);
  });
});

describe('the axes', () => {
  const { rewardModel } = header;

  it('are one for two preferences, seeds, models and budgets', () => {
    const policy = { ...header.policy, id: 'larger', name: 'Larger' };
    const other = withPlan({ preference: 'Be thorough.', seed: 3, budget: 8 });
    expect(whyTwoAxes(header, { ...other, policy })).toBe(null);
  });

  it('are two for two prompts, scorers, settings and readings, and say why', () => {
    const named = { ...rewardModel, id: 'other', name: 'Other' };
    const set = { ...rewardModel, settings: { short: 2 } };
    expect(whyTwoAxes(header, withPlan({ prompt: 'Why?' }))).toContain('one prompt only');
    expect(whyTwoAxes(header, { ...header, rewardModel: named })).toContain(
      'Fake scored A and Other scored B',
    );
    expect(whyTwoAxes(header, { ...header, rewardModel: set })).toContain('not the same');
    expect(whyTwoAxes(header, withPlan({ conditionedOn: 'prompt' }))).toContain('x alone');
  });

  it('are as many whichever run comes first', () => {
    const headers = fc.record({
      prompt: fc.constantFrom('Why?', 'How?'),
      preference: fc.constantFrom('', 'Be brief.'),
      id: fc.constantFrom('rubric', 'blend'),
      version: fc.constantFrom(1, 2),
      conditionedOn: fc.constantFrom('prompt' as const, 'prompt-and-preference' as const),
    });
    fc.assert(
      fc.property(headers, headers, (one, other) => {
        const [first, second] = [one, other].map(({ id, version, ...plan }) => ({
          ...withPlan(plan),
          rewardModel: { ...rewardModel, id, version },
        }));
        if (first === undefined || second === undefined) return;
        expect(whyTwoAxes(first, second) === null).toBe(whyTwoAxes(second, first) === null);
        expect(whyTwoAxes(first, first)).toBe(null);
        expect(differencesOf(first, second).map(({ what }) => what)).toEqual(
          differencesOf(second, first).map(({ what }) => what),
        );
      }),
    );
  });
});
