import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { accountsOf, avalanche, replay, textOf, type StoredRun } from '../src/core/index.ts';
import { LIKE_VLLM, scriptedServer } from '../src/engines/openai/testing/scripted-server.ts';
import { runFileFormat } from '../src/storage/index.ts';
import { readText } from './read-json.ts';
import { bundleCommand } from './testing/bundle-command.ts';

const KILLS = 20;
const SEED = 20261126;
const IN_FLIGHT = 6;

const MOST_TOKENS = 11;

const STUDY = {
  prompts: Array.from({ length: 5 }, (_, place) => ({
    id: `wish ${String(place)}`,
    prompt: `Why is the sky of planet ${String(place)} blue?`,
    preference: 'Be brief.',
  })),
  seeds: [1, 2, 3],
  budget: 4,
  arms: ['prand', { kind: 'prs', split: [2, 2] }, { kind: 'prs', split: [1, 3] }],
  // No request of the probe is so long.
  ...{ sampling: { maxTokens: MOST_TOKENS }, feedbackMaxTokens: MOST_TOKENS - 1 },
};

/** Four drafts for all arms; a feedback of its own and two or three refinements for each anchor. */
const RUNS = 15;

it(
  `loses nothing that was finished, and samples nothing twice, over ${String(KILLS)} kills`,
  { timeout: 120_000 },
  async () => {
    const folder = await temporaryFolder('prs-study');
    const program = await bundleCommand('study-program.ts', folder);
    const studyFile = join(folder, 'study.json');
    writeFileSync(studyFile, JSON.stringify(STUDY));
    let asked = 0;
    let killNow = (): void => undefined;
    let killAtText = Number.POSITIVE_INFINITY;
    const server = await scriptedServer(LIKE_VLLM, ({ body }) => {
      if (!isForRun(body)) return null;
      asked += 1;
      killAtText -= 1;
      if (killAtText === 0) killNow();
      return null;
    });
    const out = join(folder, 'out');
    const command = ['study', studyFile, '--out', out, '--policy', server.address];
    const start = async (killAtChange: number): Promise<number | null> => {
      const preload = fileURLToPath(new URL('testing/kill-at.mjs', import.meta.url));
      const child = spawn(
        process.execPath,
        ['--import', preload, program, ...command, '--in-flight', String(IN_FLIGHT)],
        {
          env: { ...process.env, KILL_AT_CHANGE: String(killAtChange) },
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      );
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
      killNow = () => child.kill('SIGKILL');
      const [code] = (await once(child, 'close')) as [number | null];
      if (code !== 0 && code !== null) throw new Error(said);
      return code;
    };
    let kills = 0;
    for (let drawn = SEED; kills < KILLS; drawn = avalanche(drawn)) {
      // Half of them while the server is asked, half in the midst of a change of a file.
      const isByText = drawn % 2 === 0;
      killAtText = isByText ? 1 + (drawn % 14) : Number.POSITIVE_INFINITY;
      if ((await start(isByText ? Number.POSITIVE_INFINITY : 1 + (drawn % 60))) !== null) break;
      kills += 1;
    }
    killAtText = Number.POSITIVE_INFINITY;
    expect(kills).toBe(KILLS);
    expect(await start(Number.POSITIVE_INFINITY)).toBe(0);
    await server.close();

    const runs = readRuns(out);
    expect(new Set(runs.map(({ header }) => header.id)).size).toBe(RUNS);
    expect(runs).toHaveLength(RUNS);
    let texts = 0;
    for (const { header, events } of runs) {
      const { arms, state } = replay(header, events);
      expect(state.status).toBe('finished');
      expect(arms.map((arm) => accountsOf(arm).responses)).toEqual([4, 4, 4]);
      expect(arms.flatMap(({ nodes }) => nodes.map(textOf))).not.toContain(null);
      const finished = events.filter((event) => 'text' in event);
      expect(new Set(finished.map((event) => JSON.stringify(addressOf(event)))).size).toBe(
        finished.length,
      );
      texts += finished.length - events.filter((event) => 'drawnFor' in event).length;
    }
    expect(asked).toBeGreaterThanOrEqual(texts);
    expect(asked).toBeLessThanOrEqual(texts + KILLS * IN_FLIGHT);
    expect(readdirSync(join(out, 'under-way'))).toEqual([]);
  },
);

function isForRun(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    'max_tokens' in body &&
    Number(body.max_tokens) >= MOST_TOKENS - 1
  );
}

function readRuns(folder: string): readonly StoredRun[] {
  const files = readdirSync(folder).filter((name) => name.startsWith('runs-'));
  return files.flatMap((name) =>
    runFileFormat.parse(readText(join(folder, name))).map((parsed) => {
      if (!parsed.ok) throw new Error(parsed.message);
      return parsed.run;
    }),
  );
}

function addressOf(event: StoredRun['events'][number]): unknown {
  return 'nodeId' in event && 'armId' in event ? [event.armId, event.nodeId] : null;
}
