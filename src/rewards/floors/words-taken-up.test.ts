import { expect, it } from 'vitest';
import { isBesidePrompt } from './words-taken-up.ts';

const SAVING = 'Why should I put some money aside every month?';

it.each([
  ['no word of it', SAVING, 'The extra two sentences can be eliminated.'],
  ['grammar words alone', 'Why is the sky blue?', 'The reason is that I like it.'],
])('tells a response beside its prompt: %s', (_, prompt, response) => {
  expect(isBesidePrompt(prompt, response)).toBe(true);
});

it.each([
  ['a word in capitals', SAVING, 'Savings are set ASIDE.'],
  ['a word inflected', 'Explain saving.', 'Savings help.'],
  ['a prompt without words', '', 'Anything.'],
  ['Chinese', '为什么天空是蓝色的？', '天空是蓝色的，因为空气散射蓝光。'],
  ['Japanese', 'なぜ空は青いのですか', '空は青いのは光のためです。'],
  ['Korean, whose words take endings', '하늘은 왜 파란가요?', '하늘이 파란 것은 빛 때문입니다.'],
  ['German', 'Warum ist der Himmel am Tag so blau und nicht grün?', 'Das Licht wird gestreut.'],
])('says it of no other: %s', (_, prompt, response) => {
  expect(isBesidePrompt(prompt, response)).toBe(false);
});
