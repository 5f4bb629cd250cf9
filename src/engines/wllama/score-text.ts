import type {
  SampledToken,
  ScoredText,
  ScoreTextRequest,
  TextScorer,
  TokenUsage,
} from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
import { contextOverflow } from '../worker/context-overflow.ts';
import { forceText } from './force-text.ts';
import type { LlamaServer } from './llama-server.ts';
import type { ToldToken } from './read-chunk.ts';
import { tellPrompt } from './tell-prompt.ts';

export interface ScorerParts {
  readonly server: LlamaServer;
  readonly contextTokens: number;
}

/**
 * Scores texts by forcing them on the model: once to learn the prompt and the text's tokens, which reads the prompt into
 * the cache, and once to write. Calls must not overlap.
 */
export function createTextScorer({ server, contextTokens }: ScorerParts): TextScorer {
  let opening: string | null = null;
  let firstToken: string | null = null;

  /** What the assistant's turn opens with; the same for every chat. */
  const findOpening = async (signal: AbortSignal): Promise<string> => {
    const anything = [{ role: 'user', content: '.' }] as const;
    opening ??= (await tellPrompt(server, { messages: anything }, [], signal)).opening;
    return opening;
  };
  /** The text of the model's first token, which would come twice if it stood in a prompt. */
  const findFirstToken = async (signal: AbortSignal): Promise<string> => {
    if (!server.mustAddBosToken()) return '';
    if (firstToken === null) {
      const { prompt } = await tellPrompt(server, { prompt: '1' }, [], signal);
      firstToken = prompt.slice(0, prompt.lastIndexOf('1')).trimEnd();
    }
    return firstToken;
  };
  const begin = async ({ messages, text }: ScoreTextRequest, signal: AbortSignal) => {
    const first = await findFirstToken(signal);
    const beginning = messages.length > 0 ? { messages } : { prompt: await findOpening(signal) };
    const told = await tellPrompt(server, beginning, [text], signal);
    const prompt = told.prompt.startsWith(first) ? told.prompt.slice(first.length) : told.prompt;
    return { prompt, usage: told.usage, ids: told.ids[0] ?? [] };
  };

  return {
    scoreText: async (request, signal) => {
      const { prompt, usage, ids } = await begin(request, signal);
      const length = usage.promptTokens + ids.length;
      if (length >= contextTokens) {
        throw contextOverflow(length, contextTokens, { subject: 'Prompt and text are' });
      }
      const { promptTokens } = usage;
      const job = { prompt, promptTokens, text: request.text, ids };
      const tokens = await forceAll(server, job, signal);
      return scored(request.text, tokens, usage);
    },
  };
}

interface Job {
  readonly prompt: string;
  readonly promptTokens: number;
  readonly text: string;
  readonly ids: readonly number[];
}

/**
 * Forces the text, and goes on behind each character that breaks the call off, because its tokens are parts of it: those
 * tokens have no log-probability.
 */
async function forceAll(
  server: LlamaServer,
  job: Job,
  signal: AbortSignal,
): Promise<readonly SampledToken[]> {
  const tokens: SampledToken[] = [];
  let place: Place = { tokens: 0, characters: 0 };
  while (place.tokens < job.ids.length) {
    const prompt = job.prompt + job.text.slice(0, place.characters);
    const rest = { text: job.text.slice(place.characters), count: job.ids.length - place.tokens };
    const forced = await forceText(server, { prompt, ...rest }, signal);
    const expected = job.ids.slice(place.tokens);
    checkSame(forced.tokens, expected);
    checkPrompt(forced.usage, job.promptTokens + place.tokens);
    tokens.push(...forced.tokens.map(({ text, logProbability }) => ({ text, logProbability })));
    if (forced.tokens.length === expected.length) break;
    place = after(place, forced.tokens);
    const next = await placeBehindCharacter(server, job, place, signal);
    tokens.push(...untold(job, place, next));
    place = next;
  }
  return tokens;
}

/** How far a text is scored. */
interface Place {
  readonly tokens: number;
  readonly characters: number;
}

function after({ tokens, characters }: Place, told: readonly ToldToken[]): Place {
  const length = told.reduce((sum, { text }) => sum + text.length, 0);
  return { tokens: tokens + told.length, characters: characters + length };
}

/** Code points behind which it is looked for a place to go on, before the rest of the text is given up. */
const LOOK_AHEAD = 32;

/** The first place behind `from` where the text and its tokens can both be cut. */
async function placeBehindCharacter(
  server: LlamaServer,
  { prompt, text, ids }: Job,
  from: Place,
  signal: AbortSignal,
): Promise<Place> {
  const ends: number[] = [];
  let end = from.characters;
  const codePoints = Array.from(text.slice(from.characters));
  for (const character of codePoints.slice(0, LOOK_AHEAD)) {
    end += character.length;
    ends.push(end);
  }
  const beginning = { prompt: prompt + text.slice(0, from.characters) };
  const heads = ends.map((one) => text.slice(0, one));
  const told = await tellPrompt(server, beginning, heads, signal);
  for (const [choice, head] of told.ids.entries()) {
    const fits = head.length > from.tokens && head.every((id, place) => id === ids[place]);
    if (fits) return { tokens: head.length, characters: ends[choice] ?? text.length };
  }
  return { tokens: ids.length, characters: text.length };
}

/** A character of several tokens shows only with the last of them: the others have no text of their own. */
function untold({ text }: Job, from: Place, to: Place): readonly SampledToken[] {
  const count = to.tokens - from.tokens;
  return Array.from({ length: count }, (_, place) => ({
    text: place === count - 1 ? text.slice(from.characters, to.characters) : '',
    logProbability: null,
  }));
}

function checkSame(told: readonly ToldToken[], expected: readonly number[]): void {
  if (told.every(({ id }, place) => id === expected[place])) return;
  throw new PolicyError(
    'engine-failed',
    'The text holds words that the model reads as a mark of its own, such as the end of a turn, so it can’t be scored.',
  );
}

/** The prompt was told in text and is read again: a tokenizer that doesn't read back what it wrote would score another chat. */
function checkPrompt(usage: TokenUsage | null, promptTokens: number): void {
  if (usage === null || usage.promptTokens === promptTokens) return;
  throw new PolicyError(
    'engine-failed',
    'This model’s tokenizer reads its own prompt differently the second time, so texts can’t be scored with it.',
  );
}

function scored(text: string, tokens: readonly SampledToken[], usage: TokenUsage): ScoredText {
  const joined = tokens.map((token) => token.text).join('');
  if (joined === text) return { tokens, usage: { ...usage, completionTokens: tokens.length } };
  const [first, ...others] = tokens;
  // Some tokenizers begin every text with a space.
  if (joined === ` ${text}` && first !== undefined) {
    return scored(text, [{ ...first, text: first.text.slice(1) }, ...others], usage);
  }
  throw new PolicyError(
    'engine-failed',
    'The engine wrote another text than the one to be scored.',
  );
}
