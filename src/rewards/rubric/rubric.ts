import type {
  Conditioning,
  Reward,
  RewardContribution,
  RewardModel,
  RewardModelDescription,
  RewardRequest,
} from '../../core/index.ts';
import { modelAtOnce } from '../score-at-once.ts';
import { chooseChecks, type ChosenCheck } from './active-checks.ts';
import { RUBRIC_ID, type Measurement, type Subject } from './check.ts';
import {
  AS_READ,
  correctionToKeep,
  type ReadingCorrection,
} from './preference/reading-correction.ts';
import type { Demand } from './preference/what-is-asked.ts';
import { readText } from './text/text-reading.ts';
import { rememberLast } from './remember-last.ts';
import { traitChecks } from './trait-checks.ts';
import { completeWeights, type RubricWeights } from './weights.ts';

/** 8: vague words only suggest, bounds and complaints are no refusals, what is included is read beside what a cue reads. */
const RUBRIC_VERSION = 8;

const chosenChecks = rememberLast((text: string, on: Conditioning, correction: ReadingCorrection) =>
  chooseChecks(text, on, correction),
);
const promptReading = rememberLast((text: string) => readText(text));

/**
 * A transparent reward model: the reward is the sum over its checks of weight × score, each score within 0 and 1
 * (penalties within -1 and 0), halved where the preference only suggests a check. With the default weights the four
 * checks of the prompt reach 2 together, 1.5 beside a preference that is understood, since "answers the prompt" and
 * "substance" then count half, and 1.25 where it asks for a length, which leaves substance out. Each demand of the
 * preference adds up to 1 (lengths 1.5, keywords 2); penalties take at most 2.5. Rewards compare between responses to one prompt, preference and conditioning, not beyond.
 *
 * It measures English surface features: not truth, and not whether an answer is good.
 *
 * @param weights by check id; what is left out keeps its default
 * @param correction of how the preference was read
 * @throws RangeError where a weight is not a finite number
 */
export function createRubric(
  weights: RubricWeights = {},
  correction: ReadingCorrection = AS_READ,
): RewardModel {
  const complete = completeWeights(weights);
  const description: RewardModelDescription = {
    id: RUBRIC_ID,
    name: 'Rubric',
    version: RUBRIC_VERSION,
    summary:
      'Adds up checks of the text’s surface, chosen from the preference: length, layout, register, given words and the like. It reads English and does not know whether an answer is true or good.',
    settings: { ...complete, ...correctionToKeep(correction) },
  };
  return modelAtOnce(description, (request) => scoreResponse(request, complete, correction));
}

/** Scores one response at once: what the reward model promises, for a page that re-weighs while a slider moves. */
export function scoreResponse(
  request: RewardRequest,
  weights: RubricWeights,
  correction: ReadingCorrection = AS_READ,
): Reward {
  const withPreference = request.conditionedOn === 'prompt-and-preference';
  const subject: Subject = {
    response: readText(request.response),
    prompt: promptReading(request.prompt),
    preference: withPreference ? readText(request.preference) : undefined,
  };
  const breakdown = chosenChecks(request.preference, request.conditionedOn, correction).map(
    (chosen) => contribute(chosen, subject, weights),
  );
  const value = breakdown.reduce((sum, contribution) => sum + contribution.value, 0);
  return { value, breakdown, conditionedOn: request.conditionedOn };
}

function contribute(
  chosen: ChosenCheck,
  subject: Subject,
  weights: RubricWeights,
): RewardContribution {
  const { check, strength } = chosen;
  const { score, measured } = measureWhereItCan(chosen, subject);
  const weight = weights[check.id] ?? check.defaultWeight;
  // Adding 0 turns a negative zero into a plain one.
  return { id: check.id, label: check.label, value: weight * strength * score + 0, measured };
}

/** An empty response and one in another language earn nothing, rather than full marks for what they lack. */
function measureWhereItCan({ check, demand, measure }: ChosenCheck, subject: Subject): Measurement {
  const { words, language, text } = subject.response;
  if (text.trim() === '') return { score: 0, measured: 'The response is empty: counts 0' };
  if (words.length === 0 && !(demand && canBeWordless(demand))) {
    return { score: 0, measured: 'The response has no words: counts 0' };
  }
  if (check.englishOnly && language !== 'english') {
    return {
      score: 0,
      measured: 'The response doesn’t look like English: not measured, counts 0',
    };
  }
  return measure(subject);
}

/** Emoji, code, and what is counted in characters. */
const canBeWordless = (demand: Demand): boolean =>
  demand.kind === 'trait'
    ? demand.wanted && traitChecks[demand.check].wordless === true
    : demand.check === 'character-count';
