import { expect, it } from 'vitest';
import { joinMarks, setMarksApart } from './plain-marks.ts';

const broken = (mark: string): string => mark.split('').join('-');

it('leaves a text without marks as it is', () => {
  expect(setMarksApart('a < b > c [see 1]')).toBe('a < b > c [see 1]');
});

it('breaks what is the name of a token, and joins what only looks like one', () => {
  const apart = setMarksApart('<b>x</b> [1]<|end|>');
  expect(apart).not.toContain('<|end|>');
  expect(joinMarks(apart, (mark) => mark === '<|end|>', broken)).toBe(
    `<b>x</b> [1]${broken('<|end|>')}`,
  );
});

it.each(['[<|end|>]', '<[INST]>', '<<|end|>>', '[[INST]]', 'a[<x[<|end|>]'])(
  'finds the mark in %s, whatever brackets stand around it',
  (text) => {
    const found: string[] = [];
    joinMarks(
      setMarksApart(text),
      (mark) => {
        found.push(mark);
        return false;
      },
      broken,
    );
    expect(found).toContainEqual(expect.stringMatching(/^(<\|end\|>|\[INST\])$/));
  },
);

it('takes a text that holds the noncharacters itself for what it is', () => {
  const apart = setMarksApart('\ufdd2<\ufdd3|end|>\ufdd4');
  expect(joinMarks(apart, () => false, broken)).toBe('\ufffd<\ufffd|end|>\ufffd');
});
