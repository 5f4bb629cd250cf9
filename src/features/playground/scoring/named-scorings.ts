import {
  AT_ONCE_SCORING,
  ownScoring,
  OWN_SCORING,
  plantTree,
  readByScoring,
  readVotes,
  scoreAtOnce,
  type SamplingTree,
  type Scoring,
} from '../../../core/index.ts';
import { MOVING_SCORERS, scorersAtOnce, type SettingValues } from '../../../rewards/index.ts';

/** A scoring that can be read on the page: the run's own scorer's, another's that was asked, people's votes, or one that needs no asking. */
export interface NamedScoring extends Scoring {
  readonly name: string;
  /** Whether the page works it out while it is looked at: nothing of it is kept with the run. */
  readonly atOnce: boolean;
  /** Whether it follows what is being set. */
  readonly moves?: boolean;
}

/**
 * Every scoring that a run has now, with its name, its own first.
 *
 * @param atOnce the run's `scoringsAtOnce`: scorings and votes that come in leave them as they are.
 */
export function namedScorings(
  tree: SamplingTree,
  atOnce: readonly NamedScoring[],
): readonly NamedScoring[] {
  const own = ownScoring(tree);
  const votes = readVotes(tree);
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
export function scoringsAtOnce(
  run: SamplingTree['run'],
  arms: SamplingTree['arms'],
  values: SettingValues,
): readonly NamedScoring[] {
  const { seed, conditionedOn } = run.plan;
  const vocabularyTokens = run.policy.vocabularyTokens ?? null;
  const bare = { ...plantTree(run), arms };
  return scorersAtOnce({ values, seed, vocabularyTokens }).flatMap(({ rewardModel, moves }) => {
    const header = { id: `${AT_ONCE_SCORING}${rewardModel.description.id}`, conditionedOn };
    const scoring = scoreAtOnce(bare, header, rewardModel);
    const { name } = rewardModel.description;
    const shown = moves ? `${name}, weights as set now` : name;
    return scoring === null ? [] : [{ ...named(scoring, shown, true), moves }];
  });
}

function named(scoring: Scoring, name: string, atOnce: boolean): NamedScoring {
  return { ...scoring, name, atOnce };
}

/** The scoring of a scorer whose settings were moved; null where none of them was. */
export function movedScoring(before: SettingValues, after: SettingValues): string | null {
  const moved = MOVING_SCORERS.find(({ fields = [] }) =>
    fields.some(({ setting: { id } }) => before[id] !== after[id]),
  );
  return moved === undefined ? null : `${AT_ONCE_SCORING}${moved.id}`;
}

/** What is set of the scorers that follow it, as text: the same for the same settings. */
export function movingSettings(values: SettingValues): string {
  const fields = MOVING_SCORERS.flatMap((scorer) => scorer.fields ?? []);
  return JSON.stringify(fields.map(({ setting: { id } }) => values[id] ?? null));
}

function keptName({ rewardModel, conditionedOn }: Scoring, before: readonly Scoring[]): string {
  const against = conditionedOn === 'prompt' ? ', x alone' : '';
  const same = before.filter((each) => each.rewardModel.id === rewardModel.id).length;
  return `${rewardModel.name}${against}${same === 0 ? '' : ` (${String(same + 1)})`}`;
}

function votesName(count: number): string {
  return count === 1 ? 'Votes (1)' : `Votes (${String(count)})`;
}

/** The run as a scoring has it, its own as it was sampled. */
export function treeBy(tree: SamplingTree, scoring: Scoring): SamplingTree {
  return scoring.id === OWN_SCORING ? tree : readByScoring(tree, scoring);
}
