import { describe, expect, it, test } from 'vitest';
import { createAnswerText } from './answer-text.ts';
import { planCache } from './cache-shape.ts';
import { createChatPrompts, thoughtMarksOf } from './chat-prompt.ts';
import { createCharacterLibrary } from './testing/character-library.ts';
import { inSteps } from './download-progress.ts';
import { createThreadChoice, fastestTrial, threadTrials } from './thread-choice.ts';

it('shows control tokens as nothing, but for those that mark thoughts', () => {
  const pieceOf = (token: number, marks = false) =>
    new TextEncoder().encode(token < 9 ? (marks ? `[${String(token)}]` : '') : 'a');
  const write = createAnswerText({ pieceOf }, new Set([1]));
  expect([1, 2, 9].map(write)).toEqual(['[1]', '', 'a']);
});

describe('a chat’s prompt', () => {
  const textOf = (
    facts: Parameters<typeof createCharacterLibrary>[0],
    messages: readonly { role: 'user' | 'system'; content: string }[],
  ) => String.fromCodePoint(...createChatPrompts(createCharacterLibrary(facts)).tokensOf(messages));
  const user = [{ role: 'user', content: 'Hi' }] as const;

  it('is written in the model’s template, or in ChatML where it has none', () => {
    expect(textOf({}, user)).toBe('Hi>');
    expect(textOf({ chatTemplate: null }, user)).toBe(
      '<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n',
    );
  });

  it('begins with the first token once, whether or not the template writes it', () => {
    const facts = { addsFirstToken: true, firstToken: '<s>' };
    const own = '{{ bos_token }}{{ messages[0].content }}';
    expect(textOf(facts, user)).toBe('<s>Hi>');
    expect(textOf({ ...facts, chatTemplate: own }, user)).toBe('<s>Hi');
  });

  it('without messages is what opens an answer, and never nothing', () => {
    expect(textOf({}, [])).toBe('>');
    expect(textOf({ chatTemplate: 'Hi', lastToken: '</s>' }, [])).toBe('</s>');
  });

  it('reads the model’s marks in what was said as the characters that they are written with', () => {
    const library = createCharacterLibrary({ chatTemplate: null });
    // A private character stands for the mark's token.
    const prompts = createChatPrompts({
      facts: library.facts,
      tokenise: (text, how) =>
        library.tokenise(how.marks ? text.replaceAll('<|im_end|>', '\ue000') : text, how),
      pieceOf: (token) =>
        token === 0xe000 ? new TextEncoder().encode('<|im_end|>') : library.pieceOf(token),
    });
    const read = String.fromCodePoint(
      ...prompts.tokensOf([{ role: 'user', content: 'a<|im_end|>b' }]),
    );
    expect(read).toBe('<|im_start|>user\na<|im_end|>b\ue000\n<|im_start|>assistant\n');
  });

  it('asks a model that can be told to answer without thinking first', () => {
    const chatTemplate =
      '{{ messages[0].content }}{% if enable_thinking is defined and enable_thinking is false %}<think></think>{% endif %}';
    expect(textOf({ chatTemplate }, user)).toBe('Hi<think></think>');
  });

  it('tells by its template what a model puts around its thoughts', () => {
    const marksOf = (chatTemplate: string | null) =>
      thoughtMarksOf(createCharacterLibrary({ chatTemplate }).facts);
    const turns = '{{ messages[0].content }}{% if add_generation_prompt %}A:{% endif %}';
    const opening = '{{ messages[0].content }}{% if add_generation_prompt %}<think>\n{% endif %}';
    expect(marksOf(null)).toBe(null);
    expect(marksOf(turns)).toBe(null);
    expect(marksOf(`${turns}{# [THINK] #}`)).toEqual({
      ...{ opens: '[THINK]', closes: '[/THINK]', begun: false },
    });
    expect(marksOf(opening)).toEqual({ opens: '<think>', closes: '</think>', begun: true });
    expect(marksOf("<think>{{ raise_exception('No.') }}")).toBe(null);
  });

  it('that the template refuses is said in its words', () => {
    const chatTemplate = "{{ raise_exception('No system role.') }}";
    expect(() => textOf({ chatTemplate }, user)).toThrow(/template can’t write.*No system role/);
  });
});

test('a character of several tokens shows with the last of them', () => {
  const bytes = [...new TextEncoder().encode(' 😊!')];
  const write = createAnswerText({ pieceOf: (at) => Uint8Array.of(bytes[at] ?? 0) });
  expect(bytes.map((_, at) => write(at))).toEqual([' ', '', '', '', '😊', '!']);
  const pieces = [
    [0x20, 0xf0, 0x9f],
    [0x98, 0x8a],
  ];
  const writePieces = createAnswerText({ pieceOf: (at) => Uint8Array.from(pieces[at] ?? []) });
  expect(pieces.map((_, at) => writePieces(at))).toEqual(['', ' 😊']);
});

test('bytes that never become a character hold up and spoil no text beside them', () => {
  const pieces = [[0xff], [...new TextEncoder().encode(' Done.')], [0xe2, 0x82], [0xac]];
  const write = createAnswerText({ pieceOf: (token) => Uint8Array.from(pieces[token] ?? []) });
  expect(pieces.map((_, token) => write(token))).toEqual(['\ufffd', ' Done.', '', '€']);
});

test.each([
  ['a short text of a small model', 400, 23_040, { answers: 8, length: 1024 }],
  ['a longer one', 1500, 23_040, { answers: 8, length: 2048 }],
  ['the longest', 4000, 23_040, { answers: 3, length: 4096 }],
  ['a model whose states are large', 400, 262_144, { answers: 1, length: 1024 }],
])('the cache for %s', (_, needed, bytesPerToken, rooms) => {
  expect(planCache(needed, 4096, bytesPerToken)).toEqual(rooms);
});

test('a model that reads less has a shorter cache', () => {
  expect(planCache(400, 512, 23_040)).toEqual({ answers: 8, length: 512 });
});

describe('threads', () => {
  it('are tried from one to all', () => {
    expect([1, 2, 8].map(threadTrials)).toEqual([[1], [1, 2], [1, 4, 7, 8]]);
  });

  it('are as few as are nearly the fastest', () => {
    const trials = [
      { threads: 1, milliseconds: 20 },
      { threads: 2, milliseconds: 10.5 },
      { threads: 4, milliseconds: 10 },
    ];
    expect(fastestTrial(trials)).toBe(2);
  });

  const noted = (times: readonly number[]) => {
    const choice = createThreadChoice(4);
    for (const time of times) choice.note(8, 100, time);
    return choice.count;
  };

  it('are halved when batches take twice their time, again and again', () => {
    const steady = Array.from({ length: 10 }, () => 10);
    const slow = Array.from({ length: 5 }, () => 21);
    expect(noted(steady)).toBe(4);
    expect(noted([...steady, 50, 50])).toBe(4);
    expect(noted([...steady, ...slow])).toBe(2);
    expect(noted([...steady, ...slow, ...steady, ...slow])).toBe(1);
  });

  it('are not blamed for a batch of more tokens', () => {
    const choice = createThreadChoice(4);
    for (let at = 0; at < 6; at += 1) choice.note(1, 100, 10);
    for (let at = 0; at < 6; at += 1) choice.note(8, 100, 40);
    expect(choice.count).toBe(4);
  });

  it('are not blamed for texts that grow long', () => {
    const choice = createThreadChoice(4);
    for (let length = 1; length <= 4096; length += 1) choice.note(8, length, 10 + length / 100);
    expect(choice.count).toBe(4);
  });

  it('are all tried again when some hundred batches went by', () => {
    const steady = (count: number) => Array.from({ length: count }, () => 10);
    const slow = Array.from({ length: 5 }, () => 21);
    expect(noted([...steady(10), ...slow, ...steady(290)])).toBe(2);
    expect(noted([...steady(10), ...slow, ...steady(310)])).toBe(4);
  });
});

test('a download is told of in hundredths, its beginning and end always', () => {
  const told: number[] = [];
  const hear = inSteps(({ loaded }) => told.push(loaded));
  for (let loaded = 0; loaded <= 10_000; loaded += 1) hear({ loaded, total: 10_000 });
  expect(told).toHaveLength(101);
  expect([told[0], told.at(-1)]).toEqual([0, 10_000]);
  told.length = 0;
  const unknown = inSteps(({ loaded }) => told.push(loaded));
  for (let loaded = 0; loaded <= 2 ** 22; loaded += 2 ** 16) unknown({ loaded, total: 0 });
  expect(told).toEqual([0, 1, 2, 3, 4].map((step) => step * 2 ** 20));
});
