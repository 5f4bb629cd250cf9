import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type KilledStudy, killAndGoOn } from '../../command/testing/killed-study.ts';
import { drawnTexts, sayingsOf, textsTwice } from '../../command/testing/what-runs-say.ts';
import { accountsOf, replay } from '../../src/core/index.ts';
import type { KillOptions } from '../options.mjs';

/** Of the study; each has three seeds, and three arms of four responses. */
const PROMPTS_PER_KILL = 0.4;

/** Kills a study and goes on with it, and prints where each kill landed and what came of it. @returns whether nothing was lost */
export async function killAndReport({ seed, kills }: KillOptions): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'prs-killed-study-'));
  console.error(`Killing a study ${String(kills)} times, at moments drawn by seed ${String(seed)}`);
  try {
    const prompts = Math.ceil(kills * PROMPTS_PER_KILL);
    const study = await killAndGoOn({ folder, seed, kills, prompts });
    console.log(`${whereTheyLanded(study)}\n`);
    const { figures, losses } = whatCame(study);
    console.log(tableOf(Object.keys(figures), [Object.values(figures).map(String)]));
    for (const loss of losses) console.error(loss);
    return losses.length === 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function whereTheyLanded({ kills }: KilledStudy): string {
  return tableOf(
    ['kill', 'aimed at', 'landed', 'texts kept'],
    kills.map(({ aim, landed, kept }, place) => [String(place + 1), aim, landed, String(kept)]),
  );
}

interface WhatCame {
  readonly figures: Readonly<Record<string, number>>;
  /** What is not as it should be, a sentence each. */
  readonly losses: readonly string[];
}

function whatCame({ kills, runs, undisturbed, lost, asked, leftOver }: KilledStudy): WhatCame {
  const twice = textsTwice(runs);
  const [said, whole] = [sayingsOf(runs), sayingsOf(undisturbed)];
  const differing = [...new Set([...said.keys(), ...whole.keys()])].filter(
    (id) => !isDeepStrictEqual(said.get(id), whole.get(id)),
  );
  return {
    figures: {
      ...{ kills: kills.length, runs: runs.length, responses: responsesOf(runs) },
      ...{ 'texts sampled': drawnTexts(runs), lost: lost.length, twice: twice.length },
      'runs unlike one never killed': differing.length,
      'calls cut off and made again': asked - drawnTexts(runs),
    },
    losses: [
      ...lost.map((address) => `Lost, or no longer as it was: ${address}`),
      ...twice.map((address) => `Kept twice: ${address}`),
      ...differing.map((id) => {
        const only = whole.get(id)?.find((text, place) => said.get(id)?.[place] !== text);
        return `Not as in a study that was never killed: ${id}, ${only ?? 'it says more'}`;
      }),
      ...leftOver.map((log) => `Left behind: ${log}`),
    ],
  };
}

function responsesOf(runs: KilledStudy['runs']): number {
  return runs
    .flatMap(({ header, events }) => replay(header, events).arms)
    .reduce((sum, arm) => sum + accountsOf(arm).responses, 0);
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
