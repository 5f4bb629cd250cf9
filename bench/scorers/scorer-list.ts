import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import type { Conditioning, PairwiseJudge, Policy, RewardModel } from '../../src/core/index.ts';
import {
  SCORERS as SCORERS_OF_PAGE,
  type PairwiseScorer,
  type PointwiseScorer,
  type ScorerEngines,
  type ScorerModule,
  type ScorerSettings,
} from '../../src/rewards/index.ts';

/** A scorer that a command can run, without a person. */
export type CommandScorer = ScorerModule;

/** The seed of a scorer that has one: any does. */
const SEED = 1;

/** The order in which scorers are measured, those that need no model first. */
const ORDER_BY_READS = ['texts', 'tokens', 'policy'];

/** All scorers that can be measured without a person. */
export const SCORERS: readonly CommandScorer[] = SCORERS_OF_PAGE.filter(
  ({ pageOnly }) => pageOnly === undefined,
).toSorted((first, second) => placeOf(first) - placeOf(second));

function placeOf({ reads, comparesPairs }: CommandScorer): number {
  return ORDER_BY_READS.indexOf(reads) + (comparesPairs ? ORDER_BY_READS.length : 0);
}

/** What people may ask a command for that is no scorer, and why there is none. */
const NO_SCORERS: ReadonlyMap<string, string> = new Map([
  ['votes', 'Votes are cast by people, in the page: there is nobody to ask here.'],
]);

/** What a scorer reads with here; a policy where it reads with one. */
export interface MakingParts {
  readonly policy?: Policy;
  /** Tokens that the policy chooses among whose tokens are read; absent where it tells that itself. */
  readonly vocabularyTokens?: number;
}

/** A scorer with its default settings. */
export function makeScorer(scorer: PointwiseScorer, parts: MakingParts): Promise<RewardModel>;
export function makeScorer(scorer: PairwiseScorer, parts: MakingParts): Promise<PairwiseJudge>;
export function makeScorer(
  scorer: ScorerModule,
  parts: MakingParts,
): Promise<RewardModel | PairwiseJudge>;
export function makeScorer(
  scorer: ScorerModule,
  { policy, ...told }: MakingParts,
): Promise<RewardModel | PairwiseJudge> {
  const settings: ScorerSettings = { values: {}, seed: SEED, ...told };
  const engines: ScorerEngines = {
    policy: () =>
      policy === undefined
        ? Promise.reject(new Error(`${scorer.id} asked for a model that it doesn’t read with.`))
        : Promise.resolve(policy),
    rewardModel: () => Promise.reject(new PlainError(scorer.pageOnly ?? '')),
  };
  return scorer.make(settings, engines);
}

/** @throws PlainError, with the names that there are, where the name is none */
export function scorerNamed(name: string): CommandScorer {
  const called = ({ id, alsoCalled = [] }: ScorerModule): boolean =>
    id === name || alsoCalled.includes(name);
  const found = SCORERS.find(called);
  if (found !== undefined) return found;
  const reason = SCORERS_OF_PAGE.find(called)?.pageOnly ?? NO_SCORERS.get(name);
  if (reason !== undefined) throw new PlainError(reason);
  const names = SCORERS.map(({ id }) => id).join(', ');
  throw new PlainError(`There is no scorer “${name}”; there are: ${names}.`);
}

/** @param names null for all */
export function chooseScorers(names: readonly string[] | null): readonly CommandScorer[] {
  if (names === null) return SCORERS;
  const chosen = names.map(scorerNamed);
  return SCORERS.filter((scorer) => chosen.includes(scorer));
}

/** Whether a scorer has something to say of a set: one of preferences has nothing to say of a set without them. */
export function canMeasure(
  { needsPreference, notMeasured }: CommandScorer,
  { conditionedOn }: { readonly conditionedOn: Conditioning },
): boolean {
  if (notMeasured !== undefined) return false;
  return needsPreference !== true || conditionedOn === 'prompt-and-preference';
}
