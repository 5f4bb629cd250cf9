import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { tickingClock } from '../src/core/testing/fake-run.ts';
import { createScriptedPolicy, wordScript } from '../src/engines/testing/scripted-policy.ts';
import { runStudy } from './run-study.ts';
import { scoreRuns } from './score-runs.ts';
import { keepQuiet } from './testing/keep-quiet.ts';
import { runsIn } from './testing/kept-in-folder.ts';
import { fakeRewardServer } from './testing/reward-server.ts';
import { SMALL_STUDY, sampledStudy } from './testing/studies.ts';

const KEY = 'sk-canary-4711';
const never = new AbortController().signal;

beforeEach(keepQuiet);
afterEach(() => {
  vi.restoreAllMocks();
});

const asksNobody = { address: null, model: null, key: null, inFlight: 4 };

/** All that is written in a folder, and all that was said. */
function everythingIn(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
  const said = vi.mocked(console.error).mock.calls.flat().map(String);
  return [...files.map((path) => readFileSync(path, 'utf8')), ...said].join('\n');
}

it('tells a reward server its key, and nobody else: not runs, logs, or what is said', async () => {
  const place = await temporaryFolder('prs-reward-key');
  const studyFile = join(place, 'study.json');
  writeFileSync(studyFile, JSON.stringify({ ...SMALL_STUDY, seeds: [1] }));
  const server = await fakeRewardServer();
  server.key = KEY;
  server.failsOn = 'salty';
  try {
    const policy = createScriptedPolicy(wordScript(['sky ', 'sea '], 8));
    const world = { openPolicy: () => ({ policy, lacks: [] }), newRunId: () => 'unused' };
    const order = {
      ...({ command: 'study', studyFile, folder: join(place, 'out'), again: false } as const),
      ...{ policy: asksNobody, reward: server.address, rewardKey: KEY },
    };
    await runStudy(order, never, { clock: tickingClock(), ...world });
    const given = runsIn(order.folder).flatMap(({ events }) => events.map(({ type }) => type));
    expect(given).toContain('reward-given');
    expect(given).toContain('reward-failed');

    const sampled = await sampledStudy();
    const score = { command: 'score', sources: [sampled], policy: asksNobody } as const;
    const again = { ...score, reward: server.address, rewardKey: KEY };
    server.failsOn = '';
    await scoreRuns(again, never, { clock: tickingClock(), ...world });
    expect(everythingIn(sampled)).toContain('scoring-given');
    const wrong = { ...score, sources: [await sampledStudy()], reward: server.address };
    await expect(
      scoreRuns({ ...wrong, rewardKey: `${KEY}-old` }, never, { clock: tickingClock(), ...world }),
    ).rejects.toThrow(
      /^(?!.*canary).*doesn’t take the key that it was given \(401\): put its key into PRS_REWARD_KEY/,
    );
    expect(everythingIn(place) + everythingIn(sampled)).not.toContain('canary');
  } finally {
    server.close();
  }
});
