import { expect, test } from 'vitest';
import { createScriptedPolicy } from '../testing/scripted-policy.ts';
import { readMarksAsText } from './marks-in-text.ts';
import { createFakeEngine, MODEL_ID } from './testing/fake-vendor.ts';

/** One token a character, but for the mark, which is the token 7 wherever it stands; of words the ends are joined. */
class MarkingTokenizer {
  encode(text: string): Int32Array {
    if (text === '<ab>') return Int32Array.of(8);
    return Int32Array.from(
      text.split(/(<\|end\|>)/).flatMap((part) => {
        if (part === '<|end|>') return [7];
        return Array.from(part, (one) => one.codePointAt(0) ?? 0);
      }),
    );
  }
}

async function askedWith(content: string) {
  const tokenizer = new MarkingTokenizer();
  const { engine } = createFakeEngine({ pipeline: { tokenizer } });
  const inner = createScriptedPolicy(() => ({ kind: 'answer', pieces: ['x'] }));
  const model = { encode: (text: string) => [...tokenizer.encode(text)] };
  const policy = readMarksAsText(inner, engine, MODEL_ID, model);
  const sampling = { temperature: 0, topP: 1, topK: 0, presencePenalty: 0, maxTokens: 1 };
  const messages = [{ role: 'user', content }] as const;
  const made = policy.generate({ messages, sampling, seed: 1 }, new AbortController().signal);
  for await (const chunk of made) expect(chunk.type).not.toBe('');
  await policy.scoreText?.({ messages, text: 'x' }, new AbortController().signal);
  const sent = inner.calls[0]?.messages[0]?.content ?? '';
  expect(inner.scorings[0]?.messages[0]?.content).toBe(sent);
  return { sent, tokens: [...tokenizer.encode(sent)] };
}

test('a mark in a chat is read as the characters that it is written with', async () => {
  const { tokens } = await askedWith('Say <|end|> twice: <|end|>');
  expect(String.fromCodePoint(...tokens)).toBe('Say <|end|> twice: <|end|>');
});

test('what is no mark is sent as it is', async () => {
  for (const text of ['a <b> c', 'x <ab> y', '<|ended|>', '']) {
    expect((await askedWith(text)).sent).toBe(text);
  }
});
