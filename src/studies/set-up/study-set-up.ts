import { ARM_TRAITS, type Arm, type ArmKind } from '../../core/index.ts';
import type { SharedPlan, Study, StudyPrompt } from '../study.ts';
import { armsOfStudy, readSplits } from './arms-of-study.ts';

/** What a person decides of a study, beside what counts for every run of the page. */
export interface StudySetUp {
  readonly name: string;
  /** From wherever they came: typed, a file, a set. */
  readonly prompts: readonly StudyPrompt[];
  readonly arms: readonly ArmKind[];
  /** N */
  readonly budget: number;
  /** As it is written: "4/4, 2/6". */
  readonly splits: string;
  /** How many. */
  readonly seeds: number;
  /** In [0, 2^31); the others follow it. */
  readonly firstSeed: number;
}

/** What every run is sampled with, as the playground has it set. */
export type StudySampling = Omit<SharedPlan, 'arms' | 'budget'>;

/** A study keeps a small row for each run in the browser, and a list of so many still opens at once. */
const MOST_RUNS = 10_000;

/** Arms that one run is planned with at most. */
const MOST_ARMS = 8;

/** Characters of a study's name at most: longer ones can't be read again. */
const LONGEST_NAME = 1_000;

/** Characters of a prompt or preference at most, as on the playground. */
const LONGEST_TEXT = 100_000;

/**
 * Why the set-up can't be sampled yet, each a sentence that says what to do; empty where it can.
 *
 * @param howToAsk what to do where there are no prompts, a sentence
 */
export function studyProblems(
  setUp: StudySetUp,
  howToAsk = 'Write a prompt at least: what should be answered?',
): readonly string[] {
  const { name, prompts, seeds } = setUp;
  const runs = prompts.length * seeds;
  return [
    ...(name.trim() === '' ? ['Give the study a name, by which you find it again.'] : []),
    ...(name.trim().length > LONGEST_NAME
      ? ['Shorten the name of the study: 1,000 characters at most.']
      : []),
    ...(prompts.length === 0 ? [howToAsk] : []),
    ...prompts.filter(isTooLong).map(({ id }) => `Shorten “${id}”: 100,000 characters at most.`),
    ...armProblems(setUp),
    ...(runs > MOST_RUNS
      ? [`That are ${String(runs)} runs: take fewer prompts or seeds, 10,000 runs at most.`]
      : []),
  ];
}

function isTooLong({ prompt, preference }: StudyPrompt): boolean {
  return Math.max(prompt.length, preference.length) > LONGEST_TEXT;
}

function armProblems(setUp: StudySetUp): readonly string[] {
  if (setUp.arms.length === 0) return ['Choose an arm at least.'];
  const { splits, problems } = readSplits(setUp.splits, setUp.budget);
  if (!hasSplits(setUp.arms)) return [];
  if (problems.length > 0) return problems;
  if (splits.length === 0) return ['Write a split for the arms that have one, such as 4/4.'];
  const arms = armsOf(setUp).length;
  return arms > MOST_ARMS
    ? [`That are ${String(arms)} arms: take fewer, or fewer splits, 8 arms at most.`]
    : [];
}

/** Whether a split is to be said for any of these. */
export function hasSplits(arms: readonly ArmKind[]): boolean {
  return arms.some((kind) => ARM_TRAITS[kind].split === 'free');
}

/** The study that is set up, where it has no problems. */
export function studyOf(setUp: StudySetUp, sampling: StudySampling): Study {
  const { name, prompts, seeds, firstSeed, budget } = setUp;
  return {
    name: name.trim(),
    prompts,
    seeds: Array.from({ length: seeds }, (_, place) => (firstSeed + place) % SEEDS),
    shared: { ...sampling, budget, arms: armsOf(setUp) },
  };
}

/** Seeds are integers in [0, 2^31). */
const SEEDS = 2 ** 31;

function armsOf({ arms, budget, splits }: StudySetUp): readonly Arm[] {
  return armsOfStudy(arms, budget, readSplits(splits, budget).splits);
}
