import { describe, expect, it, test } from 'vitest';
import { PAPER_SAMPLING, type PolicyDescription } from '../../core/index.ts';
import { ask, readAnswer } from '../testing/policy-contract.ts';
import { createScriptedPolicy } from '../testing/scripted-policy.ts';
import { BatchLoop } from './batch-loop.ts';
import { createLlamaCppPolicy } from './llama-cpp-policy.ts';
import { createCharacterLibrary, type CharacterLibrary } from './testing/character-library.ts';
import { createThreadChoice } from './thread-choice.ts';

const never = new AbortController().signal;
const SAMPLING = { ...PAPER_SAMPLING, maxTokens: 6 };

function policyOf(library: CharacterLibrary, contextTokens = 4096) {
  const lost: string[] = [];
  const notes: string[] = [];
  const loop = new BatchLoop({
    library,
    contextTokens,
    threads: createThreadChoice(1),
    pause: () => Promise.resolve(),
    now: () => 0,
    note: (sentence) => notes.push(sentence),
  });
  const description: PolicyDescription = {
    ...createScriptedPolicy(() => ({ kind: 'answer', pieces: [] })).description,
    contextTokens,
  };
  const policy = createLlamaCppPolicy({
    library,
    loop,
    description,
    loseEngine: (message) => lost.push(message),
  });
  return { policy, lost, notes };
}

const asks = (question: string, seed: number, maxTokens = 6) =>
  ask(question, { ...SAMPLING, maxTokens }, seed);

describe('answers that are asked for at once', () => {
  it('are drawn in one batch each step, their shared prompt read once', async () => {
    const library = createCharacterLibrary();
    const { policy } = policyOf(library);
    const prompt = 'Be brief.A question?>';
    const answers = await Promise.all(
      [1, 2, 3, 4].map((seed) => readAnswer(policy, asks('A question?', seed))),
    );
    expect(library.batches.slice(0, 4)).toEqual([
      [[0, prompt.length]],
      [[1, 1]],
      [[2, 1]],
      [[3, 1]],
    ]);
    expect(library.batches.slice(4)).toEqual(
      Array.from({ length: 5 }, () => [0, 1, 2, 3].map((sequence) => [sequence, 1])),
    );
    expect(answers.map(({ usage }) => usage.cachedPromptTokens)).toEqual([
      0,
      ...Array.from({ length: 3 }, () => prompt.length - 1),
    ]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(4);
  });

  it('are what they are alone, of whatever length, more than there is room for', async () => {
    const requests = Array.from({ length: 21 }, (_, at) =>
      asks(at % 3 === 0 ? 'One?' : 'Another one?', at * 7919, 1 + ((at * 5) % 11)),
    );
    const { policy: shared } = policyOf(createCharacterLibrary());
    const together = await Promise.all(requests.map((request) => readAnswer(shared, request)));
    for (const [at, request] of requests.entries()) {
      const alone = await readAnswer(policyOf(createCharacterLibrary()).policy, request);
      expect(together[at]?.text).toBe(alone.text);
      expect(together[at]?.tokens).toEqual(alone.tokens);
    }
  });

  it('end with the token that ends an answer, which is counted and not told', async () => {
    const { policy } = policyOf(createCharacterLibrary({}, 3));
    const { tokens, finishReason, usage } = await readAnswer(policy, asks('One?', 1));
    expect([tokens.length, finishReason, usage.completionTokens]).toEqual([3, 'stop', 4]);
  });

  it('end where the context does', async () => {
    const { policy } = policyOf(createCharacterLibrary({ trainedTokens: 30 }), 30);
    const { tokens, finishReason } = await readAnswer(policy, asks('One?', 1, 100));
    expect([tokens.length, finishReason]).toEqual([30 - 'Be brief.One?>'.length, 'length']);
  });

  it('go on when one of them is aborted', async () => {
    const { policy } = policyOf(createCharacterLibrary());
    const abort = new AbortController();
    const reason = new Error('left');
    const aborted = (async () => {
      for await (const chunk of policy.generate(asks('One?', 1, 500), abort.signal)) {
        if (chunk.type === 'text-added') abort.abort(reason);
      }
    })();
    const [first, other] = await Promise.allSettled([
      aborted,
      readAnswer(policy, asks('One?', 2, 50)),
    ]);
    expect(first).toMatchObject({ status: 'rejected', reason });
    const alone = await readAnswer(policyOf(createCharacterLibrary()).policy, asks('One?', 2, 50));
    expect(other).toMatchObject({ status: 'fulfilled', value: { text: alone.text } });
  });
});

describe('what goes wrong with one call', () => {
  const alone = async (seed: number) =>
    (await readAnswer(policyOf(createCharacterLibrary()).policy, asks('One?', seed))).text;

  it('leaves the answers beside it alone', async () => {
    const library = createCharacterLibrary();
    const { policy, lost } = policyOf(library);
    library.breakNextFigure(new Error('no number'));
    const [broken, ...others] = await Promise.allSettled(
      [1, 2, 3].map((seed) => readAnswer(policy, asks('One?', seed))),
    );
    expect(broken).toMatchObject({ status: 'rejected', reason: { kind: 'engine-failed' } });
    expect(others).toMatchObject([
      { status: 'fulfilled', value: { text: await alone(2) } },
      { status: 'fulfilled', value: { text: await alone(3) } },
    ]);
    library.breakNextFigure(new Error('no number'));
    const { messages } = ask('One?');
    const [answer, scored] = await Promise.allSettled([
      readAnswer(policy, asks('One?', 4)),
      policy.scoreText({ messages, text: 'Figs.' }, never),
    ]);
    expect(answer).toMatchObject({ status: 'fulfilled', value: { text: await alone(4) } });
    expect(scored).toMatchObject({ status: 'rejected', reason: { kind: 'engine-failed' } });
    expect(lost).toEqual([]);
  });

  it('is all that fails where what draws its tokens can’t be made', async () => {
    const library = createCharacterLibrary();
    const { policy, lost } = policyOf({
      ...library,
      makeDrawer: (sampling, seed) => {
        if (seed === 2) throw new Error('no room for a sampler');
        return library.makeDrawer(sampling, seed);
      },
    });
    const [first, broken, last] = await Promise.allSettled(
      [1, 2, 3].map((seed) => readAnswer(policy, asks('One?', seed))),
    );
    expect(broken).toMatchObject({ status: 'rejected', reason: { kind: 'engine-failed' } });
    expect([first, last]).toMatchObject([
      { status: 'fulfilled', value: { text: await alone(1) } },
      { status: 'fulfilled', value: { text: await alone(3) } },
    ]);
    expect(lost).toEqual([]);
  });

  it('is all that fails where its cache can’t be made, and the shorter cache is back', async () => {
    const library = createCharacterLibrary();
    const { policy, lost } = policyOf(library);
    library.refuseCachesOver(1024);
    const [long, short] = await Promise.allSettled([
      readAnswer(policy, asks('word '.repeat(300), 1)),
      readAnswer(policy, asks('One?', 2)),
    ]);
    expect(long).toMatchObject({
      status: 'rejected',
      reason: { message: 'llama.cpp could not answer: failed to allocate the cache' },
    });
    expect(short).toMatchObject({ status: 'fulfilled', value: { text: await alone(2) } });
    expect(library.caches.map(({ length }) => length)).toEqual([1024, 1024]);
    expect(lost).toEqual([]);
  });

  it('is told at once to one that is aborted while it waits in line', async () => {
    const { policy } = policyOf(createCharacterLibrary({ cacheBytesPerToken: 2 ** 20 }));
    const abort = new AbortController();
    const ends: string[] = [];
    const first = (async () => {
      for await (const chunk of policy.generate(asks('One?', 1, 200), never)) {
        if (chunk.type === 'text-added') abort.abort();
      }
      ends.push('first');
    })();
    const second = (async () => {
      for await (const chunk of policy.generate(asks('One?', 2), abort.signal))
        ends.push(chunk.type);
    })().catch(() => ends.push('second'));
    await Promise.all([first, second]);
    expect(ends).toEqual(['second', 'first']);
  });
});

describe('the cache', () => {
  it('is made anew for a text that is too long for it, once the answers under way are finished', async () => {
    const library = createCharacterLibrary();
    const { policy } = policyOf(library);
    const long = 'word '.repeat(300);
    const [short, other] = await Promise.all([
      readAnswer(policy, asks('One?', 1, 9)),
      readAnswer(policy, asks(long, 2, 9)),
    ]);
    expect(library.caches.map(({ length }) => length)).toEqual([1024, 2048]);
    expect([short.tokens.length, other.tokens.length]).toEqual([9, 9]);
  });

  it('is made anew after a failure, and the next call works', async () => {
    const library = createCharacterLibrary();
    const { policy, lost } = policyOf(library);
    library.breakNext(new Error('no room'));
    await expect(readAnswer(policy, asks('One?', 1))).rejects.toMatchObject({
      kind: 'engine-failed',
      message: 'llama.cpp could not answer: no room',
    });
    expect((await readAnswer(policy, asks('One?', 1))).tokens).toHaveLength(6);
    expect(lost).toEqual([]);
  });

  it('is given up with the engine when WebAssembly stops', async () => {
    const library = createCharacterLibrary();
    const { policy, lost } = policyOf(library);
    library.breakNext(new WebAssembly.RuntimeError('unreachable'));
    await expect(readAnswer(policy, asks('One?', 1))).rejects.toMatchObject({
      kind: 'engine-lost',
    });
    expect(lost).toHaveLength(1);
  });
});

describe('a text that is scored', () => {
  const { messages } = ask('One?');

  it('is read in one go, its prompt once for all that follow', async () => {
    const library = createCharacterLibrary();
    const { policy } = policyOf(library);
    const prompt = 'Be brief.One?>';
    const first = await policy.scoreText({ messages, text: 'Figs.' }, never);
    const second = await policy.scoreText({ messages, text: 'Plums!' }, never);
    const sequence = library.batches[0]?.[0]?.[0];
    expect(library.batches).toEqual([
      [[sequence, prompt.length + 'Figs'.length]],
      [[sequence, 1 + 'Plums'.length]],
    ]);
    expect(first.tokens.map(({ text }) => text)).toEqual(['F', 'i', 'g', 's', '.']);
    expect(second.usage).toEqual({
      promptTokens: prompt.length,
      cachedPromptTokens: prompt.length - 1,
      completionTokens: 6,
    });
  });

  it('has the figures that it had when it was written', async () => {
    const { policy } = policyOf(createCharacterLibrary());
    const written = await readAnswer(policy, asks('One?', 9, 40));
    const scored = await policy.scoreText({ messages, text: written.text }, never);
    expect(scored.tokens).toEqual(written.tokens);
  });

  it('may fill the context to its end, as an answer may', async () => {
    const length = 'Be brief.One?>'.length;
    const { policy } = policyOf(createCharacterLibrary({ trainedTokens: length + 4 }), length + 4);
    const written = await readAnswer(policy, asks('One?', 9, 100));
    expect(written.tokens).toHaveLength(4);
    const scored = await policy.scoreText({ messages, text: written.text }, never);
    expect(scored.tokens).toEqual(written.tokens);
  });

  it('keeps two prompts apart, so that neither is read again', async () => {
    const library = createCharacterLibrary();
    const { policy } = policyOf(library);
    const other = ask('Quite another one?').messages;
    for (const text of ['ab', 'cd', 'ef']) {
      await policy.scoreText({ messages, text }, never);
      await policy.scoreText({ messages: other, text }, never);
    }
    const lengths = library.batches.map((batch) => batch[0]?.[1]);
    expect(lengths.slice(2)).toEqual([2, 2, 2, 2]);
  });

  it('does not disturb answers that are being drawn', async () => {
    const { policy } = policyOf(createCharacterLibrary());
    const [answer] = await Promise.all([
      readAnswer(policy, asks('One?', 3, 30)),
      policy.scoreText({ messages, text: 'x'.repeat(100) }, never),
    ]);
    const alone = await readAnswer(policyOf(createCharacterLibrary()).policy, asks('One?', 3, 30));
    expect(answer.text).toBe(alone.text);
  });
});

test('a text that does not fit names the context', async () => {
  const { policy } = policyOf(createCharacterLibrary({ trainedTokens: 20 }), 20);
  await expect(readAnswer(policy, asks('much too long', 1))).rejects.toMatchObject({
    kind: 'context-overflow',
  });
  await expect(
    policy.scoreText({ messages: ask('One?').messages, text: 'much too long' }, never),
  ).rejects.toMatchObject({ kind: 'context-overflow' });
});
