import type { MLCEngine } from '@mlc-ai/web-llm';
import type { SampledToken, ScoredText, ScoreTextRequest, TokenUsage } from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
import { contextOverflow } from '../worker/failures.ts';
import { chatRequest, untilAborted } from './chat-request.ts';
import type { LoadedModel } from './loaded-model.ts';
import type { LogProbabilityMeter } from './log-probability-meter.ts';
import type { MeasuredToken } from './measure-token.ts';

export interface WebllmParts {
  readonly engine: MLCEngine;
  readonly meter: LogProbabilityMeter;
  readonly model: LoadedModel;
  readonly contextTokens: number;
}

/** Scores a text by forcing its tokens as the answer, on an empty context as each call. */
export async function scoreText(
  { engine, meter, model, contextTokens }: WebllmParts,
  { messages, text }: ScoreTextRequest,
  signal: AbortSignal,
): Promise<ScoredText> {
  const ids = model.encode(text);
  const said = messages.map(({ content }) => model.encode(content).length);
  // At least that long: what the template adds is counted by the engine.
  checkFits(
    said.reduce((sum, length) => sum + length, ids.length),
    contextTokens,
  );
  await engine.resetChat();
  meter.reset({ forced: ids });
  const job = { engine, meter, model, ids };
  const { measured, promptTokens } =
    messages.length > 0 ? await answerChat(job, messages, signal) : await openChat(job, signal);
  if (!ids.every((id, place) => measured[place]?.token === id)) {
    checkFits(promptTokens + ids.length, contextTokens);
    throw markInText();
  }
  const usage: TokenUsage = { promptTokens, cachedPromptTokens: 0, completionTokens: ids.length };
  return { tokens: asTokens(measured, pieces(model, ids, text)), usage };
}

export function markInText(): PolicyError {
  return new PolicyError(
    'engine-failed',
    'The text holds words that the model reads as a mark of its own, such as the end of a turn, so it can’t be scored.',
  );
}

/** @param subject what is too long, with its verb. */
export function checkFits(
  tokens: number,
  contextTokens: number,
  subject = 'Prompt and text are',
): void {
  if (tokens <= contextTokens) return;
  throw contextOverflow(tokens, contextTokens, { subject });
}

interface Job extends Pick<WebllmParts, 'engine' | 'meter' | 'model'> {
  readonly ids: readonly number[];
}

interface Measured {
  readonly measured: readonly MeasuredToken[];
  readonly promptTokens: number;
}

/** Forces the text as the answer to a chat. */
async function answerChat(
  { engine, meter, ids }: Job,
  messages: ScoreTextRequest['messages'],
  signal: AbortSignal,
): Promise<Measured> {
  const sampling = { temperature: 0, topP: 1, topK: 0, presencePenalty: 0, maxTokens: ids.length };
  const request = chatRequest({ messages, sampling, seed: 0 });
  const stream = await engine.chat.completions.create(request);
  let promptTokens = 0;
  for await (const { usage } of untilAborted(stream, signal)) {
    promptTokens = usage?.prompt_tokens ?? promptTokens;
  }
  return { measured: meter.take().slice(0, ids.length), promptTokens };
}

/** Forces the text as the beginning of a chat, which the engine's chat calls have no word for. */
async function openChat(
  { engine, meter, model, ids }: Job,
  signal: AbortSignal,
): Promise<Measured> {
  const prompt = [...model.firstTokens, ...model.encode(model.opening)];
  let last = await engine.forwardTokensAndSample(prompt, true);
  for (let written = 1; written < ids.length; written += 1) {
    signal.throwIfAborted();
    last = await engine.forwardTokensAndSample([last], false);
  }
  signal.throwIfAborted();
  return { measured: meter.take(), promptTokens: prompt.length };
}

/** The text of each token; a character of several shows only with the last of them. */
export function pieces(
  model: Pick<LoadedModel, 'decode'>,
  ids: readonly number[],
  text: string,
): readonly string[] {
  let told = 0;
  return ids.map((_, place) => {
    const read = place === ids.length - 1 ? text : model.decode(ids.slice(0, place + 1));
    if (read.length < told || !text.startsWith(read)) return '';
    const piece = text.slice(told, read.length);
    told = read.length;
    return piece;
  });
}

function asTokens(
  measured: readonly MeasuredToken[],
  texts: readonly string[],
): readonly SampledToken[] {
  return texts.map((text, place) => ({
    text,
    logProbability: measured[place]?.logProbability ?? null,
  }));
}
