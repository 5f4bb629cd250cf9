import {
  ARM_TRAITS,
  bestWithinTokens,
  cutText,
  draftingOutcome,
  nodeName,
  processedTokens,
  refiningOutcome,
  type ArmOutcome,
  type VerdictFacts,
} from '../../../core/index.ts';
import type { RewardDoubt } from './reward-doubts.ts';
import { formatCount, formatGain, formatReward, shownDifference } from '../../../ui/index.ts';

/** What a verdict is made from. */
export interface VerdictCase extends VerdictFacts {
  /** Who gave the rewards that are shown. */
  readonly scorerName: string;
  /** Whether people did, by their votes. */
  readonly scoredByPeople: boolean;
  /** Whether there is a preference. */
  readonly hasPreference: boolean;
  /** Why the scorer may have been fooled; null where nothing speaks for it. */
  readonly doubt: RewardDoubt | null;
  /** What the feedback behind an arm's winner quotes though its anchor doesn't say it; null where it doesn't. */
  readonly misquoteOf: (outcome: ArmOutcome) => string | null;
}

interface Rule {
  readonly applies: (facts: VerdictCase) => boolean;
  readonly sentence: (facts: VerdictCase) => string;
  /** What else is to be known of it; '' where nothing is. */
  readonly more?: (facts: VerdictCase) => string;
}

/** What is said of a run, the most important first. */
export interface Verdict {
  /** One to three sentences. */
  readonly sentences: readonly string[];
  /** How far they can be trusted. */
  readonly more: string;
}

/** Who won. The first rule that applies says it; so in each table. */
const WHO_WON: readonly Rule[] = [
  {
    applies: ({ outcomes, hasRewards }) => outcomes.length === 0 && hasRewards,
    sentence: () => 'No arm is complete, so none has a winner.',
  },
  {
    applies: ({ outcomes }) => outcomes.length === 0,
    sentence: () => 'No response has a reward, so no arm can be said to have won.',
  },
  {
    applies: ({ outcomes }) => outcomes.length === 1,
    sentence: ({ outcomes }) =>
      outcomes
        .map(
          ({ label, arm, winner, reward }) =>
            `${label} ends with ${nodeName(winner, arm)}, reward ${formatReward(reward)}.`,
        )
        .join(''),
  },
  {
    applies: ({ outcomes, leaders }) => leaders.length === outcomes.length,
    sentence: (facts) =>
      `${listOf(labels(facts.leaders))} end level, reward ${leadingReward(facts)}${sameText(facts)}.`,
  },
  {
    applies: ({ leaders }) => leaders.length > 1,
    sentence: (facts) =>
      `${listOf(labels(facts.leaders))} lead level, reward ${leadingReward(facts)}${sameText(facts)}, ${distances(facts)}${budgetOf(facts)}.`,
  },
  {
    applies: () => true,
    sentence: (facts) =>
      `${listOf(labels(facts.leaders))} wins, reward ${leadingReward(facts)}: ${distances(facts)}${budgetOf(facts)}.`,
  },
];

/** Which part of the method it came from. */
const HOW: readonly Rule[] = [
  {
    applies: (facts) => subject(facts)?.winner.kind === 'refinement',
    sentence: (facts) => aboutSubject(facts, refinementWon),
    more: (facts) => aboutSubject(facts, (outcome) => whatRefined(outcome, facts.misquoteOf)),
  },
  {
    applies: (facts) => subject(facts) !== null,
    sentence: (facts) => aboutSubject(facts, draftWon),
  },
  {
    applies: (facts) => facts.hasPreference && statedGain(facts) !== null,
    sentence: (facts) =>
      `PRand reads the preference and Rand doesn’t; that alone made ${formatGain(statedGain(facts) ?? 0)} here.`,
  },
];

/** What else there is to a lead: other arms at equal tokens, or arms that can't be compared. */
const OBJECTIONS: readonly Rule[] = [
  {
    applies: ({ atEqualTokens, leaders }) =>
      atEqualTokens !== null && leaders.every((leader) => !atEqualTokens.leaders.includes(leader)),
    sentence: aheadWithin,
  },
  {
    applies: (facts) => facts.hasPreference && confounds(facts),
    sentence: () =>
      'Rand never read the preference: only PRand beside it tells reflecting from stating a wish.',
  },
  {
    applies: (facts) => draws(facts).length > 0,
    sentence: (facts) =>
      `${within(facts)} ${firstLabel(facts.leaders)} gets to ${reached(facts, facts.leaders)}, as ${listOf(labels(draws(facts)))} ${draws(facts).length === 1 ? 'does' : 'do'}.`,
  },
];

/** What stands against believing it. */
const HOW_SURE: readonly Rule[] = [
  {
    applies: ({ outcomes, hasRewards }) => outcomes.length === 0 && hasRewards,
    sentence: () => 'Continue it, or sample what is missing.',
  },
  {
    applies: ({ outcomes }) => outcomes.length === 0,
    sentence: () => 'Score it by another scorer, or run it again.',
  },
  {
    applies: (facts) => objection(facts) === '' || isDoubted(facts),
    sentence: caveat,
    more: objection,
  },
  { applies: () => true, sentence: objection, more: caveat },
];

/** The first rule of each table that applies. */
export function verdictOf(facts: VerdictCase): Verdict {
  const rules = [WHO_WON, HOW, HOW_SURE].flatMap(
    (table) => table.find(({ applies }) => applies(facts)) ?? [],
  );
  return {
    sentences: rules.map(({ sentence }) => sentence(facts)),
    more: rules
      .flatMap(({ more }) => more?.(facts) ?? [])
      .join(' ')
      .trim(),
  };
}

function objection(facts: VerdictCase): string {
  return OBJECTIONS.find(({ applies }) => applies(facts))?.sentence(facts) ?? '';
}

function isDoubted({ doubt, scoredByPeople }: VerdictCase): boolean {
  return doubt !== null && !scoredByPeople;
}

/** Those that are behind at equal N and level with the only leader at equal tokens. */
function draws({ leaders, atEqualTokens }: VerdictCase): readonly ArmOutcome[] {
  const [leader, other] = leaders;
  if (leader === undefined || other !== undefined) return [];
  if (atEqualTokens?.leaders.includes(leader) !== true) return [];
  return atEqualTokens.leaders.filter((each) => each !== leader);
}

/** "Within 510 tokens read anew or written, what PRand 8 took,": how far each arm is read at equal tokens. */
function within({ outcomes, atEqualTokens }: VerdictCase): string {
  const tokens = atEqualTokens?.tokens ?? 0;
  const cheapest = outcomes.filter(({ arm }) => processedTokens(arm) === tokens);
  return `Within ${formatCount(tokens)} tokens read anew or written, what ${firstLabel(cheapest)} took,`;
}

/** Who is ahead within them that isn't at the end, with what both have by then. */
function aheadWithin(facts: VerdictCase): string {
  const ahead = facts.atEqualTokens?.leaders ?? [];
  const [most, others] = [reached(facts, ahead), reached(facts, facts.leaders)];
  const be = ahead.length === 1 ? 'is' : 'are';
  const by = most === others ? ' by less than 0.01' : '';
  return `${within(facts)} ${listOf(labels(ahead))} ${be} ahead${by}: ${most}, and ${firstLabel(facts.leaders)} has ${others}.`;
}

/** The best reward of the first of some arms within those tokens. */
function reached({ atEqualTokens }: VerdictCase, [first]: readonly ArmOutcome[]): string {
  const best = first === undefined ? null : bestWithinTokens(first.arm, atEqualTokens?.tokens ?? 0);
  return best === null ? 'no reward yet' : formatReward(best);
}

function firstLabel([first]: readonly ArmOutcome[]): string {
  return first?.label ?? '';
}

/** Whether an arm that refines is compared with drafts to which the preference is not stated, and with no others. */
export function confounds({ outcomes }: Pick<VerdictCase, 'outcomes'>): boolean {
  return (
    refiningOutcome(outcomes) !== null &&
    draftingOutcome(outcomes, false) !== null &&
    draftingOutcome(outcomes, true) === null
  );
}

/** The arm that the second sentence is about: the leading one that refines, else the best that does. */
function subject({ leaders, outcomes }: VerdictCase): ArmOutcome | null {
  return refiningOutcome(leaders) ?? refiningOutcome(outcomes);
}

function aboutSubject(facts: VerdictCase, say: (outcome: ArmOutcome) => string): string {
  const outcome = subject(facts);
  return outcome === null ? '' : say(outcome);
}

function refinementWon({ label, reward, anchorReward, ...of }: ArmOutcome): string {
  const on = anchorReward === null ? null : shownDifference(reward, anchorReward);
  const own = on === null ? '' : `, ${formatGain(on)} on its anchor`;
  return `In ${label} a refinement won${own}; ${share(of.improving, of.refinements)}.`;
}

/** Whether it was the feedback that helped. */
function whatRefined(outcome: ArmOutcome, misquoteOf: VerdictCase['misquoteOf']): string {
  const misquote = misquoteOf(outcome);
  const quotes =
    misquote === null
      ? ''
      : `The feedback quotes “${cutText(misquote, LONGEST_QUOTE)}”, which its anchor doesn’t say. `;
  const { kind } = outcome.arm.arm;
  const cause = ARM_TRAITS[kind].feedback === 'none' ? 'refining' : 'the feedback';
  return `${quotes}One run can’t tell what ${cause} did from what one more draw would have.`;
}

/** Letters. */
const LONGEST_QUOTE = 60;

function draftWon({ label, refinements, improving }: ArmOutcome): string {
  return refinements === 0
    ? `In ${label} a draft won: no refinement has a reward.`
    : `In ${label} a draft won; ${share(improving, refinements)}.`;
}

function share(improving: number, refinements: number): string {
  if (refinements === 1)
    return `the one refinement ${improving === 1 ? 'beat' : 'did not beat'} its anchor`;
  return `${improving === 0 ? 'none' : String(improving)} of ${String(refinements)} refinements beat their anchor`;
}

/** What PRand has on Rand; null where one of them is missing. */
function statedGain({ outcomes }: VerdictCase): number | null {
  const stated = draftingOutcome(outcomes, true);
  const unstated = draftingOutcome(outcomes, false);
  return stated === null || unstated === null
    ? null
    : shownDifference(stated.reward, unstated.reward);
}

const DOUBTS: Readonly<Record<RewardDoubt, string>> = {
  'repeats-preference': 'the leading text repeats the preference’s words',
  'far-above': 'the leading reward lies far above the rest of its arm',
};

type Caveat = Pick<VerdictCase, 'scorerName' | 'scoredByPeople' | 'doubt'>;

function caveat({ scorerName, scoredByPeople, doubt }: Caveat): string {
  if (scoredByPeople) return 'People’s votes decided; one prompt and one seed show little.';
  return doubt === null
    ? `${scorerName} decided, a proxy for what people prefer; one prompt and one seed show little.`
    : `${scorerName} decided and may have been fooled, since ${DOUBTS[doubt]}: read it; one prompt and one seed show little.`;
}

function leadingReward({ leaders }: VerdictCase): string {
  return leaders[0] === undefined ? '' : formatReward(leaders[0].reward);
}

function sameText({ leadersAgree }: VerdictCase): string {
  return leadersAgree ? ', with the same text' : '';
}

/** How far behind the others are: "0.42 above PRand 8 and 0.90 above Rand 8". */
function distances({ outcomes, leaders }: VerdictCase): string {
  const most = leaders[0]?.reward ?? 0;
  return listOf(
    outcomes
      .filter((outcome) => !leaders.includes(outcome))
      .map(({ label, reward }) => `${distance(shownDifference(most, reward))} above ${label}`),
  );
}

/** A distance that is too small for the figures shown is still one. */
function distance(size: number): string {
  const figures = formatReward(size);
  return figures === '0.00' ? 'less than 0.01' : figures;
}

function budgetOf({ budget }: VerdictCase): string {
  return budget === null ? '' : `, each of ${String(budget)} responses`;
}

function labels(outcomes: readonly ArmOutcome[]): readonly string[] {
  return outcomes.map(({ label }) => label);
}

const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function listOf(things: readonly string[]): string {
  return lists.format(things);
}
