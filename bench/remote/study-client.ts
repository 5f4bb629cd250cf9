import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStudy } from '../../command/run-study.ts';
import type {
  GenerationChunk,
  GenerationRequest,
  Policy,
  ServerSource,
} from '../../src/core/index.ts';
import { REAL_PAUSES } from '../../src/engines/openai/pauses.ts';
import { openServerPolicy } from '../../src/engines/openai/open-server.ts';
import type { Side } from './measure-and-report.ts';

/** A scorer that takes no time: what the rubric takes isn't the core's. */
const FREE = 'pick-longest';

/** A study, and what it asks and gets. */
export interface StudySide extends Side {
  /** The bodies of its requests, in their order. */
  readonly bodies: readonly string[];
  /** The study once more, with the answers at hand: seconds of processor that the core takes, with keeping the runs. */
  readonly coreSeconds: number;
}

/** @param study as a study's file has it */
export async function runOnServer(source: ServerSource, study: object): Promise<StudySide> {
  const bodies: string[] = [];
  const policy = openServerPolicy(source, () => null, {
    fetch: (url, init) => {
      if (typeof init.body === 'string') bodies.push(init.body);
      return fetch(url, init);
    },
    pauses: REAL_PAUSES,
    now: () => Date.now(),
    page: null,
  });
  const answers = new Map<string, readonly GenerationChunk[]>();
  const remembering: Policy = {
    description: policy.description,
    generate: async function* (request, signal) {
      const chunks: GenerationChunk[] = [];
      for await (const chunk of policy.generate(request, signal)) {
        chunks.push(chunk);
        yield chunk;
      }
      answers.set(keyOf(request), chunks);
    },
  };
  const seconds = await timed(remembering, study, source.inFlight);
  const before = process.cpuUsage();
  await timed(fromMemory(policy, answers), study, source.inFlight);
  const { user, system } = process.cpuUsage(before);
  const tokens = [...answers.values()].reduce((sum, chunks) => sum + tokensOf(chunks), 0);
  return { tokens, seconds, bodies, coreSeconds: (user + system) / 1e6 };
}

/** Tells each answer in one piece, as it comes to the core. */
function fromMemory(
  { description }: Policy,
  answers: ReadonlyMap<string, readonly GenerationChunk[]>,
): Policy {
  return {
    description,
    // The contract is asynchronous, and this answer is there.
    // eslint-disable-next-line @typescript-eslint/require-await
    generate: async function* (request) {
      yield* answers.get(keyOf(request)) ?? [];
    },
  };
}

function keyOf({ messages, seed, sampling }: GenerationRequest): string {
  return JSON.stringify([messages, seed, sampling.temperature]);
}

function tokensOf(chunks: readonly GenerationChunk[]): number {
  const last = chunks.at(-1);
  return last?.type === 'generation-finished' ? last.usage.completionTokens : 0;
}

/** Seconds by the clock. */
async function timed(policy: Policy, study: object, inFlight: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'prs-bench-remote-'));
  try {
    const studyFile = join(folder, 'study.json');
    await writeFile(studyFile, JSON.stringify(study));
    const order = { command: 'study', studyFile, folder: join(folder, 'out') } as const;
    const ask = { address: null, model: null, key: null, inFlight };
    const begun = performance.now();
    await runStudy(
      { ...order, policy: ask, reward: FREE, again: false },
      new AbortController().signal,
      {
        clock: { now: () => Date.now() },
        openPolicy: () => ({ policy, lacks: [] }),
        newRunId: () => '',
      },
    );
    return (performance.now() - begun) / 1_000;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
