import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Arm, makeArm, plantTree, type RunPlan, type SamplingTree } from '../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../core/testing/fake-run.ts';
import type { TrainingDataOptions } from './dataset-card.ts';
import { halfOfPrompt } from './half-of-prompt.ts';
import { TrainingData } from './training-data.ts';

const message = z.object({ role: z.string(), content: z.string() });
const rowShape = z.looseObject({
  messages: z.optional(z.array(message)),
  prompt: z.optional(z.array(message)),
  chosen: z.optional(z.array(message)),
  rejected: z.optional(z.array(message)),
  completion: z.optional(z.array(message)),
  arm: z.string(),
  run: z.string(),
});

const ALL: TrainingDataOptions = { margin: 0, arms: null, testShare: 0 };
const PRS = makeArm('prs', 4, [2, 2]);

/** A run whose texts, in the order sampled, are given; the longer the better. */
async function runOf(
  texts: readonly string[],
  arms: readonly Arm[] = [PRS],
  changes: Partial<RunPlan> = {},
): Promise<SamplingTree> {
  const planted = plantTree(fakeHeader(fakePlan(arms, changes)));
  const policy = fakePolicy((_, call) => texts[call - 1] ?? '');
  const rewardModel = fakeRewardModel(({ response }) => response.trim().length);
  return (await runToEnd(planted, policy, rewardModel)).tree;
}

/** Two drafts, the feedback on the longer, two refinements of it. */
const TEXTS = ['a', 'a bc', '- Say more.', 'a bc def', 'a b'];

function gather(
  trees: readonly SamplingTree[],
  options: Partial<TrainingDataOptions> = {},
): TrainingData {
  const data = new TrainingData({ ...ALL, ...options });
  for (const tree of trees) data.add(tree);
  return data;
}

function rowsOf(data: TrainingData, file: string): z.output<typeof rowShape>[] {
  const lines = data.files().find(({ name }) => name === file)?.pieces ?? [];
  return lines.map((line) => rowShape.parse(JSON.parse(line)));
}

const leftOut = (data: TrainingData) =>
  Object.fromEntries(data.kinds.map(({ kind, leftOut: why }) => [kind, Object.fromEntries(why)]));

describe('training data', () => {
  it('has the winner, the winner against the lowest, and the pair that improves', async () => {
    const data = gather([await runOf(TEXTS)]);
    const asked = { role: 'user', content: 'Why is the sky blue?\n\nBe brief.' };
    const winner = { role: 'assistant', content: 'a bc def ' };
    const common = { arm: 'PRS 2/2', run: '00000000-0000-4000-8000-000000000000' };
    expect(rowsOf(data, 'winners-train.jsonl')).toEqual([
      { messages: [asked, winner], reward: 8, ...common },
    ]);
    expect(rowsOf(data, 'preferences-train.jsonl')).toEqual([
      {
        ...{ prompt: [asked], chosen: [winner] },
        rejected: [{ role: 'assistant', content: 'a ' }],
        ...{ chosen_reward: 8, rejected_reward: 1, ...common },
      },
    ]);
    const [pair, ...others] = rowsOf(data, 'improving-pairs-train.jsonl');
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ completion: [winner], reward: 8, anchor_reward: 4, ...common });
    const sent = pair?.prompt?.map(({ role, content }) => `${role}: ${content}`) ?? [];
    expect(sent.slice(0, 2)).toEqual([`user: ${asked.content}`, 'assistant: a bc ']);
    expect(sent[3]).toBe('assistant: - Say more. ');
    expect(sent).toHaveLength(5);
  });

  it('asks what the scorer read: the prompt alone where rewards are conditioned on it', async () => {
    const data = gather([await runOf(TEXTS, [PRS], { conditionedOn: 'prompt' })]);
    const [winner] = rowsOf(data, 'winners-train.jsonl');
    expect(winner?.messages?.[0]?.content).toBe('Why is the sky blue?');
  });

  it('has no half of a character, which readers in Python refuse a whole file for', async () => {
    const data = gather([await runOf(TEXTS, [PRS], { prompt: 'Why \ud83d? \ud83d\ude00' })]);
    const lines = data.files().flatMap(({ pieces }) => pieces);
    expect(lines.filter((line) => /\\ud[89a-f]/i.test(line))).toEqual([]);
    const [winner] = rowsOf(data, 'winners-train.jsonl');
    expect(winner?.messages?.[0]?.content).toMatch(/^Why \ufffd\? \ud83d\ude00/);
  });

  it('leaves out texts that were cut off, and says so', async () => {
    const sampling = { ...fakePlan([PRS]).sampling, maxTokens: 3 };
    const data = gather([await runOf(TEXTS, [PRS], { sampling })]);
    expect(data.rows).toBe(0);
    expect(leftOut(data)).toEqual({
      winners: { 'cut-off': 1 },
      preferences: { 'cut-off': 1 },
      'improving-pairs': { 'cut-off': 1 },
    });
    expect(data.files().map(({ name }) => name)).toEqual(['README.md']);
  });

  it('leaves out pairs below the margin, and an arm without a winner', async () => {
    const data = gather([await runOf(TEXTS), await runOf([])], { margin: 7.5 });
    expect(leftOut(data)).toEqual({
      winners: { 'no-winner': 1 },
      preferences: { 'no-rejected': 1, 'no-winner': 1 },
      'improving-pairs': { 'small-gain': 1 },
    });
    expect(rowsOf(data, 'winners-train.jsonl')).toHaveLength(1);
  });

  it('has no row twice, and only those of the strategies asked for', async () => {
    const both = [PRS, makeArm('prand', 4, [4])];
    const run = await runOf([...TEXTS, 'x', 'y z'], both);
    const data = gather([run, run], { arms: ['prs'] });
    expect(leftOut(data)).toEqual({
      winners: { repeated: 1 },
      preferences: { repeated: 1 },
      'improving-pairs': { repeated: 1 },
    });
    expect(data.rows).toBe(3);
  });

  it('has a card with its files, counts, models, scorers and what to keep in mind', async () => {
    const named = await runOf(TEXTS);
    const policy = { ...named.run.policy, name: 'Evil | name\n# Heading <b>' };
    const data = gather([{ ...named, run: { ...named.run, policy } }]);
    const [card = ''] = data.files().find(({ name }) => name === 'README.md')?.pieces ?? [];
    expect(card).toMatch(/^---\nconfigs:\n {2}- config_name: winners\n/);
    expect(card).toContain('        path: preferences-train.jsonl\n');
    expect(card).not.toContain('-test.jsonl');
    expect(card).toContain('| `improving-pairs` | 1 | 0 |');
    expect(card).toContain('| PRS 2/2 | 1 | 1 | 1 |');
    expect(card).toContain('| 1 | Evil name # Heading b | Fake |');
    expect(card).toContain('The scorer that chose (Fake) is a proxy');
  });
});

describe('of any runs', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
  const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
  const run = fc.record({
    texts: fc.array(text, { maxLength: 12 }),
    prompt: fc.constantFrom('One?', ' one? ', 'Two?', 'Three?', 'Four?'),
    preference: fc.constantFrom('', 'Short.', 'Long.'),
    seed: fc.nat(9),
  });
  const sampling = { ...fakePlan([PRS]).sampling, maxTokens: 4 };
  const arms = [PRS, makeArm('prand', 4, [4]), makeArm('prs-feedback-each', 4, [1, 3])];

  it('are of prompts in both halves', () => {
    const halves = ['One?', 'Two?', 'Three?', 'Four?'].map((prompt) => halfOfPrompt(prompt, 0.5));
    expect(new Set(halves)).toEqual(new Set(['train', 'test']));
  });

  it('chosen lies above rejected, texts are whole, prompts are in one half, and the same runs give the same files', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(run, { maxLength: 4 }), fc.nat(20), async (runs, margin) => {
        const trees = await Promise.all(
          runs.map(({ texts, ...changes }) => runOf(texts, arms, { ...changes, sampling })),
        );
        const data = gather(trees, { margin, testShare: 0.5 });
        const halves = ['train', 'test'].map((half) =>
          ['winners', 'preferences', 'improving-pairs'].flatMap((kind) =>
            rowsOf(data, `${kind}-${half}.jsonl`),
          ),
        );
        for (const row of halves.flat()) {
          const { chosen, rejected, completion } = row;
          const [better, worse] = [chosen ?? completion, rejected].map(
            (list) => list?.[0]?.content.trim() ?? null,
          );
          if (better !== null && worse !== null && better !== undefined && worse !== undefined) {
            expect(better.length).toBeGreaterThan(worse.length);
            expect(better.length - worse.length).toBeGreaterThanOrEqual(margin);
          }
          const written = [chosen, rejected, completion, row.messages?.slice(1)].flatMap(
            (list) => list?.map(({ content }) => content.trim()) ?? [],
          );
          for (const each of written) {
            expect(each).not.toBe('');
            expect(each.split(' ').length).toBeLessThan(sampling.maxTokens);
          }
        }
        const askedIn = halves.map((rows) => {
          const first = rows.map(
            ({ messages, prompt }) => (messages ?? prompt)?.[0]?.content ?? '',
          );
          return new Set(first.map((asked) => asked.trim().split('?')[0]?.toLowerCase()));
        });
        const [train, test] = askedIn;
        expect([...(train ?? [])].filter((asked) => test?.has(asked))).toEqual([]);
        const lines = halves.flat().map((row) => JSON.stringify({ ...row, arm: '', run: '' }));
        expect(new Set(lines).size).toBe(lines.length);
        expect(gather(trees, { margin, testShare: 0.5 }).files()).toEqual(data.files());
      }),
      { numRuns: 40 },
    );
  });
});

describe('the half of a prompt', () => {
  it('is the same for the same words, and holds out about the share asked for', () => {
    expect(halfOfPrompt('  Why is\nthe sky BLUE? ', 0.5)).toBe(
      halfOfPrompt('why is the sky blue?', 0.5),
    );
    const prompts = Array.from({ length: 2000 }, (_, place) => `Prompt ${String(place)}?`);
    for (const share of [0, 0.1, 0.5, 1]) {
      const test = prompts.filter((prompt) => halfOfPrompt(prompt, share) === 'test').length;
      expect(Math.abs(test / prompts.length - share)).toBeLessThan(0.03);
    }
  });

  it('keeps what is held out held out where a greater share is', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0, max: 0.5, noNaN: true }), (prompt, share) => {
        if (halfOfPrompt(prompt, share) === 'test') {
          expect(halfOfPrompt(prompt, share + 0.3)).toBe('test');
        }
      }),
    );
  });
});
