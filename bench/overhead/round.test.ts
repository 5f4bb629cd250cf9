import { expect, test } from 'vitest';
import { disagreements } from './agreement.ts';
import { countedRounds, needsAnotherRound, type Round } from './round.ts';

const usage = { promptTokens: 9, cachedPromptTokens: 0, completionTokens: 2 };

/** A round in which both sides answer one request, and others keep so many cores busy. */
function round(pageText: string, bareText: string, others = 0): Round {
  const cores = { browser: 1, others };
  const sampling = { temperature: 0, topP: 1, topK: 0, presencePenalty: 0, maxTokens: 2 };
  const request = { messages: [], sampling, seed: 1 };
  const calls = [{ name: 'Draft 1', request, text: pageText, usage, seconds: 1 }];
  const described = {
    ...{ device: '', contextTokens: 1, model: '', settings: '', scorer: '' },
    ...{ secondsInCalls: 0, secondsScoring: 0 },
  };
  return {
    first: 'page',
    page: { seconds: 1, calls, cores, ...described },
    bare: { seconds: 1, answers: [{ text: bareText, usage, seconds: 1 }], cores },
  };
}

test('texts that differ from the first round’s are named', () => {
  expect(disagreements([round('one', 'one'), round('one', 'one')])).toEqual([]);
  expect(disagreements([round('one', 'other'), round('two', 'one')])).toEqual([
    'Round 1: the bare engine wrote other texts for Draft 1.',
    'Round 2: the page wrote other texts for Draft 1.',
  ]);
});

test('disturbed rounds are measured again, but not for ever, and counted only where all were', () => {
  const quiet = round('', '', 0.05);
  const disturbed = round('', '', 0.5);
  expect(needsAnotherRound([quiet], 1)).toBe(false);
  expect(needsAnotherRound([disturbed], 1)).toBe(true);
  expect(needsAnotherRound([disturbed, disturbed], 1)).toBe(false);
  expect(countedRounds([disturbed, quiet])).toEqual([quiet]);
  expect(countedRounds([disturbed])).toEqual([disturbed]);
});
