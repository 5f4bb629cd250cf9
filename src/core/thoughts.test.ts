import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SampledToken } from './policy.ts';
import { ThoughtReader, type ThoughtMarks } from './thoughts.ts';

/** What a reader makes of pieces, each a token. */
function read(pieces: readonly string[], marks?: ThoughtMarks) {
  const reader = new ThoughtReader<SampledToken>(marks);
  const told = [
    ...pieces.map((text) => reader.add(text, [{ text, logProbability: -1 }])),
    reader.end(),
  ];
  return {
    thoughts: reader.thoughts,
    shown: told.map(({ thoughts }) => thoughts).join(''),
    text: told.map(({ text }) => text).join(''),
    spelt: told.flatMap(({ tokens }) => tokens.map(({ text }) => text)).join(''),
  };
}

const QWEN = { opens: '<think>', closes: '</think>', begun: false };

describe('a model’s thoughts', () => {
  it('are told from its answer, with the tokens of each', () => {
    const { thoughts, text, spelt } = read([
      '<think>',
      '\n',
      'Short',
      '.',
      '\n',
      '</think>',
      '\n\n',
      'Yes',
      '!',
    ]);
    expect(thoughts).toEqual({ text: 'Short.', closed: true });
    expect(text).toBe('Yes!');
    expect(spelt).toBe('Yes!');
  });

  it('are all that there is where they were cut off', () => {
    const cut = read(['<think>', 'Let me', ' see </thi']);
    expect(cut.thoughts).toEqual({ text: 'Let me see </thi', closed: false });
    expect(cut.text).toBe('');
  });

  it('are the channels before the final one', () => {
    const { thoughts, text, spelt } = read([
      ...['<|channel|>', 'analysis', '<|message|>', 'Short.', '<|end|>'],
      ...['<|start|>', 'assistant', '<|channel|>', 'final', '<|message|>', 'Yes', '!'],
    ]);
    expect(thoughts).toEqual({ text: 'Short.', closed: true });
    expect([text, spelt]).toEqual(['Yes!', 'Yes!']);
    expect(read(['<|channel|>analysis<|message|>Sh']).thoughts).toEqual({
      ...{ text: 'Sh', closed: false },
    });
  });

  it('begin with the answer where the prompt has opened them', () => {
    const begun = read(['So', '.</think>A'], { ...QWEN, begun: true });
    expect(begun.thoughts).toEqual({ text: 'So.', closed: true });
    expect(begun.text).toBe('A');
    expect(begun.spelt).toBe('A');
  });

  it('are none where an answer writes of the marks', () => {
    const answer = read(['HTML', ' has no <think>', 'x</think>']);
    expect(answer.thoughts).toBe(null);
    expect(answer.text).toBe('HTML has no <think>x</think>');
    expect(read(['<thin', 'g>']).text).toBe('<thing>');
  });

  it('go by the model’s own marks where they are known', () => {
    const marks = { opens: '[THINK]', closes: '[/THINK]', begun: false };
    expect(read(['[THINK]a[/THINK]b'], marks).text).toBe('b');
    expect(read(['<think>a</think>b'], marks).text).toBe('<think>a</think>b');
  });

  it('are the same however the text comes in pieces, and nothing is lost', () => {
    const parts = fc.constantFrom(
      '<think>',
      '</think>',
      '<',
      '</',
      'think>',
      ' ',
      '\n',
      'a',
      'é',
      '<b>',
    );
    fc.assert(
      fc.property(fc.array(parts), fc.array(fc.nat(5)), (words, cuts) => {
        const whole = words.join('');
        const pieces: string[] = [];
        let rest = whole;
        for (const cut of cuts) {
          pieces.push(rest.slice(0, cut));
          rest = rest.slice(cut);
        }
        const one = read([whole], QWEN);
        const many = read([...pieces, rest], QWEN);
        expect(many).toEqual(one);
        expect(one.spelt).toBe(one.text);
        const bare = (text: string): string => text.replaceAll(/<think>|<\/think>|\s/g, '');
        expect(bare(one.shown) + bare(one.text)).toBe(bare(whole));
      }),
    );
  });
});
