import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeArm } from '../plan/make-arm.ts';
import { plantArm } from '../tree/grow-tree-from-events.ts';
import type { ArmTree, TreeNode } from '../tree/sampling-tree.ts';
import { bestSoFar, bestWithinTokens } from './best-so-far.ts';
import { coveredSeconds, processedTokens } from './cost-accounts.ts';

const COST_UNITS = ['responses', 'tokens', 'seconds'] as const;

interface Written {
  /** Null where it isn't scored. */
  readonly reward: number | null;
  readonly prompt: number;
  readonly written: number;
  /** Seconds. */
  readonly from: number;
  readonly to: number;
}

/** Two drafts, a feedback and two refinements, as far as they are told. */
function arm(told: readonly Written[]): ArmTree {
  const planted = plantArm(makeArm('prs', 4, [2, 2]), 42);
  return { ...planted, nodes: planted.nodes.map((node, place) => done(node, told[place])) };
}

function done(node: TreeNode, told: Written | undefined): TreeNode {
  if (told === undefined) return node;
  const usage = {
    promptTokens: told.prompt,
    cachedPromptTokens: null,
    completionTokens: told.written,
  };
  const sampling = { temperature: 0, topP: 1, topK: 0, presencePenalty: 0, maxTokens: 8 };
  const call = { messages: [], sampling, attempt: 1, startedAt: told.from * 1000 };
  const ending = { finishReason: 'stop', usage, remarks: [], finishedAt: told.to * 1000 } as const;
  const progress = { status: 'finished', text: '…', tokens: [], ...call, ...ending } as const;
  if (told.reward === null || node.kind === 'feedback') return { ...node, progress };
  const reward = { value: told.reward, breakdown: [], conditionedOn: 'prompt' } as const;
  return { ...node, progress, scoring: { status: 'scored', reward, otherReward: null } };
}

const call = (reward: number | null, from: number, to: number): Written => ({
  ...{ reward, from, to },
  ...{ prompt: 10, written: 5 },
});

describe('the best so far', () => {
  const whole = arm([
    call(1, 0, 2),
    call(0.5, 0, 3),
    call(null, 4, 5),
    call(2, 6, 8),
    call(2, 6, 9),
  ]);

  it('rises with each better response alone, counted by responses', () => {
    expect(bestSoFar(whole, 'responses')).toEqual({
      better: [
        { nodeId: 'draft-1', reward: 1, spent: 1 },
        { nodeId: 'refinement-1-1', reward: 2, spent: 3 },
      ],
      spent: 4,
    });
  });

  it('is charged for feedback in tokens, and for calls side by side once in seconds', () => {
    expect(bestSoFar(whole, 'tokens')).toMatchObject({ better: [{ spent: 15 }, { spent: 60 }] });
    expect(bestSoFar(whole, 'seconds')).toMatchObject({
      better: [{ spent: 2 }, { spent: 6 }],
      spent: 7,
    });
  });

  it('has nothing to show before the first reward', () => {
    expect(bestSoFar(arm([]), 'tokens')).toEqual({ better: [], spent: 0 });
  });
});

const written = fc.record({
  reward: fc.option(fc.integer({ min: -3, max: 3 })),
  prompt: fc.nat(20),
  written: fc.nat(20),
  from: fc.nat(50),
  to: fc.integer({ min: 50, max: 99 }),
});
const anyArm = fc.array(written, { maxLength: 5 }).map(arm);

describe('every curve', () => {
  it('rises in rewards and never falls in what is spent, up to all that was spent', () => {
    fc.assert(
      fc.property(anyArm, fc.constantFrom(...COST_UNITS), (told, unit) => {
        const { better, spent } = bestSoFar(told, unit);
        better.reduce(
          (before, each) => {
            expect(each.reward).toBeGreaterThan(before.reward);
            expect(each.spent).toBeGreaterThanOrEqual(before.spent);
            return each;
          },
          { reward: -Infinity, spent: 0 },
        );
        expect(better.at(-1)?.spent ?? 0).toBeLessThanOrEqual(spent);
      }),
    );
  });

  it('ends at the arm’s own sums and at the best reward of its pool', () => {
    fc.assert(
      fc.property(anyArm, (told) => {
        const rewards = told.nodes.flatMap(({ scoring }) =>
          scoring.status === 'scored' ? [scoring.reward.value] : [],
        );
        const best = rewards.length === 0 ? undefined : Math.max(...rewards);
        for (const unit of COST_UNITS)
          expect(bestSoFar(told, unit).better.at(-1)?.reward).toBe(best);
        expect(bestSoFar(told, 'tokens').spent).toBe(processedTokens(told));
        expect(bestWithinTokens(told, processedTokens(told))).toBe(best ?? null);
        const times = told.nodes.flatMap(({ progress }) =>
          progress.status === 'finished'
            ? [[progress.startedAt, progress.finishedAt] as const]
            : [],
        );
        expect(bestSoFar(told, 'seconds').spent).toBe(coveredSeconds(times));
      }),
    );
  });
});
