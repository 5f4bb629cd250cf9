import { late, readVotes, type Reward, type RewardRequest } from '../../core/index.ts';
import { fakeRewardModel } from '../../core/testing/fake-run.ts';
import type { Scorers, ScorerSettings } from '../injected-scorers.ts';

/** What a scorer was made for, under which id and with which settings. */
export interface Made extends ScorerSettings {
  readonly made: 'run' | 'scoring';
  readonly id: string;
}

/**
 * Scorers that tell what was made of them: `embedded-best` and `any-best` are suggested, `judge` asks a policy, `length` and
 * `random` score at once, and `length` follows the value `weight`. What a run keeps tells the value `kept`.
 */
export function fakeScorers(): Scorers & { readonly made: Made[] } {
  const made: Made[] = [];
  const scorer = fakeRewardModel(({ response }) => response.length);
  const scoreAtOnce = ({ response, conditionedOn }: RewardRequest): Reward => {
    const { length: value } = response;
    const breakdown = [{ id: 'length', label: 'Length', value, measured: '' }];
    return { value, breakdown, conditionedOn };
  };
  const named = (id: string) => ({ ...scorer, description: { ...scorer.description, id } });
  return {
    made,
    forRun: (id, settings) => {
      made.push({ made: 'run', id, ...settings });
      return () => named(id);
    },
    forScoring: (id, settings) => {
      made.push({ made: 'scoring', id, ...settings });
      return () => named(id);
    },
    suggested: (embedded) => (embedded ? 'embedded-best' : 'any-best'),
    asksPolicy: (id) => id === 'judge',
    settingsKept: ({ settings }, current) => ({
      ...current,
      values: { ...current.values, kept: settings.kept },
    }),
    atOnce: () =>
      ['length', 'random'].map((id) => ({
        rewardModel: { ...named(id), scoreAtOnce },
        moves: id === 'length',
      })),
    moved: (before, after) => (before.weight === after.weight ? null : 'length'),
    votesOf: readVotes,
    code: late('Nothing', () => Promise.resolve(true)),
  };
}
