import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  accountsOf,
  PolicyError,
  replay,
  textOf,
  rewardOf,
  type LoadedPolicy,
  type StoredRun,
} from '../src/core/index.ts';
import { tickingClock } from '../src/core/testing/fake-run.ts';
import { LIKE_VLLM, scriptedServer } from '../src/engines/openai/testing/scripted-server.ts';
import type { WireServer } from '../src/engines/openai/testing/wire-server.ts';
import { createScriptedPolicy, wordScript } from '../src/engines/testing/scripted-policy.ts';
import { FREE_SCORER } from '../src/rewards/index.ts';
import { RunController } from '../src/runs/index.ts';
import { fakeCatalog, SOURCE, atOnce } from '../src/runs/testing/set-up.ts';
import { ModelSession } from '../src/runs/index.ts';
import { MemoryRunStore } from '../src/storage/memory/memory-run-store.ts';
import type { CommandWorld } from './command-world.ts';
import { openPolicy } from './open-policy.ts';
import { readPlan } from './read-plan.ts';
import { runPlan } from './run-plan.ts';
import { importedRun, PLAN, plannedOrder } from './testing/plans.ts';
import { withoutTimes } from './testing/what-runs-say.ts';

const WORDS = ['sky', 'is', 'blue', 'light', 'scatters', 'short', 'waves', 'more'];
const never = new AbortController().signal;

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});
const servers: WireServer[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const scripted = (parallelism = 1): LoadedPolicy & { readonly calls: readonly unknown[] } =>
  createScriptedPolicy(wordScript(WORDS, 10), { parallelism });

function worldWith(policy: LoadedPolicy): CommandWorld {
  return {
    clock: tickingClock(),
    openPolicy: () => ({ policy, lacks: [] }),
    newRunId: () => 'command-run',
  };
}

/** The run that the page's own controller makes of a plan's file. */
async function runOfPage(planFile: string, policy: LoadedPolicy): Promise<StoredRun> {
  const store = new MemoryRunStore(() => 'other');
  const controller = new RunController({
    models: new ModelSession(
      fakeCatalog(() => Promise.resolve(policy)),
      atOnce,
    ),
    ...{ store, clock: tickingClock(), schedule: atOnce, retryLater: () => undefined },
    createId: () => 'page-run',
    locks: {
      hold: () => Promise.resolve(() => undefined),
      isHeld: () => Promise.resolve(false),
      whenFree: () => new Promise(() => undefined),
    },
  });
  const { name, plan } = readPlan(planFile);
  await controller.start({
    ...{ name, plan, source: SOURCE },
    scorer: async (ask) => {
      if (FREE_SCORER.comparesPairs) throw new Error('It compares pairs.');
      const engines = { policy: ask, rewardModel: () => Promise.reject(new Error('None.')) };
      return FREE_SCORER.make({ values: {}, seed: plan.seed }, engines);
    },
  });
  const run = await store.load('page-run');
  if (run === null) throw new Error('The page kept nothing.');
  return run;
}

/** What a run found, whoever of a layer finished first. */
function findings({ header, events }: StoredRun): unknown {
  return replay(header, events).arms.map((arm) => [
    [arm.arm, arm.anchors, arm.winnerId],
    arm.nodes.map((node) => [
      [node.id, node.seed, textOf(node), rewardOf(node)],
      node.progress.status === 'finished' ? [node.progress.tokens, node.progress.usage] : null,
    ]),
  ]);
}

/** Texts that were drawn: two drafts of PRand are those of PRS. */
function textsIn(events: StoredRun['events']): number {
  const finished = events.filter(({ type }) => /^(draft|feedback|refinement)-finished/.test(type));
  return finished.length - events.filter((event) => 'drawnFor' in event).length;
}

describe('a plan run by the command', () => {
  it('gives the file that the page gives, but for times', async () => {
    const order = await plannedOrder({ ...PLAN, scoreBothWays: true }, {});
    const one = { ...order, policy: { ...order.policy, inFlight: 1 } };
    await runPlan(one, never, worldWith(scripted()));
    const run = importedRun(order.outFile);
    const ofPage = await runOfPage(order.planFile ?? '', scripted());
    expect(run.events.at(-1)?.type).toBe('run-finished');
    expect(run.events.length).toBeGreaterThan(45);
    expect(withoutTimes(run)).toEqual(withoutTimes(ofPage));
  });

  it('finds what the page finds, with a layer in flight together', async () => {
    const order = await plannedOrder(PLAN);
    await runPlan(order, never, worldWith(scripted()));
    const ofPage = await runOfPage(order.planFile ?? '', scripted(4));
    expect(findings(importedRun(order.outFile))).toEqual(findings(ofPage));
  });

  it('is the same whether it was stopped and gone on with or not', async () => {
    const whole = await plannedOrder(PLAN);
    await runPlan(whole, never, worldWith(scripted()));
    const order = await plannedOrder(PLAN);
    for (const most of [3, 4, 1000]) {
      const stop = new AbortController();
      const policy = createScriptedPolicy((request, call) => {
        if (call >= most) stop.abort();
        return wordScript(WORDS, 10)(request, call);
      });
      await runPlan(order, stop.signal, worldWith(policy)).catch(() => undefined);
      const [last] = importedRun(order.outFile).events.slice(-1);
      expect(last?.type).toBe(most === 1000 ? 'run-finished' : 'run-stopped');
    }
    expect(findings(importedRun(order.outFile))).toEqual(findings(importedRun(whole.outFile)));
    expect(existsSync(`${order.outFile}.part`)).toBe(false);
  });

  it('goes on from its log after a kill, whose last line is torn', async () => {
    const order = await plannedOrder(PLAN);
    await runPlan(order, never, worldWith(scripted()));
    const whole = importedRun(order.outFile);
    const { header, events } = whole;
    const log = [{ version: 2, run: header }, ...events.slice(0, 20)];
    const lines = log.map((line) => JSON.stringify(line)).join('\n');
    writeFileSync(`${order.outFile}.part`, `${lines}\n{"type":"draft-fin`);
    const drawn = scripted();
    await runPlan(order, never, worldWith(drawn));
    expect(findings(importedRun(order.outFile))).toEqual(findings(whole));
    expect(drawn.calls).toHaveLength(textsIn(events) - textsIn(events.slice(0, 20)));
  });

  it('asks nothing more where it has finished, but for what failed where that is wished', async () => {
    const order = await plannedOrder(PLAN);
    const failing = createScriptedPolicy((request, call) =>
      call === 1
        ? { kind: 'fail', pieces: [], error: new PolicyError('engine-failed', 'It broke.') }
        : wordScript(WORDS, 10)(request, call),
    );
    await runPlan(order, never, worldWith(failing));
    const again = scripted();
    await runPlan(order, never, worldWith(again));
    expect(again.calls).toHaveLength(0);
    const failed = importedRun(order.outFile).events.filter(({ type }) => type === 'draft-failed');
    expect(failed).toHaveLength(1);
    await runPlan({ ...order, again: true }, never, worldWith(again));
    const { header, events } = importedRun(order.outFile);
    const { arms } = replay(header, events);
    expect(arms.map((arm) => accountsOf(arm).responses)).toEqual([4, 4, 4]);
  });

  it('refuses another plan, another model and a file that is none', async () => {
    const order = await plannedOrder(PLAN);
    await runPlan(order, never, worldWith(scripted()));
    const other = await plannedOrder({ ...PLAN, seed: 8 }, { outFile: order.outFile });
    await expect(runPlan(other, never, worldWith(scripted()))).rejects.toThrow(
      'holds a run of another plan: move it away, or name another file with --out.',
    );
    const another = createScriptedPolicy(wordScript(WORDS, 10), { id: 'another' });
    await expect(runPlan({ ...order, again: true }, never, worldWith(another))).rejects.toThrow(
      'This run was written by Scripted: choose that model to go on with it.',
    );
    writeFileSync(order.outFile, 'my diary');
    await expect(runPlan(order, never, worldWith(scripted()))).rejects.toThrow(
      'is not a run’s file: The file isn',
    );
    expect(readFileSync(order.outFile, 'utf8')).toBe('my diary');
  });

  it('stops with a sentence where the model fails again and again, and goes on later', async () => {
    const order = await plannedOrder(PLAN);
    const gone = createScriptedPolicy((request, call) =>
      call >= 3
        ? { kind: 'fail', pieces: [], error: new PolicyError('engine-lost', 'It is gone.') }
        : wordScript(WORDS, 10)(request, call),
    );
    await expect(runPlan(order, never, worldWith(gone))).rejects.toThrow(
      'The policy failed more than 4 times one after another: It is gone.',
    );
    await runPlan(order, never, worldWith(scripted()));
    const whole = await plannedOrder(PLAN);
    await runPlan(whole, never, worldWith(scripted()));
    expect(findings(importedRun(order.outFile))).toEqual(findings(importedRun(whole.outFile)));
  });
});

it('runs on a model server, with a key that is told to nobody else', async () => {
  const server = await scriptedServer(LIKE_VLLM);
  servers.push(server);
  const key = 'sk-canary-4711';
  const policy = { address: server.address, model: null, key, inFlight: 4 };
  const order = await plannedOrder(PLAN, { policy });
  const world = { clock: tickingClock(), openPolicy, newRunId: () => 'command-run' };
  await runPlan(order, never, world);
  const { header, events } = importedRun(order.outFile);
  expect(header.policy).toMatchObject({
    engine: 'openai',
    name: LIKE_VLLM.model,
    parallelism: 4,
    server: { address: server.address },
  });
  expect(replay(header, events).arms.map((arm) => accountsOf(arm).responses)).toEqual([4, 4, 4]);
  expect(server.requests.every(({ headers }) => headers.authorization === `Bearer ${key}`)).toBe(
    true,
  );
  expect(readFileSync(order.outFile, 'utf8')).not.toContain('canary');
  // The address and the model are those of the run.
  const goOn = { ...order, planFile: null, policy: { ...policy, address: null }, again: true };
  await runPlan(goOn, never, world);
  expect(importedRun(order.outFile).events).toHaveLength(events.length);
});
