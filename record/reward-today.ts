import {
  type Clock,
  type Reward,
  type RewardContribution,
  type RewardModel,
  type RewardModelDescription,
  type RewardRequest,
  type ScoringTime,
  sumOfUsages,
} from '../src/core/index.ts';
import { createEmbeddedBlend } from '../src/rewards/blend/make-embedded-blend.ts';
import { createRubric } from '../src/rewards/rubric/rubric.ts';

/** The blend of today, and what of it reads the model. */
export interface TodaysBlend {
  /** As a run that it scores keeps it. */
  readonly description: RewardModelDescription;
  readonly floors: RewardModel;
  readonly clock: Clock;
}

/** A response's reward, and when it was given where that is known. */
export interface GivenReward {
  readonly reward: Reward;
  readonly took?: ScoringTime;
}

/** How parts of the blend are named in its settings, and in what it says of a reward. */
const PART = {
  rubric: 'rubric',
  information: 'preference-information',
  floors: 'answer-floors',
} as const;

/** The one floor in which editions differ. */
const ABOUT_THE_PROMPT = 'about-the-prompt';

/** What a recording keeps of the model's reading. */
export interface KeptReading {
  /** Whether the floor about the prompt is that of today. */
  readonly hasTodaysFloors: boolean;
}

/** Null where the recording's preference information is another than today's, so that all of it would have to be read again. */
export function keptReading(
  recorded: RewardModelDescription,
  { description }: TodaysBlend,
): KeptReading | null {
  const isAlike = (part: string): boolean =>
    settingsOfPart(recorded, part) === settingsOfPart(description, part);
  return isAlike(PART.information) ? { hasTodaysFloors: isAlike(PART.floors) } : null;
}

/** Those of one part, in the order of their names. */
function settingsOfPart({ settings }: RewardModelDescription, part: string): string {
  const own = Object.entries(settings).filter(([name]) => /^[^./]*/.exec(name)?.[0] === part);
  return JSON.stringify(own.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whether today's blend has to read a response of the model again. */
export function isReadAgain({ reward }: GivenReward, { hasTodaysFloors }: KeptReading): boolean {
  return !hasTodaysFloors && reward.breakdown.some(({ id }) => id === ABOUT_THE_PROMPT);
}

/**
 * The reward that today's blend gives a response. The rubric's part is made anew. What was read of the model when the response
 * was sampled stays, but for the floor about the prompt where that is of another edition: it is read again, and the reward
 * then has the time of this reading and the usage of both.
 */
export async function rewardToday(
  request: RewardRequest,
  given: GivenReward,
  today: TodaysBlend,
  kept: KeptReading,
  signal: AbortSignal,
): Promise<GivenReward> {
  const rubric = await rubricToday(request, signal);
  const withRubric = given.reward.breakdown.map((part) => (part.id === rubric.id ? rubric : part));
  if (!isReadAgain(given, kept)) {
    return { ...given, reward: summedUp(given.reward, withRubric) };
  }
  const startedAt = today.clock.now();
  const floors = await today.floors.score(request, signal);
  const took = { startedAt, endedAt: today.clock.now() };
  const about = floors.breakdown.find(({ id }) => id === ABOUT_THE_PROMPT);
  const breakdown = withRubric.flatMap((part) =>
    part.id === ABOUT_THE_PROMPT ? (about ?? []) : part,
  );
  const usage = sumOfUsages([given.reward, floors].flatMap((one) => one.usage ?? []));
  return { reward: { ...summedUp(given.reward, breakdown), usage }, took };
}

function summedUp(reward: Reward, breakdown: readonly RewardContribution[]): Reward {
  return { ...reward, breakdown, value: breakdown.reduce((sum, { value }) => sum + value, 0) };
}

/** What the rubric adds to the blend. Its other part, which would read the model, is left blank. */
async function rubricToday(
  request: RewardRequest,
  signal: AbortSignal,
): Promise<RewardContribution> {
  const rubric = createRubric();
  const blank: RewardModel = {
    description: { ...rubric.description, id: PART.information },
    score: ({ conditionedOn }) => Promise.resolve({ value: 0, breakdown: [], conditionedOn }),
  };
  const { breakdown } = await createEmbeddedBlend([rubric, blank]).score(request, signal);
  const part = breakdown.find(({ id }) => id === PART.rubric);
  if (part === undefined) throw new Error('The blend has no rubric.');
  return part;
}
