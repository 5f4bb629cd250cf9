import { describe, expect, it } from 'vitest';
import type {
  RewardRequest,
  SampledToken,
  ScoredText,
  ScoreTextRequest,
  TextScorer,
} from '../../core/index.ts';
import { OPENING_TOKENS, WHOLE_EDITION, type InformationEdition } from './information-edition.ts';
import { createPreferenceInformation } from './preference-information.ts';
import { createPromptInformation } from './prompt-information.ts';

const signal = new AbortController().signal;
const policy = { id: 'small', name: 'Small model' };
const request: RewardRequest = {
  prompt: 'Why?',
  preference: 'Be brief.',
  conditionedOn: 'prompt-and-preference',
  response: 'So it is',
};
const withBoth = 'Why?\n\nBe brief.';

const token = (text: string, logProbability: number | null): SampledToken => ({
  text,
  logProbability,
});

/** Answers from a table: what was asked by the user, or '' for no messages, to the tokens told. */
function fakeScorer(table: Readonly<Record<string, readonly SampledToken[]>>) {
  const calls: ScoreTextRequest[] = [];
  const scorer: TextScorer = {
    scoreText(asked): Promise<ScoredText> {
      calls.push(asked);
      const tokens = table[asked.messages.map(({ content }) => content).join('|')];
      if (tokens === undefined) return Promise.reject(new Error('The engine is gone.'));
      const usage = { promptTokens: 1, cachedPromptTokens: null, completionTokens: tokens.length };
      return Promise.resolve({ tokens, usage });
    },
  };
  return { scorer, calls };
}

const likely = [token('So', -1), token(' it', -1), token(' is', -1)];
const unlikely = [token('So', -2), token(' it', -1), token(' is', -1)];
const table = { [withBoth]: likely, 'Why?': unlikely, '': [token('So it is', -9)] };

describe('createPreferenceInformation', () => {
  it('is the mean gain in log-probability, the token at place t weighing 1/√t', async () => {
    const { scorer } = fakeScorer(table);
    const reward = await createPreferenceInformation({ scorer, policy }).score(request, signal);
    expect(reward.value).toBeCloseTo(1 / (1 + Math.SQRT1_2 + 1 / Math.sqrt(3)), 10);
    expect(reward.breakdown).toHaveLength(1);
    expect(reward.breakdown[0]?.measured).toBe(
      '0.33 nats per token more likely with the preference than without, 3 tokens',
    );
  });

  it('shows where in the response the preference tells, in parts that sum to the value', async () => {
    const long = (logProbability: number) =>
      Array.from({ length: 40 }, (_, place) => token(` w${String(place)}`, logProbability));
    const [first, second] = [long(-1), long(-3)];
    const response = first.map(({ text }) => text).join('');
    const { scorer } = fakeScorer({ [withBoth]: first, 'Why?': second });
    const model = createPreferenceInformation({ scorer, policy }, WHOLE_EDITION);
    const reward = await model.score({ ...request, response }, signal);
    expect(reward.value).toBeCloseTo(2, 10);
    expect(reward.breakdown.map(({ label }) => label)).toEqual([
      'First 8 tokens',
      'Tokens 9 to 32',
      'Tokens from 33 on',
    ]);
    expect(reward.breakdown.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(2, 10);
  });

  it('takes the first term from the call that wrote the response, without the end of the turn', async () => {
    const { scorer, calls } = fakeScorer(table);
    const sampled = {
      policyId: 'small',
      messages: [{ role: 'user', content: withBoth }],
      tokens: [...likely, token('', -0.1), token('<|im_end|>', -0.2)],
    } as const;
    const model = createPreferenceInformation({ scorer, policy });
    const reward = await model.score({ ...request, sampled }, signal);
    expect(reward.value).toBeGreaterThan(0);
    expect(calls.map(({ messages }) => messages)).toEqual([[{ role: 'user', content: 'Why?' }]]);
  });

  it.each([
    ['another policy', { policyId: 'other' }],
    ['other messages', { messages: [{ role: 'user', content: 'Improve this.' }] as const }],
    ['other words', { tokens: [token('Else', -1)] }],
    ['a text cut short', { tokens: likely.slice(0, 2) }],
    ['a token without log-probability', { tokens: [token('So', null), ...likely.slice(1)] }],
  ])('reads both terms where the call was of %s', async (_, changed) => {
    const { scorer, calls } = fakeScorer(table);
    const messages = [{ role: 'user', content: withBoth }] as const;
    const sampled = { policyId: 'small', messages, tokens: likely, ...changed };
    const model = createPreferenceInformation({ scorer, policy });
    await model.score({ ...request, sampled }, signal);
    expect(calls).toHaveLength(2);
  });

  it('reads each term once, however often it is asked', async () => {
    const { scorer, calls } = fakeScorer(table);
    const model = createPreferenceInformation({ scorer, policy });
    const first = await model.score(request, signal);
    const nothing = { calls: 0, tokens: 0 };
    expect(await model.score(request, signal)).toEqual({ ...first, usage: nothing });
    expect(calls).toHaveLength(2);
  });

  it('does not remember a failure', async () => {
    const answers: Record<string, readonly SampledToken[]> = { [withBoth]: likely };
    const { scorer } = fakeScorer(answers);
    const model = createPreferenceInformation({ scorer, policy });
    await expect(model.score(request, signal)).rejects.toThrow('The engine is gone.');
    answers['Why?'] = unlikely;
    expect((await model.score(request, signal)).value).toBeGreaterThan(0);
  });

  it('leaves a token without log-probability out of both terms and says so', async () => {
    const { scorer } = fakeScorer({
      ...table,
      'Why?': [token('So', null), token(' it', -1.5), token(' is', -1.5)],
    });
    const reward = await createPreferenceInformation({ scorer, policy }).score(request, signal);
    expect(reward.value).toBeCloseTo(0.5, 10);
    expect(reward.breakdown[0]?.measured).toContain('2 tokens; 1 token of the response has no');
  });

  it('compares like with like where the two terms are cut into other tokens', async () => {
    const { scorer } = fakeScorer({
      [withBoth]: [token('S', -1), token('o', -1), token(' it is', -1)],
      'Why?': [token('So', -4), token(' it', null), token(' is', -1)],
    });
    const reward = await createPreferenceInformation({ scorer, policy }).score(request, signal);
    expect(reward.value).toBeCloseTo(2, 10);
  });

  it('fails with a sentence where nothing is measured', async () => {
    const { scorer } = fakeScorer({ ...table, 'Why?': [token('So it is', null)] });
    const model = createPreferenceInformation({ scorer, policy });
    await expect(model.score(request, signal)).rejects.toThrow('no log-probability');
    await expect(model.score({ ...request, response: ' \n' }, signal)).rejects.toThrow('empty');
    await expect(model.score({ ...request, preference: ' ' }, signal)).rejects.toThrow(
      'There is no preference',
    );
    await expect(model.score({ ...request, conditionedOn: 'prompt' }, signal)).rejects.toThrow(
      'choose prompt information',
    );
  });

  it('rejects with the reason of a signal that is aborted already', async () => {
    const { scorer, calls } = fakeScorer(table);
    const reason = new Error('stopped');
    const model = createPreferenceInformation({ scorer, policy });
    await expect(model.score(request, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(calls).toEqual([]);
  });
});

describe('preference information of the opening', () => {
  const edition = { version: 2, tokens: 2 } as const;
  const opened = {
    [withBoth]: likely,
    'Why?': unlikely.slice(0, 2),
  };
  const gain = 1 / (1 + Math.SQRT1_2);

  it('reads the text up to where its sampled tokens have an edge, and one term for nothing', async () => {
    const { scorer, calls } = fakeScorer(opened);
    const messages = [{ role: 'user', content: withBoth }] as const;
    const sampled = { policyId: 'small', messages, tokens: likely };
    const model = createPreferenceInformation({ scorer, policy }, edition);
    const reward = await model.score({ ...request, sampled }, signal);
    expect(reward.value).toBeCloseTo(gain, 10);
    expect(calls.map(({ text }) => text)).toEqual(['So it']);
    expect(reward.usage).toEqual({ calls: 1, tokens: 3 });
    expect(reward.breakdown[0]?.label).toBe('First 2 tokens');
  });

  it('reads both terms of a refinement’s opening', async () => {
    const { scorer, calls } = fakeScorer({ ...opened, [withBoth]: likely.slice(0, 2) });
    const messages = [{ role: 'user', content: 'Improve this.' }] as const;
    const sampled = { policyId: 'small', messages, tokens: likely };
    const model = createPreferenceInformation({ scorer, policy }, edition);
    const reward = await model.score({ ...request, sampled }, signal);
    expect(reward.value).toBeCloseTo(gain, 10);
    expect(calls.map(({ text }) => text)).toEqual(['So it', 'So it']);
    expect(reward.usage).toEqual({ calls: 2, tokens: 6 });
  });

  it('refuses a response whose opening no tokens tell, and weighs no more than it says', async () => {
    const { scorer } = fakeScorer({ ...opened, [withBoth]: [token('Else', -1), token(' it', -1)] });
    const model = createPreferenceInformation({ scorer, policy }, edition);
    await expect(model.score(request, signal)).rejects.toThrow('its opening can’t be told');
  });

  it('cuts a text that was not sampled by the tokens that it has with the preference', async () => {
    const { scorer, calls } = fakeScorer(opened);
    const model = createPreferenceInformation({ scorer, policy }, edition);
    expect((await model.score(request, signal)).value).toBeCloseTo(gain, 10);
    expect(calls.map(({ text }) => text)).toEqual(['So it is', 'So it']);
    expect((await model.score(request, signal)).usage).toEqual({ calls: 0, tokens: 0 });
  });

  it('tells how much it reads, and as version 1 what that version told', () => {
    const { scorer } = fakeScorer({});
    const described = (edition?: InformationEdition) =>
      createPreferenceInformation({ scorer, policy }, edition).description;
    expect(described()).toMatchObject({
      version: 2,
      settings: { policy: 'small', tokens: OPENING_TOKENS },
    });
    expect(described(WHOLE_EDITION)).toMatchObject({
      version: 2,
      settings: { policy: 'small', tokens: 'whole' },
    });
    expect(described({ version: 1 })).toMatchObject({ version: 1, name: 'Preference information' });
    expect(described({ version: 1 }).settings).toEqual({ policy: 'small' });
  });
});

describe('createPromptInformation', () => {
  it('counts every token alike', async () => {
    const { scorer } = fakeScorer({ ...table, '': [token('So', -5), ...likely.slice(1)] });
    const model = createPromptInformation({ scorer, policy });
    const reward = await model.score({ ...request, conditionedOn: 'prompt' }, signal);
    expect(reward.value).toBeCloseTo(1, 10);
  });

  it('holds the prompt against no prompt, and counts the preference where the reward reads it', async () => {
    const { scorer, calls } = fakeScorer(table);
    const model = createPromptInformation({ scorer, policy });
    const alone = await model.score({ ...request, conditionedOn: 'prompt' }, signal);
    expect(alone.value).toBeCloseTo(5, 10);
    const both = await model.score(request, signal);
    expect(both.value).toBeCloseTo(6, 10);
    expect(both.breakdown[0]?.measured).toContain('after prompt and preference than without it');
    expect(calls.map(({ messages }) => messages.length)).toEqual([1, 0, 1]);
  });
});
