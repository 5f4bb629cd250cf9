import { setMaxListeners } from 'node:events';
import type { ServerSource } from '../../src/core/index.ts';
import { createModelServers, createServerKeys } from '../../src/engines/openai/open-server.ts';
import { plainTable } from '../overhead/plain-table.ts';
import { runBare } from './bare-client.ts';
import { runOnServer } from './study-client.ts';

/** What a client got of a server. */
export interface Side {
  /** Written by the server. */
  readonly tokens: number;
  /** By the clock. */
  readonly seconds: number;
}

/** What a server is asked for. */
interface Load {
  readonly name: string;
  readonly inFlight: number;
  readonly runs: number;
  readonly maxTokens: number;
}

/** Enough that the end, when too few runs are left to keep all places taken, is a small part of the whole. */
export const LOADS: Readonly<Record<'delays' | 'llamaCpp', Load>> = {
  delays: { name: 'delays, 40 ms a token', inFlight: 32, runs: 120, maxTokens: 24 },
  llamaCpp: { name: 'llama.cpp, 2 slots', inFlight: 2, runs: 4, maxTokens: 12 },
};

const never = new AbortController().signal;

/** Measures a study and a bare client by turns, and prints both. */
export async function measureAndReport(address: string, load: Load, rounds: number): Promise<void> {
  // Of one signal: as many calls as are in flight listen to it.
  setMaxListeners(0);
  const source = await probed(address, load);
  const rows: (readonly string[])[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const study = await runOnServer(source, studyOf(load, round));
    const bare = await runBare(address, study.bodies, load.inFlight);
    const ratio = paceOf(study) / paceOf(bare);
    rows.push([
      String(round),
      `${paceOf(study).toFixed(1)} tokens/s`,
      `${paceOf(bare).toFixed(1)} tokens/s`,
      ratio.toFixed(3),
      String(study.bodies.length),
      `${study.coreSeconds.toFixed(2)} s`,
      `${((100 * study.coreSeconds) / study.seconds).toFixed(2)} %`,
    ]);
  }
  console.log(
    `${load.name}, ${String(load.runs)} runs of PRS, PRand and Rand at N = 8, ${String(load.inFlight)} in flight, ${String(load.maxTokens)} tokens a text:`,
  );
  const head = ['round', 'study', 'bare client', 'ratio', 'requests', 'core', 'of the time'];
  console.log(plainTable([head, ...rows]));
}

function paceOf({ tokens, seconds }: Side): number {
  return tokens / seconds;
}

/** Other seeds each round, so that no round finds its answers in the server's cache. */
function studyOf({ runs, maxTokens }: Load, round: number): object {
  const prompts = ['sky', 'sea', 'sun', 'moon'].map((id) => ({
    id,
    prompt: `Why do people write poems about the ${id}?`,
    preference: 'Answer in three short sentences, in plain words.',
  }));
  return {
    prompts,
    seeds: Array.from({ length: runs / prompts.length }, (_, place) => 1_000 * round + place),
    modelSize: 'small',
    sampling: { maxTokens },
    feedbackMaxTokens: maxTokens,
  };
}

async function probed(address: string, { inFlight }: Load): Promise<ServerSource> {
  const servers = createModelServers(
    createServerKeys({ read: () => undefined, write: () => undefined }),
  );
  const [model = ''] = await servers.listModels(address, never);
  const abilities = await servers.probe(address, model, never);
  return { kind: 'model-server', url: address, model, inFlight, abilities };
}
