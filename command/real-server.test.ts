import { describe, expect, it, vi } from 'vitest';
import { accountsOf, replay } from '../src/core/index.ts';
import { newRunId } from '../src/storage/index.ts';
import { openPolicy } from './open-policy.ts';
import { runPlan } from './run-plan.ts';
import { importedRun, PLAN, plannedOrder } from './testing/plans.ts';

/** A server that is running: `npm test -- --only server` starts one. */
const address = process.env.PRS_TEST_SERVER;

describe.runIf(address !== undefined)('a real server', { timeout: 120_000 }, () => {
  it('writes a run that the page imports, stopped and gone on with', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const policy = { address: address ?? '', model: null, key: null, inFlight: 2 };
    const order = await plannedOrder({ ...PLAN, modelSize: 'small', budget: 2 }, { policy });
    const stop = new AbortController();
    // Looked at when the run is told of: once for its beginning, then for each event.
    let looks = 0;
    const stopping = { now: () => ((looks += 1) === 12 && stop.abort(), Date.now()) };
    await runPlan(order, stop.signal, { clock: stopping, openPolicy, newRunId });
    const begun = importedRun(order.outFile);
    expect(begun.events.at(-1)?.type).toBe('run-stopped');
    const clock = { now: () => Date.now() };
    await runPlan(order, new AbortController().signal, { clock, openPolicy, newRunId });
    const { header, events } = importedRun(order.outFile);
    expect(events.slice(0, begun.events.length)).toEqual(begun.events);
    expect(header.policy.server?.abilities).toMatchObject({ seed: true, likeliestTokens: 5 });
    const { arms } = replay(header, events);
    expect(arms.map((arm) => accountsOf(arm).responses)).toEqual([2, 2, 2]);
    expect(arms.every(({ winnerId }) => winnerId !== null)).toBe(true);
    vi.restoreAllMocks();
  });
});
