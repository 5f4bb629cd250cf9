import type { Conditioning } from '../../core/index.ts';
import type { CheckDescription, Measurement, Subject } from './check.ts';
import { keywordsChecks } from './checks/keyword-checks.ts';
import { languageCheck } from './checks/language-check.ts';
import { lengthChecks } from './checks/length-checks.ts';
import type { Demand, TraitDemand } from './preference/what-is-asked.ts';
import { correctReading } from './preference/correct-reading.ts';
import { readPreference } from './preference/read-preference.ts';
import { AS_READ, type ReadingCorrection } from './preference/reading-correction.ts';
import { promptChecks } from './checks/prompt-checks.ts';
import { traitChecks } from './trait-checks.ts';
import { completeWeights, type RubricWeights } from './weights.ts';

/** A check chosen for a request, with the demand that chose it. */
export interface ChosenCheck {
  readonly check: CheckDescription;
  /** Undefined for a check that needs no preference. */
  readonly demand: Demand | undefined;
  /** Multiplies the weight: 0.5 where the preference only suggests the demand, or a check of the prompt gives way to it. */
  readonly strength: number;
  readonly measure: (subject: Subject) => Measurement;
}

/**
 * A joke or an image names the matter in other words than the prompt, so these count half beside a preference: at full
 * weight they overruled what the preference asks.
 */
const GIVING_WAY: ReadonlySet<string> = new Set(['answers-prompt', 'substance']);

/** Checks of text in words, which an answer of emoji or code alone need not have. */
const OF_WORDS: ReadonlySet<string> = new Set([
  'answers-prompt',
  'substance',
  'sentence-completeness',
  'no-repetition',
]);

const NOTHING_ASKED = { demands: [], inEnglish: true };

/** The checks that a preference, as a person has corrected its reading, and a conditioning make active. */
export function chooseChecks(
  preference: string,
  conditionedOn: Conditioning,
  correction: ReadingCorrection = AS_READ,
): ChosenCheck[] {
  const { demands, inEnglish } =
    conditionedOn === 'prompt'
      ? NOTHING_ASKED
      : correctReading(readPreference(preference), preference, correction);
  const wordless = demands.some((demand) => demand.kind === 'trait' && demand.only === true);
  const lengthAsked = demands.some(({ kind }) => kind === 'length');
  const always = promptChecks
    // "More is more" would pull against the length that the preference asks for.
    .filter(({ id }) => !(lengthAsked && id === 'substance'))
    .filter(({ id }) => !(wordless && OF_WORDS.has(id)))
    .filter(({ englishOnly }) => inEnglish || !englishOnly)
    .map((check) => ({
      check,
      demand: undefined,
      strength: demands.length > 0 && GIVING_WAY.has(check.id) ? 0.5 : 1,
      measure: (subject: Subject) => check.measure(subject),
    }));
  return [...always, ...demands.map(chooseFor)];
}

function chooseFor(demand: Demand): ChosenCheck {
  const { strength } = demand;
  switch (demand.kind) {
    case 'length': {
      const check = lengthChecks[demand.check];
      return { check, demand, strength, measure: (subject) => check.measure(subject, demand) };
    }
    case 'keywords': {
      const check = keywordsChecks[demand.check];
      return { check, demand, strength, measure: (subject) => check.measure(subject, demand) };
    }
    case 'language': {
      const measure = ({ response }: Subject) => languageCheck.measure(response, demand);
      return { check: languageCheck, demand, strength, measure };
    }
    case 'trait':
      return {
        check: traitChecks[demand.check],
        demand,
        strength,
        measure: (subject) => measureTrait(demand, subject),
      };
  }
}

function measureTrait(demand: TraitDemand, subject: Subject): Measurement {
  const { presence, aloneness } = traitChecks[demand.check];
  const { share, found } = (demand.only && aloneness ? aloneness : presence)(subject);
  const asked = demand.sentence.charAt(0).toLowerCase() + demand.sentence.slice(1, -1);
  return {
    score: demand.wanted ? share : 1 - share,
    measured: `${found}; the preference ${asked}`,
  };
}

/** An active check, for the page to show beside its slider. */
export interface ActiveCheck {
  readonly id: string;
  readonly label: string;
  readonly explanation: string;
  /** The weight the person set, or the default. */
  readonly weight: number;
  /** Multiplies the weight: 0.5 where the preference only suggests this, or a check of the prompt gives way to it. */
  readonly strength: number;
  /** What the preference asks, as understood; undefined for a check that needs no preference. */
  readonly demand: string | undefined;
  /** Words of the preference that chose the check. */
  readonly because: readonly string[];
}

/**
 * The checks that a preference makes active, those of the prompt first.
 * @throws RangeError where a weight is not a finite number
 */
export function describeRubric(
  preference: string,
  weights: RubricWeights = {},
  conditionedOn: Conditioning = 'prompt-and-preference',
  correction: ReadingCorrection = AS_READ,
): ActiveCheck[] {
  const complete = completeWeights(weights);
  return chooseChecks(preference, conditionedOn, correction).map(({ check, demand, strength }) => ({
    id: check.id,
    label: check.label,
    explanation: check.explanation,
    weight: complete[check.id] ?? check.defaultWeight,
    strength,
    demand: demand?.sentence,
    because: demand?.because ?? [],
  }));
}
