import { expect, it } from 'vitest';
import { tokensOfText } from './text-in-prompt.ts';

const read = (...pieces: readonly string[]) =>
  pieces.map((piece, place) => ({ piece, logProbability: -place }));

const texts = (tokens: ReturnType<typeof tokensOfText>) => tokens?.map(({ text }) => text) ?? null;

it.each([
  ['words', ['<s>', 'Hi', ' Figs', ' are'], ' Figs are', [' Figs', ' are']],
  ['a word that the prompt has too', ['a', 'a', 'a'], 'aa', ['a', 'a']],
  [
    'a character of three parts',
    ['x', 'Ç', '\ufffd', '\ufffd', '\ufffd', '!'],
    'Ç😊!',
    ['Ç', '', '', '😊', '!'],
  ],
  ['parts at the beginning', ['x\n', '\ufffd', '\ufffd', ' ok'], '😊 ok', ['', '😊', ' ok']],
  ['parts at the end', ['x', 'ok ', '\ufffd', '\ufffd'], 'ok 日', ['ok ', '', '日']],
  [
    'characters told with their last part',
    ['assistant', '\n', '', 'Ç', 'a', '', '', ' 日', '本'],
    'Ça 日本',
    ['', 'Ç', 'a', '', '', ' 日', '本'],
  ],
  [
    'pieces without their spaces',
    ['<s>', 'Figs', 'are', 'sweet'],
    'Figs are sweet',
    ['Figs', ' are', ' sweet'],
  ],
])('tells the tokens of %s', (_, pieces, text, expected) => {
  const tokens = tokensOfText(read(...pieces), text);
  expect(texts(tokens)).toEqual(expected);
  expect(tokens?.map(({ logProbability }) => logProbability)).toEqual(
    pieces.map((_piece, place) => -place).slice(-expected.length),
  );
});

it.each([
  ['one that was joined to what stands before', ['assistant', '\n\nFigs'], '\nFigs'],
  ['one that was trimmed', ['assistant\n', 'Figs'], 'Figs '],
  ['one longer than the prompt', ['Figs'], 'are Figs'],
  ['nothing at all', [], 'Figs'],
])('tells none of %s', (_, pieces, text) => {
  expect(tokensOfText(read(...pieces), text)).toBeNull();
});
