import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChatMessage, type GenerationRequest, PolicyError } from '../policy.ts';
import { ARM_KINDS } from '../plan/arms.ts';
import { isAdaptive, makeArm } from '../plan/make-arm.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
  type Answer,
  type Told,
} from '../testing/fake-run.ts';
import { isDurable } from '../tree/run-events.ts';
import { plantTree } from '../tree/grow-tree-from-events.ts';
import { replay } from '../tree/growing-tree.ts';
import { bestOf } from '../tree/choose-anchor-and-winner.ts';
import { feedbackReadBy, pool, rewardOf, textOf } from '../tree/find-in-tree.ts';
import type { ArmTree, NodeKind, SamplingTree, TreeNode } from '../tree/sampling-tree.ts';

/** A run of random arms over one random split, with answers, failures and rewards that depend on the seed alone. */
interface Scenario {
  readonly split: readonly number[];
  readonly seed: number;
  readonly parallelism: number;
  readonly failures: boolean;
}

const scenarios: fc.Arbitrary<Scenario> = fc.record({
  split: fc
    .array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 4 })
    .filter((split) => split.some((part) => part > 0)),
  seed: fc.nat({ max: 2 ** 31 - 1 }),
  parallelism: fc.integer({ min: 1, max: 4 }),
  failures: fc.boolean(),
});

function plantScenario({ split, seed }: Scenario): SamplingTree {
  const budget = split.reduce((sum, part) => sum + part, 0);
  const arms = ARM_KINDS.map((kind) => makeArm(kind, budget, split));
  return plantTree(fakeHeader(fakePlan(arms, { seed })));
}

const answerBySeed =
  (failures: boolean): Answer =>
  ({ seed }: GenerationRequest) => {
    if (failures && seed % 7 === 0) return new PolicyError('engine-failed', 'Provoked.');
    return seed % 11 === 0 ? '' : Array.from({ length: 1 + (seed % 5) }, () => seed % 97).join(' ');
  };

const rewardByText = fakeRewardModel(({ response }) => {
  const [first = '0'] = response.trim().split(' ');
  return Number(first) % 13 === 0 ? Number.NaN : Number(first) % 10;
});

function run(scenario: Scenario, stopAfter?: number): Promise<Told> {
  const policy = fakePolicy(answerBySeed(scenario.failures), scenario.parallelism);
  return runToEnd(plantScenario(scenario), policy, rewardByText, stopAfter);
}

/** Texts, rewards, anchors and winners: what a run found, without when and in which order. */
function findings(tree: SamplingTree): unknown {
  return tree.arms.map((arm) => ({
    anchors: arm.anchors,
    rejected: arm.rejected,
    winnerId: arm.winnerId,
    nodes: arm.nodes.map((node) => [
      node.id,
      node.seed,
      node.progress.status,
      node.progress.status === 'finished' && node.progress.text,
      rewardOf(node),
    ]),
  }));
}

function expectValid(arm: ArmTree, budget: number): void {
  expect(pool(arm)).toHaveLength(budget);
  const ids = new Set(arm.nodes.map((node) => node.id));
  expect(ids.size).toBe(arm.nodes.length);
  for (const id of [arm.winnerId, ...arm.anchors]) if (id !== null) expect(ids).toContain(id);
  for (const node of arm.nodes) {
    if (node.scoring.status !== 'unscored') expect(node.progress.status).toBe('finished');
    expect(node.progress.status).not.toBe('writing');
  }
}

describe('any run', () => {
  it('has exactly N responses in each arm, every one finished or failed', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const { tree } = await run(scenario);
        for (const arm of tree.arms) {
          expectValid(arm, tree.run.plan.budget);
          const open = arm.nodes.filter(
            ({ progress }) => progress.status !== 'finished' && progress.status !== 'failed',
          );
          expect(open).toEqual([]);
        }
      }),
    );
  });

  it('has the maximum of the pool as its winner, the earlier one of equals', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const { tree } = await run(scenario);
        for (const arm of tree.arms) {
          const rewards = pool(arm).map((node) => rewardOf(node) ?? Number.NEGATIVE_INFINITY);
          const highest = Math.max(...rewards);
          const winner = Number.isFinite(highest) ? pool(arm)[rewards.indexOf(highest)] : undefined;
          expect(arm.winnerId).toBe(winner?.id ?? null);
        }
      }),
    );
  });

  it('refines the best response before each layer, where its layers are planned', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const { tree } = await run(scenario);
        for (const arm of tree.arms) {
          if (isAdaptive(arm.arm)) continue;
          arm.anchors.forEach((anchorId, layer) => {
            if (anchorId === null || anchorId === 'anchor-draft') return;
            expect(anchorId).toBe(bestOf(pool(arm).filter((node) => node.layer < layer))?.id);
          });
        }
      }),
    );
  });

  it('has feedback read the worst response before its layer, where the arm’s reads it and one is worse', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const { tree } = await run(scenario);
        for (const arm of tree.arms) {
          for (const [layer, anchorId] of arm.anchors.entries()) {
            const before = pool(arm).filter((node) => node.layer < layer);
            const rewards = before.flatMap((node) => rewardOf(node) ?? []);
            const [least, most] = [Math.min(...rewards), Math.max(...rewards)];
            const reads = arm.arm.kind === 'tpo' && anchorId !== null && least < most;
            const worst = reads ? before.find((node) => rewardOf(node) === least) : undefined;
            expect(arm.rejected[layer] ?? null).toBe(worst?.id ?? null);
            const asked = nodesSent(arm, 'feedback').find((node) => node.layer === layer);
            const last = asked?.messages.at(-1)?.content ?? '';
            if (asked !== undefined && worst !== undefined) expect(last).toContain(textOf(worst));
            if (worst === undefined) expect(last).not.toContain('another answer');
          }
        }
      }),
    );
  });

  it('conditions each refinement on its own feedback, or on the anchor alone where that has no text', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const { tree } = await run(scenario);
        for (const arm of tree.arms) {
          for (const node of nodesSent(arm)) {
            const feedback = feedbackReadBy(arm, node);
            const said = node.messages.slice(3).map(({ content }) => content);
            expect(said[0]).toBe(feedback?.progress.text);
          }
        }
      }),
    );
  });

  it('is told again by its events, with or without the tokens', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const { events, tree } = await run(scenario);
        expect(replay(tree.run, events)).toEqual(tree);
        expect(replay(tree.run, events.filter(isDurable))).toMatchObject({
          arms: findingsShape(tree),
        });
      }),
    );
  });

  it('leaves a valid tree wherever it is stopped', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, fc.nat({ max: 120 }), async (scenario, stopAfter) => {
        const { events, tree } = await run(scenario, stopAfter + 1);
        for (const arm of tree.arms) expectValid(arm, tree.run.plan.budget);
        expect(['run-stopped', 'run-finished']).toContain(events.at(-1)?.type);
      }),
    );
  });

  it('finds the same again, however many answers are written at once', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const one = await run({ ...scenario, parallelism: 1 });
        const other = await run(scenario);
        expect(findings(other.tree)).toEqual(findings(one.tree));
      }),
    );
  });

  it('finds the same after a stop and a fresh start as in one go', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, fc.nat({ max: 120 }), async (scenario, stopAfter) => {
        const whole = await run(scenario);
        const stopped = await run(scenario, stopAfter + 1);
        const policy = fakePolicy(answerBySeed(scenario.failures), scenario.parallelism);
        const resumed = await runToEnd(stopped.tree, policy, rewardByText);
        expect(findings(resumed.tree)).toEqual(findings(whole.tree));
      }),
    );
  });
});

/** The nodes of a kind that were asked for, with what was sent. */
function nodesSent(
  arm: ArmTree,
  kind: NodeKind = 'refinement',
): readonly (TreeNode & { messages: readonly ChatMessage[] })[] {
  return arm.nodes.flatMap((node) =>
    node.kind === kind && 'messages' in node.progress
      ? [{ ...node, messages: node.progress.messages }]
      : [],
  );
}

function findingsShape(tree: SamplingTree): unknown {
  return tree.arms.map(({ anchors, winnerId, nodes }) => ({
    anchors,
    winnerId,
    nodes: nodes.map(({ id, seed, scoring }) => ({ id, seed, scoring })),
  }));
}
