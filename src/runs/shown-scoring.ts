import {
  AT_ONCE_SCORING,
  ownScoring,
  OWN_SCORING,
  plantTree,
  readByScoring,
  scoreAtOnce,
  type SamplingTree,
  type Scoring,
} from '../core/index.ts';
import { isBusy, type RunView } from './run-view.ts';
import type { Scorers, ScorerValues } from './injected-scorers.ts';

/** A scoring that a run can be read by on the page: its own scorer's, another's that was asked, people's votes, or one that needs no asking. */
export interface NamedScoring extends Scoring {
  readonly name: string;
  /** Whether the page works it out while it is looked at: nothing of it is kept with the run. */
  readonly atOnce: boolean;
  /** Whether it follows what is being set. */
  readonly moves?: boolean;
}

/** By whose rewards the run on screen is shown. */
export interface ShownScoring {
  /** The run on screen as that scoring has it; null where there is none. */
  readonly tree: SamplingTree | null;
  readonly scorings: readonly NamedScoring[];
  /** Null while there is no run to read, or it is still being sampled. */
  readonly scoring: NamedScoring | null;
}

/** A scoring that a person chose, and of which run. */
export interface ChosenScoring {
  readonly runId: string;
  readonly id: string;
}

/**
 * Tells by whose rewards a run is shown: its own scorer's until the person chooses another. What is worked out is worked out
 * anew only where it would be another.
 */
export function createShownScoring(
  scorers: Pick<Scorers, 'atOnce' | 'moved' | 'votesOf'>,
): (view: RunView, values: ScorerValues, chosen: ChosenScoring | null) => ShownScoring {
  type Run = SamplingTree['run'];
  type Arms = SamplingTree['arms'];
  // Whatever else is being written, such as a judge's words, leaves them as they are.
  const isSameSetting = (before: ScorerValues, after: ScorerValues): boolean =>
    scorers.moved(before, after) === null;
  const atOnceOf = remember(
    (run: Run, arms: Arms, values: ScorerValues) => scoringsAtOnce(scorers, run, arms, values),
    [Object.is, Object.is, isSameSetting],
  );
  const namedOf = remember(
    (tree: SamplingTree, atOnce: readonly NamedScoring[]) =>
      namedScorings(tree, scorers.votesOf(tree), atOnce),
    [Object.is, Object.is],
  );
  const treeOf = remember(treeBy, [Object.is, Object.is]);
  return (view, values, chosen) => {
    const { tree } = view;
    if (tree === null || isBusy(view)) return { tree, scorings: [], scoring: null };
    const scorings = namedOf(tree, atOnceOf(tree.run, tree.arms, values));
    const id = chosen?.runId === tree.run.id ? chosen.id : OWN_SCORING;
    const scoring = scorings.find((each) => each.id === id) ?? scorings[0] ?? null;
    return { tree: scoring === null ? tree : treeOf(tree, scoring), scorings, scoring };
  };
}

/**
 * Every scoring that a run has now, with its name, its own first.
 *
 * @param atOnce the run's `scoringsAtOnce`: scorings and votes that come in leave them as they are.
 */
function namedScorings(
  tree: SamplingTree,
  votes: Scoring | null,
  atOnce: readonly NamedScoring[],
): readonly NamedScoring[] {
  const own = ownScoring(tree);
  return [
    named(own, `${own.rewardModel.name}, as sampled`, false),
    ...tree.scorings.map((scoring, position) =>
      named(scoring, keptName(scoring, tree.scorings.slice(0, position)), false),
    ),
    ...(votes === null ? [] : [named(votes, votesName(tree.votes.length), false)]),
    ...atOnce,
  ];
}

/** The scorings of the scorers that need no asking: set as the run is, but for what is being set. */
function scoringsAtOnce(
  scorers: Pick<Scorers, 'atOnce'>,
  run: SamplingTree['run'],
  arms: SamplingTree['arms'],
  values: ScorerValues,
): readonly NamedScoring[] {
  const { seed, conditionedOn } = run.plan;
  const vocabularyTokens = run.policy.vocabularyTokens ?? null;
  const bare = { ...plantTree(run), arms };
  return scorers.atOnce({ values, seed, vocabularyTokens }).flatMap(({ rewardModel, moves }) => {
    const { id, name } = rewardModel.description;
    const scoring = scoreAtOnce(bare, { id: atOnceId(id), conditionedOn }, rewardModel);
    const shown = moves ? `${name}, weights as set now` : name;
    return scoring === null ? [] : [{ ...named(scoring, shown, true), moves }];
  });
}

/** The scoring of a scorer whose settings were moved; null where none of them was. */
export function movedScoring(
  scorers: Pick<Scorers, 'moved'>,
  before: ScorerValues,
  after: ScorerValues,
): string | null {
  const moved = scorers.moved(before, after);
  return moved === null ? null : atOnceId(moved);
}

/** The run as a scoring has it, its own as it was sampled. */
export function treeBy(tree: SamplingTree, scoring: Scoring): SamplingTree {
  return scoring.id === OWN_SCORING ? tree : readByScoring(tree, scoring);
}

function atOnceId(scorerId: string): string {
  return `${AT_ONCE_SCORING}${scorerId}`;
}

function named(scoring: Scoring, name: string, atOnce: boolean): NamedScoring {
  return { ...scoring, name, atOnce };
}

function keptName({ rewardModel, conditionedOn }: Scoring, before: readonly Scoring[]): string {
  const against = conditionedOn === 'prompt' ? ', x alone' : '';
  const same = before.filter((each) => each.rewardModel.id === rewardModel.id).length;
  return `${rewardModel.name}${against}${same === 0 ? '' : ` (${String(same + 1)})`}`;
}

function votesName(count: number): string {
  return count === 1 ? 'Votes (1)' : `Votes (${String(count)})`;
}

type Same<Values extends readonly unknown[]> = {
  readonly [Index in keyof Values]: (before: Values[Index], after: Values[Index]) => boolean;
};

/** The last result once more, where each argument is the same as before. */
function remember<Values extends readonly unknown[], Result>(
  compute: (...values: Values) => Result,
  same: Same<Values>,
): (...values: Values) => Result {
  let last: { readonly values: Values; readonly result: Result } | null = null;
  return (...values) => {
    const isSame = last?.values.every((value, index) => same[index]?.(value, values[index]));
    if (last === null || isSame !== true) last = { values, result: compute(...values) };
    return last.result;
  };
}
