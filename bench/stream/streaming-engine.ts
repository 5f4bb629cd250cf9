import type { Engine } from '../../src/engines/engine.ts';
import { createPace } from './token-pace.ts';

const TOKENS_A_SECOND = 800;
/** Answers that are written at the same time. */
const AT_ONCE = 16;
const ANSWER = 60;
const WORDS = 'Walking daily keeps hearts strong and moods light, and needs no more than shoes. '
  .split(' ')
  .map((word) => `${word} `);

const pace = createPace(TOKENS_A_SECOND, {
  now: () => performance.now(),
  often: (callback) => {
    setInterval(callback, 4);
  },
});

/** Writes answers of one length, many at once, as a server does that is busy with all of them. */
const STREAMING: Engine = {
  id: 'scripted',
  label: { name: 'A script in the page', badge: 'Script', device: 'a script' },
  suits: () => true,
  obstacle: () => null,
  embeddedBytes: () => 0,
  lacks: () => ['score-text'],
  takes: (source) => source.kind === 'embedded' && source.engine === 'scripted',
  find: () => () =>
    Promise.resolve({
      description: {
        ...{ id: 'scripted', name: 'Scripted', engine: 'scripted', device: 'script' },
        ...{ contextTokens: 4096, parallelism: AT_ONCE, ignoredSettings: [] },
        logProbabilityOf: 'Nothing: it is the same for every token.',
        vocabularyTokens: WORDS.length,
      },
      unload: () => Promise.resolve(),
      async *generate({ seed }, signal) {
        for (let written = 0; written < ANSWER; written += 1) {
          await pace();
          signal.throwIfAborted();
          const text = WORDS[(seed + written * written) % WORDS.length] ?? '';
          yield { type: 'text-added', text, tokens: [{ text, logProbability: -1 }] };
        }
        const usage = { promptTokens: 50, cachedPromptTokens: null, completionTokens: ANSWER };
        yield { type: 'generation-finished', finishReason: 'stop', usage };
      },
    }),
};

/** Stands in place of the page's list of engines. */
export const ENGINES: readonly Engine[] = [STREAMING];
