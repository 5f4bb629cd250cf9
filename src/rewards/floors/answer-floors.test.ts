import { describe, expect, it } from 'vitest';
import type { ScoredText, ScoreTextRequest } from '../../core/index.ts';
import { createAnswerFloors } from './answer-floors.ts';
import type { FloorsEdition } from './floors-edition.ts';

const { signal } = new AbortController();
const request = {
  prompt: 'Why do volcanoes erupt?',
  preference: 'Be brief.',
  conditionedOn: 'prompt-and-preference',
} as const;
const ANSWER =
  'Molten rock below the ground holds gas, and its pressure drives it up through cracks.';

/** A word a token; how likely each is hangs on what was asked. */
function scorerOf(asked: number, outOfNowhere: number, withPreference: number) {
  const read: (readonly [chat: string, text: string])[] = [];
  const scorer = {
    scoreText({ messages, text }: ScoreTextRequest): Promise<ScoredText> {
      read.push([messages[0]?.content ?? '', text]);
      const chat = messages.map(({ content }) => content).join(' ');
      const hasPrompt = chat.includes(request.prompt);
      const logProbability = hasPrompt ? asked : chat === '' ? outOfNowhere : withPreference;
      const tokens = (text.match(/\S+\s*/g) ?? []).map((word) => ({ text: word, logProbability }));
      const usage = { promptTokens: 0, cachedPromptTokens: null, completionTokens: tokens.length };
      return Promise.resolve({ tokens, usage });
    },
  };
  return { scorer, read };
}

function score(
  response: string,
  asked: number,
  outOfNowhere: number,
  parts: { readonly edition?: FloorsEdition; readonly withPreference?: number } = {},
) {
  const { scorer, read } = scorerOf(asked, outOfNowhere, parts.withPreference ?? outOfNowhere);
  const reader = { scorer, policy: { id: 'small', name: 'Small' } };
  const floors = createAnswerFloors(reader, parts.edition);
  return floors.score({ ...request, response }, signal).then((reward) => ({ ...reward, read }));
}

describe('createAnswerFloors', () => {
  it('takes nothing from an answer', async () => {
    const { value, breakdown } = await score(ANSWER, -3, -4);
    expect(value).toBe(0);
    expect(breakdown.map(({ id, value: each }) => [id, each])).toEqual([
      ['hangs-together', 0],
      ['about-the-prompt', 0],
    ]);
  });

  it('takes from words that are as unlikely as shuffled ones', async () => {
    const { value, breakdown } = await score(ANSWER, -7, -8);
    expect(value).toBeLessThan(-10);
    expect(breakdown[0]?.measured).toMatch(/^−7\.00 nats per token.* below −\d/);
  });

  it('takes from what is no likelier after the prompt than out of nowhere', async () => {
    const { value, breakdown } = await score(ANSWER, -4, -3.5);
    expect(value).toBe(-20);
    expect(breakdown[1]?.measured).toContain('Takes up no word of the prompt');
    expect((await score(ANSWER, -4, -3.5, { edition: 1 })).value).toBe(-12);
  });

  it('takes from what gains by the preference and not by the prompt', async () => {
    const gains = { withPreference: -2.9 };
    expect((await score(ANSWER, -3, -3.2, { ...gains, edition: 1 })).value).toBe(0);
    expect((await score(ANSWER, -3, -3.2, gains)).value).toBeCloseTo(-(50 * (0.2 - 0.05)), 6);
  });

  it('reads nothing out of nowhere where the response takes up the prompt', async () => {
    const { read, value } = await score(`Volcanoes erupt because of gas. ${ANSWER}`, -4, -3);
    expect(value).toBe(0);
    expect(read.map(([chat]) => chat)).not.toContain('');
  });

  it('takes from what says nothing, and reads nothing for it', async () => {
    const { read, value, usage } = await score('I’m not sure about that, sorry.', -1, -1);
    expect([value, read.length, usage?.tokens]).toEqual([-10, 0, 0]);
  });

  it('lets a few tokens be', async () => {
    expect((await score('Gas.', -9, -1)).value).toBe(0);
  });
});
