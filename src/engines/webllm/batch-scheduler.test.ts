import { expect, test } from 'vitest';
import type { BatchLimits } from './batch-model.ts';
import type { AnswerOrder } from './batch-orders.ts';
import { createBatchScheduler } from './batch-scheduler.ts';
import { createTokenDraw } from './draw-token.ts';
import { createFakeBatchModel, VOCABULARY } from './testing/fake-batch-model.ts';

const never = new AbortController().signal;
const GREEDY = { temperature: 0, topP: 1, topK: 0, presencePenalty: 0 };
const DRAWN = { ...GREEDY, temperature: 1, topK: 5 };
const PROMPT = [1, 2, 3, 4, 5, 6];

function setUp(limits: Partial<BatchLimits> = {}) {
  const model = createFakeBatchModel(limits);
  return { model, scheduler: createBatchScheduler(model) };
}

type Asked = Partial<Pick<AnswerOrder, 'prompt' | 'mostTokens'>> & {
  readonly seed?: number;
  readonly sampling?: typeof GREEDY;
};

/** An order that writes down what it is given. */
function answer({ prompt = PROMPT, mostTokens = 5, seed = 1, sampling = DRAWN }: Asked = {}) {
  const tokens: number[] = [];
  const draw = createTokenDraw({ sampling, seed });
  const take: AnswerOrder['take'] = ({ token }) => tokens.push(token) > 0;
  return { order: { kind: 'answer', prompt, mostTokens, draw, take } as const, tokens };
}

function scoring(text: readonly number[], prompt = PROMPT) {
  const figures: number[] = [];
  const take = (figure: number): void => void figures.push(figure);
  return { order: { kind: 'score', prompt, text, take } as const, figures };
}

async function alone(asked: Asked): Promise<readonly number[]> {
  const { order, tokens } = answer(asked);
  await setUp().scheduler.run(order, never);
  return tokens;
}

test('drafts of one prompt read it once, fork it, and are decoded as one batch', async () => {
  const { model, scheduler } = setUp();
  const drafts = [11, 22, 33].map((seed) => answer({ seed }));
  const cached = await Promise.all(drafts.map(({ order }) => scheduler.run(order, never)));
  expect(cached).toEqual([0, 6, 6]);
  expect(model.calls).toEqual([
    'prefill 4',
    'prefill 2',
    'decode 3',
    'decode 3',
    'decode 3',
    'decode 3',
  ]);
});

test('each draft is what it is alone, however long the others are', async () => {
  const { scheduler } = setUp();
  const asked = [
    { seed: 11, mostTokens: 3 },
    { seed: 22, mostTokens: 9, prompt: [9, 8, 7] },
    { seed: 33, mostTokens: 6, sampling: GREEDY },
    { seed: 11, mostTokens: 1 },
  ];
  const drafts = asked.map(answer);
  await Promise.all(drafts.map(({ order }) => scheduler.run(order, never)));
  for (const [place, one] of asked.entries()) {
    expect(drafts[place]?.tokens).toEqual(await alone(one));
  }
});

test('a finished draft makes room for the next in line', async () => {
  const { model, scheduler } = setUp({ sequences: 2 });
  const drafts = [2, 4, 3].map((mostTokens) => answer({ mostTokens }));
  await Promise.all(drafts.map(({ order }) => scheduler.run(order, never)));
  expect(model.calls.slice(2)).toEqual(['decode 2', 'decode 2', 'decode 2']);
});

test('a draft waits until the cache holds the longest that it may become', async () => {
  // Two pages of the prompt; behind it, in the middle of a page, an answer of 7 takes two more.
  const { model, scheduler } = setUp({ pages: 5 });
  const drafts = [answer({ mostTokens: 7 }), answer({ mostTokens: 7 })];
  await Promise.all(drafts.map(({ order }) => scheduler.run(order, never)));
  expect(model.calls.slice(2)).toEqual(Array.from({ length: 12 }, () => 'decode 1'));
});

test('kept prompts make room, the longest unused first', async () => {
  const { model, scheduler } = setUp({ pages: 8 });
  const ask = (prompt: readonly number[]) =>
    scheduler.run(answer({ prompt, mostTokens: 2 }).order, never);
  const [first, second, third] = [
    [1, 2, 3, 4, 5],
    [2, 2, 3, 4, 5],
    [3, 2, 3, 4, 5],
  ] as const;
  await ask(first);
  await ask(second);
  expect(await ask(first)).toBe(5);
  // Two pages each and one for the answer: the third needs the room of one more.
  await scheduler.run(answer({ prompt: third, mostTokens: 9 }).order, never);
  expect(await ask(first)).toBe(5);
  expect(await ask(second)).toBe(0);
  expect(model.sequences()).toBeLessThanOrEqual(3);
});

test('texts are measured in one verification, token for token what drawing them measured', async () => {
  const { model, scheduler } = setUp();
  const written = answer({ sampling: GREEDY, mostTokens: 4 });
  const drawn: number[] = [];
  const take: AnswerOrder['take'] = (one) => {
    written.tokens.push(one.token);
    return drawn.push(one.logProbability) > 0;
  };
  await scheduler.run({ ...written.order, take }, never);
  model.calls.length = 0;
  const texts = [scoring(written.tokens), scoring([7, 7, 7])];
  await Promise.all(texts.map(({ order }) => scheduler.run(order, never)));
  expect(texts[0]?.figures).toEqual(drawn);
  expect(model.calls).toEqual(['verify 3+2']);
});

test('a text of one token needs no reading, a long one is read in pieces', async () => {
  const { model, scheduler } = setUp();
  const one = scoring([7]);
  await scheduler.run(one.order, never);
  expect(model.calls).toEqual(['prefill 4', 'prefill 2']);
  expect(one.figures).toHaveLength(1);
  const long = scoring(Array.from({ length: 20 }, (_, place) => place % VOCABULARY));
  await scheduler.run(long.order, never);
  expect(model.calls.slice(2)).toEqual(['verify 8', 'verify 8', 'verify 3']);
  expect(long.figures).toHaveLength(20);
});

test('an aborted draft leaves the batch, and the others are as if it had not been', async () => {
  const { model, scheduler } = setUp();
  const abort = new AbortController();
  const left = answer({ seed: 5, mostTokens: 50 });
  const take: AnswerOrder['take'] = (drawn) => {
    if (left.tokens.push(drawn.token) === 3) abort.abort(new Error('not wanted'));
    return true;
  };
  const stays = answer({ seed: 22 });
  const [one, two] = await Promise.allSettled([
    scheduler.run({ ...left.order, take }, abort.signal),
    scheduler.run(stays.order, never),
  ]);
  expect(one).toMatchObject({ status: 'rejected', reason: new Error('not wanted') });
  expect(two.status).toBe('fulfilled');
  expect(stays.tokens).toEqual(await alone({ seed: 22 }));
  // The prompt alone is left.
  expect(model.sequences()).toBe(1);
});

test('a failure of the model fails what is under way and nothing after it', async () => {
  const { model, scheduler } = setUp();
  model.failNext('decode', new Error('out of memory'));
  const drafts = [answer(), answer({ seed: 2 })];
  const ended = await Promise.allSettled(drafts.map(({ order }) => scheduler.run(order, never)));
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const after = answer({ seed: 22 });
  await scheduler.run(after.order, never);
  expect(after.tokens).toEqual(await alone({ seed: 22 }));
});

test('a call that can never fit fails by itself', async () => {
  const { scheduler } = setUp({ pages: 2 });
  const ended = await Promise.allSettled([scheduler.run(answer({ mostTokens: 40 }).order, never)]);
  expect(ended[0]).toMatchObject({ status: 'rejected', reason: { kind: 'engine-failed' } });
});

test('a call whose fork fails ends with that, and is told nothing twice', async () => {
  const { model, scheduler } = setUp();
  const underWay = answer({ mostTokens: 9 });
  const late = [scoring([7, 7, 7]), answer({ seed: 2 })] as const;
  const ended: Promise<number>[] = [];
  const take: AnswerOrder['take'] = ({ token }) => {
    // The fork fails while another call is under way.
    if (underWay.tokens.push(token) === 2) {
      model.failNext('fork', new Error('no fork'));
      ended.push(...late.map(({ order }) => scheduler.run(order, never)));
    }
    return true;
  };
  await expect(scheduler.run({ ...underWay.order, take }, never)).rejects.toThrow('no fork');
  const outcomes = await Promise.allSettled(ended);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(late[0].figures).toHaveLength(1);
  expect(late[1].tokens).toEqual(await alone({ seed: 2 }));
});

test('a call is at its end even where its sequence can’t be removed', async () => {
  const { model, scheduler } = setUp();
  model.failNext('remove', new Error('no removing'));
  expect(await scheduler.run(answer().order, never)).toBe(0);
  const after = answer({ seed: 22 });
  await scheduler.run(after.order, never);
  expect(after.tokens).toEqual(await alone({ seed: 22 }));
});

test.each([1, 3])('a call that fails at its token %i fails alone', async (failsAt) => {
  const { scheduler } = setUp();
  const failing = answer({ seed: 5 });
  const take: AnswerOrder['take'] = ({ token }) => {
    if (failing.tokens.push(token) === failsAt) throw new Error('not written');
    return true;
  };
  const stays = answer({ seed: 22 });
  const [other, one] = await Promise.allSettled([
    scheduler.run(stays.order, never),
    scheduler.run({ ...failing.order, take }, never),
  ]);
  expect(one).toMatchObject({ status: 'rejected', reason: new Error('not written') });
  expect(other.status).toBe('fulfilled');
  expect(stays.tokens).toEqual(await alone({ seed: 22 }));
});

test('a call without a prompt is refused', async () => {
  const { model, scheduler } = setUp();
  const { order } = answer({ prompt: [] });
  await expect(scheduler.run(order, never)).rejects.toMatchObject({ kind: 'engine-failed' });
  expect(model.calls).toEqual([]);
});

test('an empty text has no figures, and the calls beside it go on', async () => {
  const { scheduler } = setUp();
  const [nothing, stays] = [scoring([]), answer({ seed: 22 })];
  await Promise.all([nothing, stays].map(({ order }) => scheduler.run(order, never)));
  expect(nothing.figures).toEqual([]);
  expect(stays.tokens).toEqual(await alone({ seed: 22 }));
});
