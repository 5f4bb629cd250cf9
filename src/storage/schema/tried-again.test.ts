import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type ArmKind,
  failedNodes,
  growTree,
  isDurable,
  type RunEvent,
  sampleRun,
  type SamplingTree,
} from '../../core/index.ts';
import {
  fakePolicy,
  fakeRewardModel,
  plantOne,
  tickingClock,
} from '../../core/testing/fake-run.ts';
import { exportRun, parseRunFile } from '../run-file/import-and-export-run.ts';

const KINDS: readonly ArmKind[] = [
  'prs',
  'prs-0-n',
  'prs-without-feedback',
  'prs-feedback-each',
  'tpo',
];

interface Session {
  readonly tree: SamplingTree;
  readonly events: readonly RunEvent[];
}

it('a run whose failed nodes were tried again opens as it was', async () => {
  const kind = fc.constantFrom(...KINDS);
  const failing = fc.array(fc.array(fc.nat(12), { maxLength: 5 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(kind, failing, async (strategy, sessions) => {
      const planted = plantOne(strategy, strategy === 'prs-0-n' ? [0, 3] : [2, 2, 2]);
      let run: Session = { tree: planted, events: [] };
      for (const calls of sessions) run = await sampled(run, calls);
      const header = planted.run;
      const text = exportRun({ header, events: run.events.filter(isDurable) }, 0);
      const parsed = parseRunFile(text);
      expect(parsed.ok ? null : parsed.message).toBe(null);
    }),
    { numRuns: 60 },
  );
});

const rewardModel = fakeRewardModel(({ response }) => response.trim().length);

/** One more session, in which these calls fail. */
async function sampled({ tree, events }: Session, failing: readonly number[]): Promise<Session> {
  const later = events.length * 1_000_000;
  const policy = fakePolicy(({ seed }, call) =>
    failing.includes(call) ? new Error('No memory.') : 'w'.repeat(1 + (seed % 50)),
  );
  const ticking = tickingClock();
  const clock = { now: () => later + ticking.now() };
  const told = [...events];
  let grown = tree;
  const parts = { policy, rewardModel, clock };
  const never = new AbortController().signal;
  for await (const event of sampleRun(tree, parts, never, failedNodes(tree))) {
    told.push(event);
    grown = growTree(grown, event);
  }
  return { tree: grown, events: told };
}
