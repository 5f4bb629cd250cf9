import { FLOORS } from './floors/floors-edition.ts';
import { EDITION } from './preference-information/information-edition.ts';
import {
  allLate,
  late,
  type Late,
  MISSING_ABILITIES,
  type PairwiseJudge,
  type Policy,
  type PolicyAbility,
  type RewardModel,
  type RewardModelDescription,
  type SamplingTree,
  type Scoring,
} from '../core/index.ts';
import { SCORERS, suggestedScorer } from './scorer-registry.ts';
import type {
  PointwiseScorer,
  ScorerEngines,
  ScorerModule,
  ScorerSettings,
} from './scorer-contract.ts';
import type { SettingField, SettingValues } from './scorer-settings.ts';

/** The scorers that can choose anchors while a run is sampled. */
export const POINTWISE_SCORERS: readonly PointwiseScorer[] = SCORERS.filter(choosesAnchors);

function choosesAnchors(scorer: ScorerModule): scorer is PointwiseScorer {
  return !scorer.comparesPairs && scorer.choosesAnchors !== false;
}

/** The scorer that made what a run kept under that id; null where this version has none such. */
export function findScorer(id: string): ScorerModule | null {
  return SCORERS.find((each) => each.id === id || each.made?.(id) === true) ?? null;
}

/** @throws Error where there is no scorer of that id. */
export function scorerById(id: string): ScorerModule {
  return findScorer(id) ?? pointwiseScorer(id);
}

/** @throws Error where there is no scorer of that id that can choose anchors. */
function pointwiseScorer(id: string): PointwiseScorer {
  const scorer = POINTWISE_SCORERS.find((each) => each.id === id);
  if (scorer === undefined) {
    throw new Error(`There is no scorer “${id}” in this version of the page: choose another one.`);
  }
  return scorer;
}

/** Scorers as they are offered, and in sentences why some can't be asked; empty where all can. */
export interface OfferedScorers {
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly disabled: boolean;
  }[];
  readonly missing: string;
}

/**
 * Offers scorers beside a model whose engine can't do everything: those that need it to are disabled.
 *
 * @param again whether a run that is sampled is to be scored: what reads the run's own tokens asks nothing of the engine
 */
export function offerScorers(
  scorers: readonly ScorerModule[],
  lacks: readonly PolicyAbility[],
  again = false,
): OfferedScorers {
  const needing = (ability: PolicyAbility): readonly ScorerModule[] =>
    scorers.filter(({ needs, reads }) => needs === ability && !(again && reads === 'tokens'));
  const ruledOut = lacks.flatMap(needing);
  const missing = lacks
    .filter((ability) => needing(ability).length > 0)
    .map((ability) => {
      const names = needing(ability).map(({ name }) => name);
      return `${MISSING_ABILITIES[ability]} That rules out: ${names.join(', ')}.`;
    });
  const options = scorers.map((scorer) => {
    const { id: value, name: label } = scorer;
    return { value, label, disabled: ruledOut.includes(scorer) };
  });
  return { options, missing: missing.join(' ') };
}

/** The settings that a kept description tells of its scorer; what it doesn't tell stays as in `current`. */
export function settingsOf(
  description: RewardModelDescription,
  current: ScorerSettings,
): ScorerSettings {
  const kept = findScorer(description.id)?.settingsKept?.(description) ?? {};
  return { ...current, ...kept, values: { ...current.values, ...kept.values } };
}

/** The editions that a kept description tells of: what is scored by them compares with it, where today's might not. */
export function editionsKept(description: RewardModelDescription): SettingValues {
  const { values = {} } = findScorer(description.id)?.settingsKept?.(description) ?? {};
  const editions = [EDITION.id, FLOORS.id];
  return Object.fromEntries(Object.entries(values).filter(([id]) => editions.includes(id)));
}

type AskForPolicy = ScorerEngines['policy'];

/** The scorers of the list for those who start runs and read them again; each asks for the policy only where it reads with one. */
export interface ScorerFactory {
  /** One that chooses anchors. Rejects with a sentence where this version has none of that id. */
  forRun(
    id: string,
    settings: ScorerSettings,
  ): (policy: () => Promise<Policy>) => Promise<RewardModel>;
  /** Any, for a run that is sampled; `id` may be that of what a run kept. Rejects as above. */
  forScoring(
    id: string,
    settings: ScorerSettings,
  ): (policy: () => Promise<Policy>) => Promise<RewardModel | PairwiseJudge>;
  suggested(embedded: boolean, lacks: readonly PolicyAbility[]): string;
  /** Whether it reads with a language model, which has to be loaded. */
  asksPolicy(id: string): boolean;
  settingsKept(description: RewardModelDescription, current: ScorerSettings): ScorerSettings;
  atOnce(settings: ScorerSettings): readonly ScorerAtOnce[];
  moved(before: SettingValues, after: SettingValues): string | null;
  /** What the votes on a run amount to; null before the first. */
  votesOf(tree: SamplingTree): Scoring | null;
  /** What the scorers are made with, where it isn't here with the rest; nothing is read at once before it is there. */
  readonly code: Late<unknown>;
}

const VOTES_CODE = late(
  'What reads votes',
  () => import('../core/scoring/rewards-of-comparisons-and-votes.ts'),
);

const SCORER_CODE = allLate('The code of the scorers', [
  ...SCORERS.flatMap(({ code = [] }) => code),
  VOTES_CODE,
]);

/** @param engines the models that scorers read with, but for the policy, which comes with each call */
export function createScorerFactory(engines: Omit<ScorerEngines, 'policy'>): ScorerFactory {
  return {
    forRun: (id, settings) => async (policy: AskForPolicy) =>
      pointwiseScorer(id).make(settings, { ...engines, policy }),
    forScoring: (id, settings) => async (policy: AskForPolicy) =>
      scorerById(id).make(settings, { ...engines, policy }),
    suggested: suggestedScorer,
    asksPolicy: (id) => findScorer(id)?.reads === 'policy',
    settingsKept: settingsOf,
    atOnce: scorersAtOnce,
    moved: movedScorer,
    votesOf: (tree) => VOTES_CODE.now()?.readVotes(tree) ?? null,
    code: SCORER_CODE,
  };
}

/** A scorer that reads a whole run at once, while its settings move. */
export interface ScorerAtOnce {
  readonly rewardModel: RewardModel;
  /** Whether it has settings that can be moved. */
  readonly moves: boolean;
}

/** The scorers that read a whole run at once, those that read the texts alone first. */
function scorersAtOnce(settings: ScorerSettings): readonly ScorerAtOnce[] {
  if (SCORER_CODE.now() === null) return [];
  const byWhatTheyRead = POINTWISE_SCORERS.toSorted(
    (first, second) => Number(first.reads !== 'texts') - Number(second.reads !== 'texts'),
  );
  return byWhatTheyRead.flatMap(({ makeAtOnce, fields = [] }) => {
    const rewardModel = makeAtOnce?.(settings) ?? null;
    return rewardModel === null ? [] : [{ rewardModel, moves: fields.length > 0 }];
  });
}

/** The scorers by which a finished run is read anew while their settings move, and what is set of them. */
export const MOVING_SCORERS: readonly PointwiseScorer[] = POINTWISE_SCORERS.filter(
  ({ makeAtOnce, fields = [] }) => makeAtOnce !== undefined && fields.length > 0,
);

/** The scorer of those of which something else is set now; null where there is none. */
function movedScorer(before: SettingValues, after: SettingValues): string | null {
  const moved = MOVING_SCORERS.find(({ fields = [] }) =>
    fields.some(({ setting: { id } }) => before[id] !== after[id]),
  );
  return moved?.id ?? null;
}

/** What a person sets of a scorer that isn't moved while a run is read. */
export function askedFields(scorer: ScorerModule): readonly SettingField[] {
  return MOVING_SCORERS.some(({ id }) => id === scorer.id) ? [] : (scorer.fields ?? []);
}

/**
 * The values that are a person's to set, of a form that was kept by this or an earlier version of the page; what is none is
 * left out, and counts as usual.
 *
 * @param kept by setting; the path to it in an object is its id too
 */
export function readSettingValues(kept: unknown): SettingValues {
  const settings = SCORERS.flatMap(({ fields = [] }) => fields.map(({ setting }) => setting));
  return Object.fromEntries(
    settings.flatMap(({ id, schema }) => {
      const { success, data } = schema.safeParse(lookUp(kept, id));
      return success ? [[id, data]] : [];
    }),
  );
}

/** The values without places that texts are sent to: links tell none, and none is taken of one. */
export function withoutPlaces(values: SettingValues): SettingValues {
  const places = SCORERS.flatMap(({ fields = [] }) =>
    fields.flatMap((field) =>
      field.shownAs === 'text' && field.isPlace === true ? [field.setting.id] : [],
    ),
  );
  return Object.fromEntries(Object.entries(values).filter(([id]) => !places.includes(id)));
}

function lookUp(kept: unknown, id: string): unknown {
  const whole = partOf(kept, id);
  return whole ?? id.split('.').reduce(partOf, kept);
}

function partOf(whole: unknown, name: string): unknown {
  if (typeof whole !== 'object' || whole === null || !Object.hasOwn(whole, name)) return undefined;
  return new Map<string, unknown>(Object.entries(whole)).get(name);
}
