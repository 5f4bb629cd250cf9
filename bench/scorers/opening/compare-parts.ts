import {
  checked,
  draftMessages,
  spearman,
  type Policy,
  textScorerOf,
} from '../../../src/core/index.ts';
import type { MeasuredFigure } from '../../../src/rewards/badges/accuracy-badges.ts';
import { type ReadPart } from '../../../src/rewards/preference-information/information-edition.ts';
import { createPreferenceInformation } from '../../../src/rewards/preference-information/preference-information.ts';
import { figureOf } from '../figure.ts';
import { outcomeOf } from '../measure-pairs.ts';
import type { Pair, PairSet } from '../pair-sets.ts';
import { createPrefixScorer } from './prefix-scorer.ts';

export interface PartsToCompare {
  readonly policy: Policy;
  readonly set: PairSet;
  /** Places in the set, rising; at least one. */
  readonly places: readonly number[];
  /** The whole among them. */
  readonly parts: readonly ReadPart[];
  /** Day, as in "2026-11-25". */
  readonly measuredAt: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** How preference information does that reads a part of each response, beside one that reads all of it. */
export interface PartFigure {
  readonly part: ReadPart;
  readonly figure: MeasuredFigure;
  /** Tokens in the part, of all the responses' tokens, in [0, 1]. */
  readonly tokensShare: number;
  /** Spearman's, over all responses, with the rewards of the whole; null where all are equal. */
  readonly rankCorrelation: number | null;
}

/** What an answer comes to and how many tokens are read of it, in the order of the parts. */
interface MeasuredAnswer {
  readonly rewards: readonly number[];
  readonly tokens: readonly number[];
}

interface MeasuredPair {
  readonly better: MeasuredAnswer;
  readonly worse: MeasuredAnswer;
}

/**
 * Reads both answers of each pair once, and from that reckons what each part of them comes to.
 *
 * @throws what the engine throws
 */
export async function compareParts(asked: PartsToCompare): Promise<readonly PartFigure[]> {
  const { set, places, parts, say } = asked;
  const pairs: MeasuredPair[] = [];
  for (const place of places) {
    const pair = set.pairs[place];
    if (pair === undefined) throw new RangeError(`${set.name} has no pair ${String(place)}.`);
    const better = await measureAnswer(pair.better, pair, asked);
    pairs.push({ better, worse: await measureAnswer(pair.worse, pair, asked) });
    if (pairs.length % 10 === 0) say(`  ${String(pairs.length)} of ${String(places.length)} pairs`);
  }
  return parts.map((part, place) => figurePart(part, place, pairs, asked));
}

async function measureAnswer(
  response: string,
  { prompt, preference }: Pair,
  { policy, parts, signal }: PartsToCompare,
): Promise<MeasuredAnswer> {
  const scorer = createPrefixScorer(textScorerOf(policy));
  const readAfter = (z: string | null) =>
    scorer.readWhole({ messages: draftMessages(prompt, z), text: response }, signal);
  const { length } = await readAfter(preference);
  await readAfter(null);
  const conditionedOn = 'prompt-and-preference';
  const rewards: number[] = [];
  for (const tokens of parts) {
    const reader = { scorer, policy: policy.description };
    const rewardModel = createPreferenceInformation(reader, { version: 2, tokens });
    const request = { prompt, preference, conditionedOn, response } as const;
    rewards.push(checked(await rewardModel.score(request, signal)).value);
  }
  const tokens = parts.map((part) => (part === 'whole' ? length : Math.min(part, length)));
  return { rewards, tokens };
}

function figurePart(
  part: ReadPart,
  place: number,
  pairs: readonly MeasuredPair[],
  { policy, set, parts, measuredAt }: PartsToCompare,
): PartFigure {
  const rewardsAt = (at: number) =>
    pairs.flatMap(({ better, worse }) => [better.rewards[at] ?? 0, worse.rewards[at] ?? 0]);
  const tokensAt = (at: number) =>
    pairs.reduce(
      (sum, { better, worse }) => sum + (better.tokens[at] ?? 0) + (worse.tokens[at] ?? 0),
      0,
    );
  const whole = parts.indexOf('whole');
  const outcomes = pairs.map(({ better, worse }) =>
    outcomeOf(better.rewards[place] ?? 0, worse.rewards[place] ?? 0),
  );
  const scorer = { id: 'preference-information', version: 2, settings: { tokens: part } };
  const model = policy.description.name;
  return {
    part,
    figure: figureOf({ scorer, set: set.id, measuredAt, model, outcomes: outcomes.join('') }),
    tokensShare: tokensAt(place) / tokensAt(whole),
    rankCorrelation: spearman(rewardsAt(place), rewardsAt(whole)),
  };
}
