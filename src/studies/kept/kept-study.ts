import * as z from 'zod/mini';
import type { RewardModelDescription, RunPlan } from '../../core/index.ts';
import { checkSameScorer, type KeptPace, type ScorerValues } from '../../runs/index.ts';
import { sharedPlanOf, type Study } from '../study.ts';

/** A study as the browser keeps it: its definition, and what was found out while it was sampled. Its runs are kept apart. */
export interface KeptStudy {
  /** What the ids of its runs begin with, so that each is found again. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly study: Study;
  /** The model that was chosen for it; `offerId` is null where the person named an address or a file. */
  readonly model: { readonly offerId: string | null; readonly name: string };
  readonly scorer: { readonly id: string; readonly values: ScorerValues };
  /** What wrote and scored its first run, which the others are written and scored by too; null before that. */
  readonly madeBy: StudyMakers | null;
  /** Seconds that it was guessed to take here before it was begun; null where nothing was measured by then. */
  readonly guessedSeconds: number | null;
  /** What its sampling has taken so far, without the time in which it stood still. */
  readonly spent: StudySpent;
  /** On how many responses the scorer failed, by the ids of finished runs; none is 0. */
  readonly unscored: Readonly<Record<string, number>>;
}

export interface StudyMakers {
  readonly policy: { readonly id: string; readonly name: string };
  readonly rewardModel: RewardModelDescription;
}

export interface StudySpent {
  readonly seconds: number;
  /** Drafts, feedback and refinements. */
  readonly texts: number;
  /** Written. */
  readonly tokens: number;
}

export const NOTHING_SPENT: StudySpent = { seconds: 0, texts: 0, tokens: 0 };

/** @throws Error with a sentence where a study would get a second model or scorer */
export function checkMakers(before: StudyMakers, now: StudyMakers): void {
  if (before.policy.id !== now.policy.id) {
    throw new Error(
      `This study is written by ${before.policy.name}: choose that model to go on with it.`,
    );
  }
  checkSameScorer(before.rewardModel, now.rewardModel);
}

/** What a study measured of this machine; null for one of which nothing was sampled here. */
export function paceOfStudy({ madeBy, spent }: KeptStudy): KeptPace | null {
  if (madeBy === null || spent.texts === 0 || spent.seconds <= 0) return null;
  return {
    policyId: madeBy.policy.id,
    scorerId: madeBy.rewardModel.id,
    secondsForText: spent.seconds / spent.texts,
  };
}

/** Readers of what others know the form of. Each throws where a value isn't one. */
export interface StudyReaders {
  readonly plan: (value: unknown) => RunPlan;
  readonly scorerValues: (value: unknown) => ScorerValues;
}

/**
 * Reads a study that this or another page of the browser has kept.
 *
 * @throws Error where it can't be read
 */
export function readKeptStudy(value: unknown, readers: StudyReaders): KeptStudy {
  const { study, scorer, ...kept } = keptShape.parse(value);
  const [first] = study.prompts;
  const { prompt, preference } = first;
  const plan = readers.plan({ ...study.shared, prompt, preference, seed: study.seeds[0] });
  return {
    ...kept,
    study: { ...study, shared: sharedPlanOf(plan) },
    scorer: { id: scorer.id, values: readers.scorerValues(scorer.values) },
  };
}

const count = z.number().check(z.minimum(0));
const name = z.string().check(z.maxLength(1_000));
const promptShape = z.object({ id: z.string(), prompt: z.string(), preference: z.string() });

const keptShape = z.object({
  id: z.string().check(z.regex(/^[\w-]{1,60}$/)),
  createdAt: count,
  study: z.object({
    name,
    prompts: z.tuple([promptShape], promptShape),
    seeds: z.tuple([z.int()], z.int()),
    shared: z.looseObject({}),
    everySplit: z.exactOptional(z.literal(true)),
  }),
  model: z.object({ offerId: z.nullable(name), name }),
  scorer: z.object({ id: name, values: z.unknown() }),
  madeBy: z.nullable(
    z.object({
      policy: z.object({ id: name, name }),
      rewardModel: z.object({
        id: name,
        name,
        version: z.number(),
        summary: z.string(),
        settings: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
      }),
    }),
  ),
  guessedSeconds: z.nullable(count),
  spent: z.object({ seconds: count, texts: count, tokens: count }),
  // Studies of earlier pages lack it.
  unscored: z.catch(z.record(z.string(), count), {}),
});
