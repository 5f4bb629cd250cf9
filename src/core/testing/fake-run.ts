import type { Arm, ArmKind } from '../plan/arms.ts';
import { makeArm } from '../plan/make-arm.ts';
import { CHAT_PROMPTS } from '../plan/prompt-templates.ts';
import type { RunHeader, RunPlan } from '../plan/run-plan.ts';
import {
  DEFAULT_SAMPLING,
  type GenerationChunk,
  type GenerationRequest,
  type Policy,
  type SampledToken,
  type ScoredText,
  type ScoreTextRequest,
  type TextScorer,
} from '../policy.ts';
import type { Reward, RewardModel, RewardRequest } from '../reward.ts';
import type { Clock } from '../clock.ts';
import { sampleRun } from '../sampler/sample-run.ts';
import type { RunEvent } from '../tree/run-events.ts';
import { growTree, plantTree } from '../tree/grow-tree-from-events.ts';
import type { SamplingTree } from '../tree/sampling-tree.ts';

/** Answers a request for tests: a text, an error to throw, or chunks of its own. */
export type Answer = (request: GenerationRequest, call: number) => string | Error;

/** A policy that answers from a function and keeps what it was asked. */
export function fakePolicy(
  answer: Answer,
  parallelism = 1,
): Policy & TextScorer & { asked: GenerationRequest[] } {
  const asked: GenerationRequest[] = [];
  return {
    asked,
    description: {
      id: 'fake',
      name: 'Fake',
      engine: 'scripted',
      device: 'test',
      contextTokens: 1000,
      parallelism,
      ignoredSettings: [],
      logProbabilityOf: null,
    },
    async *generate(request, signal): AsyncGenerator<GenerationChunk> {
      asked.push(request);
      const text = answer(request, asked.length);
      signal.throwIfAborted();
      if (text instanceof Error) throw text;
      const words = text.split(' ').slice(0, request.sampling.maxTokens);
      for (const word of words) {
        await Promise.resolve();
        signal.throwIfAborted();
        yield {
          type: 'text-added',
          text: `${word} `,
          tokens: [{ text: word, logProbability: -1 }],
        };
      }
      const cutOff = words.length === request.sampling.maxTokens;
      const promptTokens = request.messages.length * 10;
      const usage = { promptTokens, cachedPromptTokens: 4, completionTokens: words.length };
      yield { type: 'generation-finished', finishReason: cutOff ? 'length' : 'stop', usage };
    },
    async scoreText({ messages, text }: ScoreTextRequest, signal): Promise<ScoredText> {
      await Promise.resolve();
      signal.throwIfAborted();
      const tokens: SampledToken[] = (text.match(/\s+|\S+\s*/g) ?? []).map((word) => ({
        text: word,
        logProbability: -1,
      }));
      const promptTokens = messages.length * 10;
      const usage = { promptTokens, cachedPromptTokens: 4, completionTokens: tokens.length };
      return { tokens, usage };
    },
  };
}

/** A reward model that scores by a function of the response. */
export function fakeRewardModel(score: (request: RewardRequest) => number): RewardModel {
  return {
    description: { id: 'fake', name: 'Fake', version: 1, summary: 'A test.', settings: {} },
    score(request): Promise<Reward> {
      const value = score(request);
      const breakdown = [{ id: 'fake', label: 'Fake', value, measured: '' }];
      return Promise.resolve({ value, breakdown, conditionedOn: request.conditionedOn });
    },
  };
}

/** A clock that moves on by one second with every look at it. */
export function tickingClock(): Clock {
  let now = 0;
  return { now: () => (now += 1000) };
}

export function fakePlan(arms: readonly Arm[], changes: Partial<RunPlan> = {}): RunPlan {
  return {
    prompt: 'Why is the sky blue?',
    preference: 'Be brief.',
    budget: arms[0]?.split.reduce((sum, part) => sum + part, 0) ?? 0,
    arms,
    sampling: DEFAULT_SAMPLING,
    feedbackMaxTokens: 50,
    seed: 42,
    conditionedOn: 'prompt-and-preference',
    scoreBothWays: false,
    prompts: CHAT_PROMPTS,
    ...changes,
  };
}

export function fakeHeader(plan: RunPlan): RunHeader {
  return {
    id: '00000000-0000-4000-8000-000000000000',
    name: 'Test',
    createdAt: 0,
    plan,
    policy: fakePolicy(() => '').description,
    rewardModel: fakeRewardModel(() => 0).description,
  };
}

/** A planted tree of one arm. */
export function plantOne(
  kind: ArmKind,
  split: readonly number[],
  changes: Partial<RunPlan> = {},
): SamplingTree {
  const budget = split.reduce((sum, part) => sum + part, 0);
  return plantTree(fakeHeader(fakePlan([makeArm(kind, budget, split)], changes)));
}

export interface Told {
  readonly events: readonly RunEvent[];
  readonly tree: SamplingTree;
}

/** Runs the sampler to its end, or until `stopAfter` events have been told. */
export async function runToEnd(
  planted: SamplingTree,
  policy: Policy,
  rewardModel: RewardModel,
  stopAfter = Number.POSITIVE_INFINITY,
): Promise<Told> {
  const controller = new AbortController();
  const dependencies = { policy, rewardModel, clock: tickingClock() };
  const events: RunEvent[] = [];
  let tree = planted;
  for await (const event of sampleRun(planted, dependencies, controller.signal)) {
    events.push(event);
    tree = growTree(tree, event);
    if (events.length >= stopAfter) controller.abort();
  }
  return { events, tree };
}
