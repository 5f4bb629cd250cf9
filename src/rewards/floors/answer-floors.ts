import {
  draftMessages,
  sumOfUsages,
  type RewardContribution,
  type RewardModel,
  type RewardRequest,
  type ScoringUsage,
} from '../../core/index.ts';
import { OPENING_TOKENS } from '../preference-information/information-edition.ts';
import {
  measureInformation,
  weighAlike,
  type Information,
} from '../preference-information/measure-information.ts';
import {
  readAfter,
  type InformationDependencies,
  type RememberingDependencies,
  type Term,
} from '../preference-information/read-information.ts';
import { rememberTerms } from '../preference-information/remember-terms.ts';
import { readText, type TextReading } from '../rubric/text/text-reading.ts';
import floors from './answer-floors.json' with { type: 'json' };
import { chatsWithoutPrompt, type FloorsEdition, LATEST_FLOORS } from './floors-edition.ts';
import { FLOORS_ID } from './floors-told.ts';
import { saysNothing } from './says-nothing.ts';
import { wordsTakenUp } from './words-taken-up.ts';

/** All that the floors are made of, as a kept description tells it. */
function settingsOf(edition: FloorsEdition): Readonly<Record<string, number>> {
  const { editions, ...aboutness } = floors.aboutness;
  const parts = {
    saysNothing: floors.saysNothing,
    coherence: floors.coherence,
    aboutness: { ...aboutness, ...editions[edition] },
  };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([floor, numbers]) =>
      Object.entries(numbers).map(([name, value]) => [`${floor}.${name}`, value] as const),
    ),
  );
}

/**
 * Takes from a reward where a response doesn't answer at all: it says nothing, its words hang together no better than
 * shuffled ones, or it is about something else than the prompt. 0 for every other response, so that among answers nothing
 * changes.
 *
 * What it reads of the model is mostly read already: how likely the opening is with the preference and without. How likely
 * it is without the prompt is read only where the response takes up hardly a word of the prompt.
 */
export function createAnswerFloors(
  { scorer, policy }: InformationDependencies,
  edition: FloorsEdition = LATEST_FLOORS,
): RewardModel {
  const remembering = { policy, scorer: rememberTerms(scorer) };
  return {
    description: {
      id: FLOORS_ID,
      name: 'Floors',
      version: edition,
      summary: `Takes from the reward of a response that says nothing, that ${policy.name} finds as unlikely as shuffled words, or that it finds hardly likelier after the prompt than ${WITHOUT_PROMPT[edition]}.`,
      settings: settingsOf(edition),
    },
    async score(request, signal) {
      const { breakdown, usage } = await measureFloors(request, edition, remembering, signal);
      const value = breakdown.reduce((sum, contribution) => sum + contribution.value, 0);
      return { value, breakdown, conditionedOn: request.conditionedOn, usage };
    },
  };
}

const WITHOUT_PROMPT: Readonly<Record<FloorsEdition, string>> = {
  1: 'out of nowhere',
  2: 'after the preference alone and out of nowhere',
};

interface MeasuredFloors {
  readonly breakdown: readonly RewardContribution[];
  readonly usage: ScoringUsage;
}

async function measureFloors(
  request: RewardRequest,
  edition: FloorsEdition,
  dependencies: RememberingDependencies,
  signal: AbortSignal,
): Promise<MeasuredFloors> {
  const response = readText(request.response);
  const nothing = floorOfNothing(response);
  if (nothing !== null) return { breakdown: [nothing], usage: sumOfUsages([]) };
  const chats = {
    first: draftMessages(request.prompt, request.preference),
    others: [],
    part: OPENING_TOKENS,
  };
  const read = await readAfter(request, chats, dependencies, signal);
  const coherence = floorOfCoherence(read.terms[0] ?? []);
  const takenUp = wordsTakenUp(readText(request.prompt), response);
  if (takenUp > floors.aboutness.mostTakenUp) {
    return { breakdown: [coherence], usage: read.usage };
  }
  const withoutPrompt = {
    ...chats,
    others: chatsWithoutPrompt(request.preference, edition),
    part: floors.aboutness.tokens,
  };
  const more = await readAfter(request, withoutPrompt, dependencies, signal);
  const [asked = [], ...unasked] = more.terms;
  const gains = unasked.map((term) => measureInformation(asked, term, weighAlike));
  const about = floorOfAboutness(gains, takenUp, edition);
  return { breakdown: [coherence, about], usage: sumOfUsages([read.usage, more.usage]) };
}

function floorOfNothing(response: TextReading): RewardContribution | null {
  if (!saysNothing(response)) return null;
  return {
    id: 'says-nothing',
    label: 'Says something',
    value: -floors.saysNothing.penalty,
    measured: 'Says nothing: each sentence would answer any question',
  };
}

interface Floor {
  /** In nats per token; below it the reward falls. */
  readonly floor: number;
  /** What a nat below it takes. */
  readonly perNat: number;
  /** All that it takes at most. */
  readonly most: number;
}

/** Adding 0 turns a negative zero into a plain one. */
const taken = (value: number, { floor, perNat, most }: Floor): number =>
  0 - Math.min(most, perNat * Math.max(0, floor - value)) + 0;

/** With a true minus sign, as all figures that people read. */
const inNats = (value: number, decimals: number): string =>
  value.toFixed(decimals).replace('-', '−');

/** A few tokens tell nothing: a right answer of one word may be an unlikely one. */
const FEWEST_TOKENS = 8;

function floorOfCoherence(term: Term): RewardContribution {
  const logs = term.flatMap(({ logProbability }) =>
    logProbability === null || !Number.isFinite(logProbability) ? [] : [logProbability],
  );
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const measured = `${inNats(mean, 2)} nats per token over the opening`;
  const told = logs.length >= FEWEST_TOKENS;
  return {
    id: 'hangs-together',
    label: 'Hangs together',
    value: told ? taken(mean, floors.coherence) : 0,
    measured: told
      ? `${measured}; shuffled words lie below ${inNats(floors.coherence.floor, 1)}`
      : `${measured}, too few tokens to tell`,
  };
}

/** @param gains over each chat without the prompt; their mean counts */
function floorOfAboutness(
  gains: readonly Information[],
  takenUp: number,
  edition: FloorsEdition,
): RewardContribution {
  const value = gains.reduce((sum, gain) => sum + gain.value, 0) / Math.max(1, gains.length);
  const told = gains.every(({ tokens }) => tokens >= FEWEST_TOKENS);
  const side = value < 0 ? 'less' : 'more';
  const { floor, lowerPerWord, ...loss } = floors.aboutness.editions[edition];
  const words = takenUp === 0 ? 'no word' : takenUp === 1 ? '1 word' : `${String(takenUp)} words`;
  return {
    id: 'about-the-prompt',
    label: 'About the prompt',
    value: told ? taken(value, { ...loss, floor: floor - takenUp * lowerPerWord }) : 0,
    measured: `Takes up ${words} of the prompt and is ${Math.abs(value).toFixed(2)} nats per token ${side} likely after prompt and preference than ${WITHOUT_PROMPT[edition]}${edition === 1 ? '' : ', on average'}${told ? '' : '; too few tokens to tell'}`,
  };
}
