import type {
  FinishReason,
  GenerationRequest,
  Policy,
  PolicyAbility,
  SampledToken,
  TokenUsage,
} from '../../core/index.ts';
import { PAPER_SAMPLING, PolicyError } from '../../core/index.ts';
import { equal, failure, holds } from './expectations.ts';

/** One thing that every policy keeps to. Answers are a few tokens long, so that the slowest engine takes seconds. */
export interface ContractCheck {
  readonly name: string;
  /** What an engine has to be able to do for it; absent where every engine can. */
  readonly needs?: PolicyAbility;
  /** @throws Error that says what was expected and what came. */
  readonly run: (policy: Policy) => Promise<void>;
}

/** A whole answer. */
export interface Answer {
  readonly text: string;
  readonly tokens: readonly SampledToken[];
  readonly finishReason: FinishReason;
  readonly usage: TokenUsage;
}

const neverAborted = new AbortController().signal;

/** Reads an answer to its end and checks the order of its chunks. */
export async function readAnswer(
  policy: Policy,
  request: GenerationRequest,
  signal: AbortSignal = neverAborted,
): Promise<Answer> {
  let text = '';
  const tokens: SampledToken[] = [];
  let finished: Pick<Answer, 'finishReason' | 'usage'> | null = null;
  for await (const chunk of policy.generate(request, signal)) {
    if (finished !== null) throw new Error(`after the end came another ${chunk.type}`);
    if (chunk.type === 'generation-finished') finished = chunk;
    else {
      text += chunk.text;
      tokens.push(...chunk.tokens);
    }
  }
  if (finished === null) throw new Error('the stream ended without generation-finished');
  return { text, tokens, finishReason: finished.finishReason, usage: finished.usage };
}

const GREEDY = { ...PAPER_SAMPLING, temperature: 0, presencePenalty: 0, maxTokens: 4 };
const DRAWN = { ...PAPER_SAMPLING, temperature: 1.5, topK: 0, maxTokens: 3 };

/** A short system message, because the models' own are longer than the question. */
export function ask(question: string, sampling = GREEDY, seed = 1_234_567_890): GenerationRequest {
  return {
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: question },
    ],
    sampling,
    seed,
  };
}

const QUESTION = 'Name a fruit.';

export const POLICY_CONTRACT: readonly ContractCheck[] = [
  {
    name: 'streams its text and then finishes once, cut off at max tokens',
    run: async (policy) => {
      const answer = await readAnswer(policy, ask('Count from one to twenty in words.'));
      equal(answer.finishReason, 'length', 'finish reason');
      equal(answer.usage.completionTokens, 4, 'completion tokens');
      equal(answer.tokens.length, 4, 'tokens streamed');
    },
  },
  {
    name: 'says when the model ended its answer, and its usage adds up',
    run: async (policy) => {
      const request = ask('Say only: hi', { ...GREEDY, maxTokens: 40 });
      const { text, tokens, finishReason, usage } = await readAnswer(policy, request);
      equal(finishReason, 'stop', `finish reason of “${text}”`);
      equal(tokens.map((token) => token.text).join(''), text, 'text of the tokens');
      const ending = usage.completionTokens - tokens.length;
      holds(ending === 0 || ending === 1, `${String(ending)} tokens counted but not streamed`);
      holds(usage.promptTokens > 0, 'prompt tokens are counted');
      holds((usage.cachedPromptTokens ?? 0) < usage.promptTokens, 'some of the prompt was read');
    },
  },
  {
    name: 'gives each token a log-probability where it says that it does',
    run: async (policy) => {
      const { tokens } = await readAnswer(policy, ask(QUESTION, DRAWN));
      holds(tokens.length > 0, 'there are tokens');
      for (const { text, logProbability } of tokens) {
        if (policy.description.logProbabilityOf === null) equal(logProbability, null, text);
        else {
          const measured = logProbability !== null && Number.isFinite(logProbability);
          holds(measured && logProbability <= 0, `${String(logProbability)} of “${text}”`);
        }
      }
    },
  },
  {
    name: 'writes the same for the same seed and something else for another',
    run: async (policy) => {
      const question = 'Write a strange line of a poem.';
      const first = await readAnswer(policy, ask(question, DRAWN, 11_111_111));
      await readAnswer(policy, ask('Something between.', { ...GREEDY, maxTokens: 1 }));
      const again = await readAnswer(policy, ask(question, DRAWN, 11_111_111));
      const other = await readAnswer(policy, ask(question, DRAWN, 1_987_654_321));
      equal(again.text, first.text, 'text for the same seed');
      equal(
        JSON.stringify(again.tokens),
        JSON.stringify(first.tokens),
        'log-probabilities for the same seed',
      );
      holds(other.text !== first.text, `another seed wrote “${other.text}” too`);
    },
  },
  {
    name: 'decodes greedily at temperature 0, whatever the seed',
    run: async (policy) => {
      const one = await readAnswer(policy, ask(QUESTION, GREEDY, 1));
      const two = await readAnswer(policy, ask(QUESTION, GREEDY, 2_000_000_000));
      equal(two.text, one.text, 'text');
    },
  },
  {
    name: 'throws the reason of an abort before the start, and still works',
    run: async (policy) => {
      const reason = new DOMException('not wanted', 'AbortError');
      const error = await failure(readAnswer(policy, ask(QUESTION), AbortSignal.abort(reason)));
      equal(error, reason, 'what was thrown');
      await readAnswer(policy, ask(QUESTION, { ...GREEDY, maxTokens: 1 }));
    },
  },
  {
    name: 'throws the reason of an abort in the middle, and then answers as if nothing had been',
    run: async (policy) => {
      const before = await readAnswer(policy, ask(QUESTION));
      const abort = new AbortController();
      const reason = new Error('stopped by the test');
      const long = ask('Count from one to two hundred.', { ...GREEDY, maxTokens: 300 });
      const reading = async (): Promise<void> => {
        for await (const chunk of policy.generate(long, abort.signal)) {
          if (chunk.type === 'text-added') abort.abort(reason);
        }
      };
      equal(await failure(reading()), reason, 'what was thrown');
      equal((await readAnswer(policy, ask(QUESTION))).text, before.text, 'text after the abort');
    },
  },
  {
    name: 'stops when its reader leaves, and still works',
    run: async (policy) => {
      const long = ask('Count from one to two hundred.', { ...GREEDY, maxTokens: 300 });
      for await (const chunk of policy.generate(long, neverAborted)) {
        if (chunk.type === 'text-added') break;
      }
      await readAnswer(policy, ask(QUESTION, { ...GREEDY, maxTokens: 1 }));
    },
  },
  {
    name: 'serves calls made at once, and lets a waiting one be aborted',
    run: async (policy) => {
      const sampling = { ...DRAWN, maxTokens: 3 };
      const seeds = [5_555_555, 1_777_777_777] as const;
      const alone = await readAnswer(policy, ask(QUESTION, sampling, seeds[1]));
      const abort = new AbortController();
      const [first, aborted, second] = await Promise.allSettled([
        readAnswer(policy, ask(QUESTION, sampling, seeds[0])),
        readAnswer(policy, ask(QUESTION, sampling, 3), abort.signal),
        readAnswer(policy, ask(QUESTION, sampling, seeds[1])),
        Promise.resolve().then(() => {
          abort.abort(new Error('no longer needed'));
        }),
      ]);
      equal(first.status, 'fulfilled', 'first call');
      equal(aborted.status, 'rejected', 'aborted call');
      equal(second.status === 'fulfilled' && second.value.text, alone.text, 'text of the last');
    },
  },
  {
    name: 'writes together what it writes alone',
    run: async (policy) => {
      const requests = [
        ask(QUESTION, DRAWN, 404_040_404),
        ask('Name a colour and a bird.', { ...DRAWN, maxTokens: 5 }, 1_505_050_505),
        ask(QUESTION, DRAWN, 2_060_606_060),
        ask(QUESTION, GREEDY),
      ];
      const together = await Promise.all(requests.map((request) => readAnswer(policy, request)));
      for (const [place, request] of requests.entries()) {
        const alone = await readAnswer(policy, request);
        equal(together[place]?.text, alone.text, `text of call ${String(place)}`);
      }
    },
  },
  {
    name: 'names both sizes when the prompt is longer than the context, and still works',
    run: async (policy) => {
      const size = policy.description.contextTokens;
      const error = await failure(readAnswer(policy, ask('word '.repeat(size + 100))));
      holds(error instanceof PolicyError, `threw ${String(error)}`);
      equal(error instanceof PolicyError && error.kind, 'context-overflow', String(error));
      holds(String(error).includes(String(size)), `“${String(error)}” names the context`);
      await readAnswer(policy, ask(QUESTION, { ...GREEDY, maxTokens: 1 }));
    },
  },
];
