import { describe, expect, it } from 'vitest';
import { findingOf } from './finding.ts';
import { lengthControlledDuels } from './length-controlled-duels.ts';
import { literalFacts } from './testing/literal-facts.ts';

const ARMS = ['PRS 1/1', 'Rand 2'];

/** Prompts whose longer winner wins; that of PRS is longer for all but some of them. */
function longerWins(prompts: number) {
  return Array.from({ length: prompts }, (_, place) => {
    const longer = place % 5 === 0 ? -20 - place : 30 + place;
    const reward = longer > 0 ? 2 : 0;
    return literalFacts({
      ...{ runId: String(place), prompt: `Prompt ${String(place)}` },
      arms: { 'PRS 1/1': [reward, null], 'Rand 2': [1, null] },
      winnerLengths: { 'PRS 1/1': 100 + longer, 'Rand 2': 100 },
    });
  });
}

describe('pairs of arms at equal length', () => {
  it('takes from a share what length makes of it', () => {
    const runs = longerWins(40);
    const [duel, ...others] = lengthControlledDuels(runs, ARMS);
    expect(others).toEqual([]);
    expect(duel).toMatchObject({ first: 'PRS 1/1', second: 'Rand 2' });
    const [raw] = findingOf({ runs, arms: ARMS }).duels;
    expect(raw?.share).toBe(0.8);
    expect(duel?.share.mean).toBeLessThan(0.7);
    expect(duel?.share.interval?.high).toBeGreaterThan(duel?.share.mean ?? 1);
    expect(duel?.longer).toBeGreaterThan(0);
    expect(lengthControlledDuels(runs.toReversed(), ARMS)).toEqual([duel]);
  });

  it('is the share where all are equally long', () => {
    const runs = longerWins(40).map((run) => ({
      ...run,
      arms: run.arms.map((arm) => ({ ...arm, winnerLength: 7 })),
    }));
    expect(lengthControlledDuels(runs, ARMS)[0]?.share.mean).toBeCloseTo(0.8, 10);
  });

  it('says nothing of a pair where one arm is nearly always the longer', () => {
    const runs = longerWins(40).map((run, place) => ({
      ...run,
      arms: run.arms.map((arm) => ({
        ...arm,
        winnerLength: arm.label === 'Rand 2' || place < 4 ? 100 : 200 + place,
      })),
    }));
    const nearly = runs.map((run, place) => ({
      ...run,
      arms: run.arms.map((arm) => ({
        ...arm,
        winnerLength: arm.label === 'Rand 2' && place < 4 ? 150 : arm.winnerLength,
      })),
    }));
    expect(lengthControlledDuels(nearly, ARMS)).toEqual([]);
  });

  it('says nothing of few prompts', () => {
    expect(lengthControlledDuels(longerWins(29), ARMS)).toEqual([]);
    expect(lengthControlledDuels(longerWins(30), ARMS)).toHaveLength(1);
  });
});
