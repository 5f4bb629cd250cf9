import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { avalanche, type StoredRun } from '../../src/core/index.ts';
import { LIKE_VLLM, scriptedServer } from '../../src/engines/openai/testing/scripted-server.ts';
import { bundleCommand } from './bundle-command.ts';
import { killInWords } from './kill-in-words.ts';
import { logsIn, runsIn, textsIn } from './kept-in-folder.ts';

/** Calls that are open at once. */
export const IN_FLIGHT = 6;

const MOST_TOKENS = 11;
/** What a kill waits for, counted from a start, and how many of it at most: a call of the server, a change of a file, one that is no line of a log. */
const AIMS = [
  { name: 'call', among: 14 },
  { name: 'change', among: 60 },
  { name: 'file', among: 9 },
] as const;

/** What is sampled, and how often it is killed. */
export interface KillOrder {
  /** An empty folder for all that is written. */
  readonly folder: string;
  /** Of the moments. */
  readonly seed: number;
  readonly kills: number;
  /** Prompts of the study; each has three seeds, and three arms that share their drafts. */
  readonly prompts: number;
}

/** One kill. */
export interface Kill {
  /** When it was to come, counted from the start: "call 5", "change 31", "file 4". */
  readonly aim: string;
  /** What the command was at. */
  readonly landed: string;
  /** Texts that were kept by then. */
  readonly kept: number;
}

/** What became of a study that was killed again and again. */
export interface KilledStudy {
  readonly kills: readonly Kill[];
  readonly runs: readonly StoredRun[];
  /** The same study, never killed. */
  readonly undisturbed: readonly StoredRun[];
  /** Texts that were kept at a kill and aren't, just as they were, in the end. */
  readonly lost: readonly string[];
  /** Texts that the model was asked for, over all starts. */
  readonly asked: number;
  /** Logs that were left behind. */
  readonly leftOver: readonly string[];
}

/**
 * Samples a study by the command and a scripted server, kills it at moments that are drawn by the seed, goes on with it after each, and
 * samples it once more without a kill. A third of the kills come as the server is asked, the others in the midst of a change of a file.
 *
 * @throws Error where the study was finished before all kills
 */
export async function killAndGoOn(order: KillOrder): Promise<KilledStudy> {
  const { folder } = order;
  const program = await bundleCommand('study-program.ts', folder);
  const studyFile = join(folder, 'study.json');
  writeFileSync(studyFile, JSON.stringify(studyOf(order.prompts)));
  const watch = new Watch();
  const server = await scriptedServer(LIKE_VLLM, ({ body }) => {
    if (isForRun(body)) watch.seeCall();
    return null;
  });
  const killed = join(folder, 'killed');
  const undisturbed = join(folder, 'undisturbed');
  const start: Start = (out, kill = {}) => {
    const command = ['study', studyFile, '--out', out, '--policy', server.address];
    return startProgram([program, ...command], kill, watch);
  };
  try {
    const { kills, kept } = await killTimeAndAgain(order, killed, start, watch);
    await start(killed);
    const { asked } = watch;
    await start(undisturbed);
    const inTheEnd = textsIn(killed);
    return {
      ...{ kills, asked, runs: runsIn(killed), undisturbed: runsIn(undisturbed) },
      lost: [...kept].flatMap(([address, text]) =>
        inTheEnd.get(address) === text ? [] : [address],
      ),
      leftOver: logsIn(killed),
    };
  } finally {
    await server.close();
  }
}

async function killTimeAndAgain(
  { seed, kills: count }: KillOrder,
  out: string,
  start: Start,
  watch: Watch,
): Promise<{ readonly kills: readonly Kill[]; readonly kept: ReadonlyMap<string, string> }> {
  const kills: Kill[] = [];
  const kept = new Map<string, string>();
  for (let drawn = seed; kills.length < count; drawn = avalanche(drawn)) {
    const { name, among } = AIMS[drawn % AIMS.length] ?? AIMS[0];
    const place = 1 + (avalanche(drawn) % among);
    if (name === 'call') watch.callsLeft = place;
    const ofFiles = {
      KILL_AT_CHANGE: String(place),
      KILL_AMONG: name === 'file' ? 'files' : 'all',
    };
    const { isKilled, said } = await start(out, name === 'call' ? {} : ofFiles);
    watch.callsLeft = NEVER;
    if (!isKilled) throw new Error(TOO_SOON);
    // The first copy: one that was lost and sampled again is another.
    for (const [address, text] of textsIn(out)) {
      if (!kept.has(address)) kept.set(address, text);
    }
    const aim = `${name} ${String(place)}`;
    kills.push({ aim, landed: killInWords(said), kept: kept.size });
  }
  return { kills, kept };
}

const NEVER = Number.POSITIVE_INFINITY;
const TOO_SOON =
  'The study was finished before the last kill: choose another seed, or fewer kills.';

/** Four drafts for all arms; a feedback of its own and two or three refinements for each anchor. */
function studyOf(prompts: number): unknown {
  return {
    prompts: Array.from({ length: prompts }, (_, place) => ({
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
}

function isForRun(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    'max_tokens' in body &&
    Number(body.max_tokens) >= MOST_TOKENS - 1
  );
}

/** Counts what the server is asked for runs, and kills whoever asks at a call. */
class Watch {
  asked = 0;
  /** The kill comes with the last of them. */
  callsLeft = NEVER;
  kill: () => void = () => undefined;

  seeCall(): void {
    this.asked += 1;
    this.callsLeft -= 1;
    if (this.callsLeft === 0) this.kill();
  }
}

/** Samples into a folder. @param kill what `kill-at.mjs` is told */
type Start = (out: string, kill?: NodeJS.ProcessEnv) => Promise<Ended>;

interface Ended {
  readonly isKilled: boolean;
  /** On stderr. */
  readonly said: string;
}

async function startProgram(
  command: readonly string[],
  kill: NodeJS.ProcessEnv,
  watch: Watch,
): Promise<Ended> {
  const preload = fileURLToPath(new URL('kill-at.mjs', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--import', preload, ...command, '--in-flight', String(IN_FLIGHT)],
    { env: { ...process.env, ...kill }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  watch.kill = () => child.kill('SIGKILL');
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0 && code !== null) throw new Error(said);
  return { isKilled: code === null, said };
}
