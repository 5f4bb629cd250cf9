import { groupCopies } from '../../core/index.ts';
import type { ArmFacts, RunFacts } from './run-facts.ts';

/** The runs of one prompt that have every arm that was asked for. */
export interface PromptOfStudy {
  /** x */
  readonly prompt: string;
  /** At least one; no two with the same texts. */
  readonly runs: readonly RunOfPrompt[];
}

export interface RunOfPrompt {
  readonly preference: string;
  /** As they were asked for. */
  readonly arms: readonly ArmFacts[];
}

/** What a finding rests on. */
export interface ObservedPrompts {
  /** In an order that doesn't depend on that of the runs. */
  readonly prompts: readonly PromptOfStudy[];
  /** Runs that were left out since they repeat another word for word. */
  readonly copies: number;
  /** Runs that were left out since they lack an arm. */
  readonly lacking: number;
}

/**
 * Runs by their prompt x. Prompts are what one study draws of many: other seeds and other preferences of one prompt hang together,
 * so they are no further prompts. A run that was imported twice, or sampled again with its seed, brings the same texts and is no
 * further observation.
 *
 * @param labels of the arms that every run has to have
 */
export function observedPrompts(
  runs: readonly RunFacts[],
  labels: readonly string[],
): ObservedPrompts {
  const whole = runs.flatMap((run) => withArms(run, labels) ?? []);
  const byText = groupCopies(whole.toSorted(byKey), ({ key }) => key);
  const firsts = byText.map(([first]) => first);
  return {
    prompts: groupCopies(firsts, ({ prompt }) => prompt).map((its) => ({
      prompt: its[0].prompt,
      runs: its,
    })),
    copies: whole.length - byText.length,
    lacking: runs.length - whole.length,
  };
}

interface KeyedRun extends RunOfPrompt {
  readonly prompt: string;
  readonly runId: string;
  /** The same for copies of a run alone. */
  readonly key: string;
}

function withArms(
  { runId, prompt, preference, arms }: RunFacts,
  labels: readonly string[],
): KeyedRun | null {
  const asked = labels.flatMap((label) => arms.find((arm) => arm.label === label) ?? []);
  if (asked.length < labels.length) return null;
  const key = JSON.stringify([prompt.trim(), preference.trim(), asked.map(({ texts }) => texts)]);
  return { runId, prompt: prompt.trim(), preference: preference.trim(), arms: asked, key };
}

function byKey(one: KeyedRun, other: KeyedRun): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  return one.runId < other.runId ? -1 : 1;
}

/** By prompt: the mean over its runs of a figure of one arm. */
export function byPrompt(
  prompts: readonly PromptOfStudy[],
  place: number,
  figure: (arm: ArmFacts) => number,
): readonly number[] {
  return prompts.map(({ runs }) => {
    const figures = runs.flatMap(({ arms }) => {
      const arm = arms[place];
      return arm === undefined ? [] : [figure(arm)];
    });
    // In rising order: arms with the same figures in other runs have the very same mean, and tie.
    return figures.sort((one, other) => one - other).reduce(sumOf, 0) / figures.length;
  });
}

function sumOf(one: number, other: number): number {
  return one + other;
}
