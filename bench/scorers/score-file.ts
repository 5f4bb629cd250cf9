import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { runToTheEnd } from '../../scripts/terminal/run-to-the-end.mjs';
import { messageOf, type RewardModel } from '../../src/core/index.ts';
import { openEmbedded } from './browser/open-embedded.ts';
import { scoreLines } from './score-lines.ts';
import type { ScoreOptions } from './score-options.mjs';
import { makeScorer, scorerNamed, SCORERS, type CommandScorer } from './scorer-list.ts';

/** Tokens that the embedded model can choose among: whose tokens a row holds, it doesn't say. */
const EMBEDDED_VOCABULARY = 49_152;

/**
 * Scores the rows of a file; rewards go to the standard output, the rest to standard error. Exit code 1 where a line was no
 * row.
 *
 * @param prepareModel makes sure that the embedded model and a browser are there
 */
export function scoreFile(
  { scorer, file, threads }: ScoreOptions,
  prepareModel: () => Promise<void>,
): Promise<void> {
  return runToTheEnd(async () => {
    const listed = scorerNamed(scorer);
    const input = await openInput(file);
    const { rewardModel, close } = await openScorer(listed, threads, prepareModel);
    // Told by the write that fails; without a listener it would end the program in its midst.
    process.stdout.on('error', () => undefined);
    try {
      const { bad } = await scoreLines(linesOf(input, file), {
        rewardModel,
        write,
        complain: console.error,
        signal: new AbortController().signal,
      });
      if (bad > 0) process.exitCode = 1;
    } finally {
      input.destroy();
      await close();
    }
  });
}

interface OpenScorer {
  readonly rewardModel: RewardModel;
  readonly close: () => Promise<void>;
}

async function openScorer(
  listed: CommandScorer,
  threads: number,
  prepareModel: () => Promise<void>,
): Promise<OpenScorer> {
  const close = (): Promise<void> => Promise.resolve();
  if (listed.comparesPairs) {
    const others = SCORERS.filter(({ comparesPairs }) => !comparesPairs).map(({ id }) => id);
    throw new PlainError(
      `${listed.id} compares two responses and has no reward for one: take one of ${others.join(', ')}.`,
    );
  }
  if (listed.reads !== 'policy') {
    const told = { vocabularyTokens: EMBEDDED_VOCABULARY };
    return { rewardModel: await makeScorer(listed, told), close };
  }
  await prepareModel();
  console.error('Starting the embedded model in a browser; it reads some 25 tokens a second.');
  const model = await openEmbedded(threads);
  return { rewardModel: await makeScorer(listed, { policy: model.policy }), close: model.close };
}

/** A path is read from where the command was given: npm starts scripts in the repository’s folder. */
async function openInput(file: string): Promise<Readable> {
  if (file === '-') return process.stdin;
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  const handle = await open(path)
    .catch(() => open(file))
    .catch(() => null);
  if (handle === null) throw new PlainError(`There is no file ${path} that can be read.`);
  return handle.createReadStream();
}

/** Cut at line feeds alone: JSON may hold other line separators as they are. */
async function* linesOf(input: Readable, file: string): AsyncGenerator<string, void, undefined> {
  let rest = '';
  try {
    for await (const chunk of input.setEncoding('utf8')) {
      const lines = `${rest}${String(chunk)}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines.map(withoutMark);
    }
  } catch (error) {
    const words = messageOf(error);
    throw new PlainError(`${file} can’t be read: ${words}`, { cause: error });
  }
  yield withoutMark(rest);
}

/** Some editors begin a file with a byte-order mark, which is no JSON. */
function withoutMark(line: string): string {
  return line.startsWith('\uFEFF') ? line.slice(1) : line;
}

function write(line: string): Promise<void> {
  return new Promise((done, reject) => {
    process.stdout.write(`${line}\n`, (error) => {
      if (error) reject(new PlainError('The rewards could not be written any further.'));
      else done();
    });
  });
}
