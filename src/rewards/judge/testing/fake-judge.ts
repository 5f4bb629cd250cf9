import type { GenerationChunk, GenerationRequest, SampledToken } from '../../../core/index.ts';
import type { JudgePolicy } from '../ask-judge.ts';

/** A token that the judge writes where the given tokens, by their probability, could have come. */
export function place(
  text: string,
  likeliest: readonly (readonly [text: string, probability: number])[],
): SampledToken {
  const topLogProbabilities = likeliest.map(([other, probability]) => ({
    text: other,
    logProbability: Math.log(probability),
  }));
  return { text, logProbability: -1, topLogProbabilities };
}

export interface FakeJudge extends JudgePolicy {
  readonly asked: readonly GenerationRequest[];
  /** What the judge was told, call by call. */
  readonly told: () => readonly string[];
}

/** A judge that answers with the tokens of a function of what it was told, one chunk each. */
export function fakeJudge(
  answer: (content: string, call: number) => readonly SampledToken[] | Error,
): FakeJudge {
  const asked: GenerationRequest[] = [];
  const told = () => asked.map(({ messages }) => messages.map(({ content }) => content).join('|'));
  return {
    asked,
    told,
    description: {
      id: 'fake-judge',
      name: 'Fake Judge',
      engine: 'scripted',
      device: 'test',
      contextTokens: 1000,
      parallelism: 1,
      ignoredSettings: [],
      logProbabilityOf: 'made up',
    },
    async *generate(request, signal): AsyncGenerator<GenerationChunk> {
      const tokens = answer(request.messages[0]?.content ?? '', asked.push(request) - 1);
      if (tokens instanceof Error) throw tokens;
      for (const token of tokens) {
        await Promise.resolve();
        signal.throwIfAborted();
        yield { type: 'text-added', text: token.text, tokens: [token] };
      }
      const usage = { promptTokens: 9, cachedPromptTokens: null, completionTokens: tokens.length };
      yield { type: 'generation-finished', finishReason: 'stop', usage };
    },
  };
}
