import { expect, test } from 'vitest';
import type { ScoredText, ScoreTextRequest } from '../../../src/core/index.ts';
import { fakePolicy } from '../../../src/core/testing/fake-run.ts';
import { SET_SOURCES, type PairSet } from '../pair-sets.ts';
import { compareParts } from './compare-parts.ts';
import { createPrefixScorer } from './prefix-scorer.ts';
import { reportParts } from './report-parts.ts';

const { signal } = new AbortController();

/** Tokens are words; a word in capitals is two nats likelier where the chat asks to shout. */
function shoutingPolicy() {
  const read: string[] = [];
  const scoreText = ({ messages, text }: ScoreTextRequest): Promise<ScoredText> => {
    read.push(text);
    const asked = messages[0]?.content.includes('Shout.') === true;
    const tokens = (text.match(/\S+\s*/g) ?? []).map((word) => ({
      text: word,
      logProbability: asked && word === word.toUpperCase() ? -1 : -3,
    }));
    const usage = { promptTokens: 1, cachedPromptTokens: null, completionTokens: tokens.length };
    return Promise.resolve({ tokens, usage });
  };
  return { policy: { ...fakePolicy(() => ''), scoreText }, read };
}

function setOf(pairs: PairSet['pairs']): PairSet {
  const [source] = SET_SOURCES;
  if (source === undefined) throw new Error('There is no set.');
  return { ...source, pairs, sha256: '' };
}

const pair = { id: '1', prompt: 'Why?', preference: 'Shout.' };

test('each part of the answers is scored, the texts read once', async () => {
  const { policy, read } = shoutingPolicy();
  const set = setOf([
    { ...pair, better: 'SO it goes', worse: 'so it goes' },
    { ...pair, better: 'so it GOES', worse: 'so it went' },
  ]);
  const figures = await compareParts({
    ...{ policy, set, signal, measuredAt: '2026-11-25' },
    ...{ places: [0, 1], parts: [1, 'whole'], say: () => undefined },
  });
  expect(read).toHaveLength(2 * 2 * 2);
  expect(figures.map(({ figure }) => figure.outcomes)).toEqual(['1=', '11']);
  expect(figures.map(({ tokensShare }) => tokensShare)).toEqual([1 / 3, 1]);
  expect(figures[1]?.rankCorrelation).toBeCloseTo(1, 10);
  expect(reportParts(figures)).toMatch(/75\.0 % .* of 2 pairs +33 %/);
});

test('an opening that ends inside a token is read by itself', async () => {
  const { policy, read } = shoutingPolicy();
  const scorer = createPrefixScorer(policy);
  await scorer.readWhole({ messages: [], text: 'so it goes' }, signal);
  const opening = await scorer.scoreText({ messages: [], text: 'so it ' }, signal);
  expect(opening.tokens.map(({ text }) => text)).toEqual(['so ', 'it ']);
  await scorer.scoreText({ messages: [], text: 'so i' }, signal);
  expect(read).toEqual(['so it goes', 'so i']);
});
