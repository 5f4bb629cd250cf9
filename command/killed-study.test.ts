import { expect, it } from 'vitest';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { accountsOf, replay } from '../src/core/index.ts';
import { IN_FLIGHT, killAndGoOn } from './testing/killed-study.ts';
import { drawnTexts, textsTwice, sayingsOf } from './testing/what-runs-say.ts';

const KILLS = 20;
const SEED = 20261126;
const PROMPTS = 5;
/** Three seeds a prompt. */
const RUNS = 15;

it(
  `loses nothing that was finished, and samples nothing twice, over ${String(KILLS)} kills`,
  { timeout: 240_000 },
  async () => {
    const folder = await temporaryFolder('prs-study');
    const order = { folder, seed: SEED, kills: KILLS, prompts: PROMPTS };
    const { kills, runs, undisturbed, lost, asked, leftOver } = await killAndGoOn(order);
    expect(kills).toHaveLength(KILLS);
    expect(lost).toEqual([]);
    expect(leftOver).toEqual([]);

    expect(runs).toHaveLength(RUNS);
    for (const { header, events } of runs) {
      const { arms, state } = replay(header, events);
      expect(state.status).toBe('finished');
      expect(arms.map((arm) => accountsOf(arm).responses)).toEqual([4, 4, 4]);
    }
    expect(textsTwice(runs)).toEqual([]);
    expect(sayingsOf(runs)).toEqual(sayingsOf(undisturbed));
    const texts = drawnTexts(runs);
    expect(asked).toBeGreaterThanOrEqual(texts);
    expect(asked).toBeLessThanOrEqual(texts + KILLS * IN_FLIGHT);
  },
);
