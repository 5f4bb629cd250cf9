import {
  type ChatMessage,
  type Policy,
  type SampledToken,
  type ScoredText,
  type TokenProbability,
  textScorerOf,
} from '../../core/index.ts';
import { PAPER_SAMPLING, PolicyError } from '../../core/index.ts';
import { equal, failure, holds } from './expectations.ts';
import { ask, readAnswer, type ContractCheck } from './policy-contract.ts';

const neverAborted = new AbortController().signal;

const { messages: QUESTION } = ask('Name a fruit.');
const TEXT = 'Figs are sweet.';

/** How far, in nats, a token's figure may lie from what generating the same token gave: the same sums, so rounding only. */
const TOLERANCE = 0.001;

/** What every policy keeps to when it scores a text or tells the likeliest tokens. */
export const SCORING_CONTRACT: readonly ContractCheck[] = [
  {
    name: 'scores a text token by token: joined, they are the text',
    needs: 'score-text',
    run: async (policy) => {
      const { tokens, usage } = await score(policy, QUESTION, TEXT);
      equal(joined(tokens), TEXT, 'text of the tokens');
      holds(tokens.length > 1, 'the text is several tokens');
      for (const token of tokens) checkMeasured(token);
      equal(usage.completionTokens, tokens.length, 'tokens counted');
      holds(usage.promptTokens > 0, 'prompt tokens are counted');
    },
  },
  {
    name: 'gives a text the same figures again, whatever was called between',
    needs: 'score-text',
    run: async (policy) => {
      const first = await score(policy, QUESTION, TEXT);
      await readAnswer(policy, ask('Something between.', { ...PAPER_SAMPLING, maxTokens: 2 }));
      await score(policy, QUESTION, 'Figs!');
      const again = await score(policy, QUESTION, TEXT);
      equal(JSON.stringify(again.tokens), JSON.stringify(first.tokens), 'figures');
    },
  },
  {
    name: 'gives a greedy answer the figures that it had when it was written',
    needs: 'score-text',
    run: async (policy) => {
      const written = await readAnswer(policy, ask('Name a fruit.'));
      const { tokens } = await score(policy, QUESTION, written.text);
      equal(texts(tokens), texts(written.tokens), 'tokens');
      for (const [place, { text, logProbability }] of tokens.entries()) {
        const before = written.tokens[place]?.logProbability ?? Number.NaN;
        const apart = Math.abs((logProbability ?? Number.NaN) - before);
        holds(
          apart < TOLERANCE,
          `“${text}” to be ${String(before)}, not ${String(logProbability)}`,
        );
      }
    },
  },
  {
    name: 'scores a text that opens the chat, and differently from an answer',
    needs: 'score-text',
    run: async (policy) => {
      const alone = await score(policy, [], TEXT);
      const answer = await score(policy, QUESTION, TEXT);
      for (const token of alone.tokens) checkMeasured(token);
      equal(texts(alone.tokens), texts(answer.tokens), 'tokens');
      holds(sum(alone.tokens) !== sum(answer.tokens), 'the question changes the figures');
      holds(alone.usage.promptTokens < answer.usage.promptTokens, 'the prompt is shorter');
    },
  },
  {
    name: 'scores a text of many scripts, whose characters may be several tokens',
    needs: 'score-text',
    run: async (policy) => {
      const text = 'Ça 日本 😊!\n\n1. ok';
      const { tokens } = await score(policy, QUESTION, text);
      equal(joined(tokens), text, 'text of the tokens');
      const known = tokens.filter(({ logProbability }) => logProbability !== null);
      for (const token of known) checkMeasured(token);
      holds(joined(known).endsWith('ok'), 'behind the emoji there are figures again');
    },
  },
  {
    name: 'throws the reason of an abort while it scores, and then scores as if nothing had been',
    needs: 'score-text',
    run: async (policy) => {
      const before = await score(policy, QUESTION, TEXT);
      const reason = new Error('stopped by the test');
      const early = textScorerOf(policy).scoreText(
        { messages: QUESTION, text: TEXT },
        AbortSignal.abort(reason),
      );
      equal(await failure(early), reason, 'what was thrown before the start');
      const abort = new AbortController();
      const long = { messages: QUESTION, text: 'a word '.repeat(60) };
      const scoring = textScorerOf(policy).scoreText(long, abort.signal);
      await Promise.resolve();
      abort.abort(reason);
      equal(await failure(scoring), reason, 'what was thrown in the middle');
      const again = await score(policy, QUESTION, TEXT);
      equal(JSON.stringify(again.tokens), JSON.stringify(before.tokens), 'figures');
    },
  },
  {
    name: 'serves a text and an answer that are asked for at once',
    needs: 'score-text',
    run: async (policy) => {
      const request = ask('Name a fruit.');
      const [scored, answer] = await Promise.all([
        score(policy, QUESTION, TEXT),
        readAnswer(policy, request),
      ]);
      equal(joined(scored.tokens), TEXT, 'text of the tokens');
      equal(answer.text, (await readAnswer(policy, request)).text, 'answer');
    },
  },
  {
    name: 'names the context when messages and text don’t fit, and still scores',
    needs: 'score-text',
    run: async (policy) => {
      const size = policy.description.contextTokens;
      const error = await failure(score(policy, QUESTION, 'word '.repeat(size + 100)));
      equal(error instanceof PolicyError && error.kind, 'context-overflow', String(error));
      holds(String(error).includes(String(size)), `“${String(error)}” names the context`);
      await score(policy, QUESTION, 'Figs');
    },
  },
  {
    name: 'tells the likeliest tokens where they are asked for, and only there',
    needs: 'likeliest-tokens',
    run: async (policy) => {
      const request = ask('Name a fruit.');
      const plain = await readAnswer(policy, request);
      holds(
        plain.tokens.every((token) => !('topLogProbabilities' in token)),
        'none unasked',
      );
      const told = await readAnswer(policy, { ...request, topLogProbabilities: 5 });
      equal(told.text, plain.text, 'text');
      for (const token of told.tokens) checkTop(token, token.topLogProbabilities ?? []);
    },
  },
];

function score(
  policy: Policy,
  messages: readonly ChatMessage[],
  text: string,
): Promise<ScoredText> {
  return textScorerOf(policy).scoreText({ messages, text }, neverAborted);
}

function checkMeasured({ text, logProbability }: SampledToken): void {
  const measured = logProbability !== null && Number.isFinite(logProbability);
  holds(measured && logProbability <= 0, `${String(logProbability)} of “${text}” is one`);
}

/** At temperature 0 the token itself is the likeliest. */
function checkTop({ text, logProbability }: SampledToken, top: readonly TokenProbability[]): void {
  equal(top.length, 5, `likeliest beside “${text}”`);
  const figures = top.map((one) => one.logProbability);
  const sorted = [...figures].sort((one, other) => other - one);
  equal(figures.join(), sorted.join(), 'the order of the likeliest');
  holds(figures.reduce((mass, figure) => mass + Math.exp(figure), 0) < 1.0001, 'a distribution');
  equal(top[0]?.text, text, 'the likeliest');
  const apart = Math.abs((figures[0] ?? Number.NaN) - (logProbability ?? Number.NaN));
  holds(apart < TOLERANCE, `${String(figures[0])} to be ${String(logProbability)}`);
}

function joined(tokens: readonly SampledToken[]): string {
  return tokens.map(({ text }) => text).join('');
}

function texts(tokens: readonly SampledToken[]): string {
  return JSON.stringify(tokens.map(({ text }) => text));
}

function sum(tokens: readonly SampledToken[]): number {
  return tokens.reduce((total, { logProbability }) => total + (logProbability ?? 0), 0);
}
