import { type BandPoint, bandOverPrompts, bestOfK } from '../../core/index.ts';
import { BAND_SEED, bandOf, meanOf } from './band-of-figures.ts';
import { headToHead, type HeadToHead } from './head-to-head.ts';
import { byPrompt, observedPrompts, type PromptOfStudy } from './prompts-of-study.ts';
import type { ArmFacts, RunFacts } from './run-facts.ts';

/** Runs of one group, and the arms that they are asked about. */
export interface FindingRequest {
  /** In any order. */
  readonly runs: readonly RunFacts[];
  /** Of arms with the same N: "PRS 4/4". Runs that lack one are left out. */
  readonly arms: readonly string[];
}

/** What some runs say of their arms, over prompts. */
export interface Finding {
  /** How many prompts all figures are over. */
  readonly prompts: number;
  readonly runs: number;
  /** Runs left out since they repeat another word for word. */
  readonly copies: number;
  /** Runs left out since they lack an arm. */
  readonly lacking: number;
  /** Different preferences z. */
  readonly preferences: number;
  /** Responses without a reward, each arm's own. */
  readonly unscored: number;
  /** Of the rewards of all responses as reported; null where there are none. */
  readonly spread: RewardSpread | null;
  /** Tokens within which arms are read at equal tokens, averaged over prompts; null without a prompt or an arm. */
  readonly equalTokens: number | null;
  /** In the order asked for; none without a prompt. */
  readonly arms: readonly ArmFinding[];
  /** Each pair of arms, in their order. */
  readonly duels: readonly HeadToHead[];
}

/** How far rewards lie apart. */
export interface RewardSpread {
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly largest: number;
}

/** What came of one arm. */
export interface ArmFinding {
  readonly label: string;
  /** The winner's reward. */
  readonly reward: BandPoint;
  /** The best reward within the tokens of each run's cheapest arm. */
  readonly atEqualTokens: BandPoint;
  /** Read anew or written by a run's arm, averaged over prompts. */
  readonly tokens: number;
  /** Whether a budget below N is read as any k of the N drafts are, or by the order sampled. */
  readonly isDraftsAlone: boolean;
  /** The winner's reward against the responses sampled, from the first at which every run has one. */
  readonly byResponses: readonly CurvePoint[];
  /** The best reward so far against the tokens spent, from where every run has one. */
  readonly byTokens: readonly CurvePoint[];
}

/** A point of a curve over prompts. */
export interface CurvePoint extends BandPoint {
  readonly x: number;
}

/**
 * The finding of a group of runs: every figure is a mean over prompts, each prompt's own the mean over its runs, with the band
 * of a bootstrap over prompts. It is the same for the runs in any order.
 */
export function findingOf({ runs, arms: labels }: FindingRequest): Finding {
  const { prompts, copies, lacking } = observedPrompts(runs, labels);
  const observed = prompts.flatMap((prompt) => prompt.runs);
  const arms = observed.flatMap((run) => run.arms);
  const isEmpty = prompts.length === 0 || labels.length === 0;
  return {
    prompts: prompts.length,
    runs: observed.length,
    ...{ copies, lacking },
    preferences: new Set(observed.map(({ preference }) => preference)).size,
    unscored: arms.flatMap(({ rewards }) => rewards).filter((reward) => reward === null).length,
    spread: spreadOf(arms),
    equalTokens: isEmpty ? null : meanOf(prompts.map(cheapestTokens)),
    arms: isEmpty ? [] : labels.map((label, place) => armOf(label, place, prompts)),
    duels: isEmpty ? [] : pairsOf(labels, prompts),
  };
}

function armOf(label: string, place: number, prompts: readonly PromptOfStudy[]): ArmFinding {
  const arms = prompts.flatMap(({ runs }) => runs.flatMap((run) => run.arms[place] ?? []));
  const over = (figure: (arm: ArmFacts) => number) => byPrompt(prompts, place, figure);
  return {
    label,
    reward: bandOf(over(({ reward }) => reward)),
    atEqualTokens: bandOf(rewardsAtEqualTokens(prompts, place)),
    tokens: meanOf(over(({ tokens }) => tokens)),
    isDraftsAlone: arms.every(({ isDraftsAlone }) => isDraftsAlone),
    byResponses: curveOf(responsesOf(arms), over, rewardAfter),
    byTokens: curveOf(tokensOf(arms), over, rewardWithin),
  };
}

function spreadOf(arms: readonly ArmFacts[]): RewardSpread | null {
  const rewards = arms
    .flatMap(({ reported }) => reported.flatMap((reward) => reward ?? []))
    .sort((one, other) => one - other);
  const quantile = (share: number) => rewards[Math.floor(share * (rewards.length - 1))];
  const [lowerQuartile, upperQuartile, largest] = [quantile(0.25), quantile(0.75), quantile(1)];
  return lowerQuartile === undefined || upperQuartile === undefined || largest === undefined
    ? null
    : { lowerQuartile, upperQuartile, largest };
}

/** The band of a figure at each of some places. */
function curveOf(
  xs: readonly number[],
  over: (figure: (arm: ArmFacts) => number) => readonly number[],
  figure: (arm: ArmFacts) => (x: number) => number,
): readonly CurvePoint[] {
  const read = new Map<ArmFacts, (x: number) => number>();
  const at = (arm: ArmFacts, x: number): number => {
    const known = read.get(arm) ?? figure(arm);
    read.set(arm, known);
    return known(x);
  };
  const columns = xs.map((x) => over((arm) => at(arm, x)));
  const curves = (columns[0] ?? []).map((_, prompt) =>
    columns.map((column) => column[prompt] ?? Number.NaN),
  );
  return bandOverPrompts({ curves, seed: BAND_SEED }).map((point, place) => ({
    ...point,
    x: xs[place] ?? Number.NaN,
  }));
}

/** Points of a curve at most. */
const MOST_POINTS = 24;

/** Numbers of responses at which all arms have a winner: all of them, or a selection that is denser where rewards rise faster. */
function responsesOf(arms: readonly ArmFacts[]): readonly number[] {
  const first = highestOf(arms.map(firstResponses));
  const last = -highestOf(arms.map((arm) => -lastResponses(arm)));
  const count = last - first + 1;
  if (count <= MOST_POINTS)
    return Array.from({ length: Math.max(0, count) }, (_, at) => first + at);
  const step = (last / first) ** (1 / (MOST_POINTS - 1));
  const spread = Array.from({ length: MOST_POINTS }, (_, at) => Math.round(first * step ** at));
  return [...new Set([...spread.slice(0, -1), last])];
}

function firstResponses({ isDraftsAlone, rewards }: ArmFacts): number {
  return isDraftsAlone ? 1 : rewards.findIndex((reward) => reward !== null) + 1;
}

function lastResponses({ isDraftsAlone, rewards }: ArmFacts): number {
  return isDraftsAlone ? rewards.filter((reward) => reward !== null).length : rewards.length;
}

/**
 * The winner's reward after so many responses, as reported. Of drafts alone it is the mean over all ways to draw them, those without a
 * reward left out; a refinement needs its anchor, so other arms are read in the order sampled.
 */
function rewardAfter(arm: ArmFacts): (responses: number) => number {
  const curve = arm.isDraftsAlone ? winnersOverDraws(arm) : winnersInOrder(arm);
  return (responses) => curve[responses - 1] ?? Number.NaN;
}

function winnersOverDraws({ rewards, reported }: ArmFacts): readonly number[] {
  const scored = rewards.flatMap((reward, place) =>
    reward === null ? [] : [{ reward, told: reported[place] ?? Number.NaN }],
  );
  return bestOfK(
    scored.map(({ reward }) => reward),
    scored.map(({ told }) => told),
  ).map(({ evaluating }) => evaluating);
}

function winnersInOrder({ rewards, reported }: ArmFacts): readonly number[] {
  let [best, told] = [-Infinity, -Infinity];
  return rewards.map((reward, place) => {
    if (reward !== null && reward > best) [best, told] = [reward, reported[place] ?? Number.NaN];
    return told;
  });
}

/** Tokens from where all arms have a response to where the last has ended, evenly. */
function tokensOf(arms: readonly ArmFacts[]): readonly number[] {
  const first = highestOf(arms.map(({ better }) => better[0]?.spent ?? Infinity));
  const last = highestOf(arms.map(({ tokens }) => tokens));
  if (!(first < last)) return Number.isFinite(first) ? [first] : [];
  const step = (last - first) / (MOST_POINTS - 1);
  const spread = Array.from({ length: MOST_POINTS }, (_, at) => Math.round(first + at * step));
  return [...new Set(spread)];
}

function rewardWithin({ better }: ArmFacts): (tokens: number) => number {
  return (tokens) => better.findLast(({ spent }) => spent <= tokens)?.reward ?? Number.NaN;
}

/** Of a prompt's runs: what the cheapest arm of each takes. */
function cheapestTokens({ runs }: PromptOfStudy): number {
  return meanOf(runs.map(({ arms }) => Math.min(...arms.map(({ tokens }) => tokens))));
}

/** By prompt. What an arm hasn't within the tokens, it has with its first response: no arm has less than that. */
function rewardsAtEqualTokens(prompts: readonly PromptOfStudy[], place: number): readonly number[] {
  return prompts.map(({ runs }) =>
    meanOf(
      runs.flatMap(({ arms }) => {
        const arm = arms[place];
        if (arm === undefined) return [];
        const within = rewardWithin(arm)(Math.min(...arms.map(({ tokens }) => tokens)));
        return [Number.isNaN(within) ? (arm.better[0]?.reward ?? Number.NaN) : within];
      }),
    ),
  );
}

function pairsOf(
  labels: readonly string[],
  prompts: readonly PromptOfStudy[],
): readonly HeadToHead[] {
  const rewards = labels.map((_, place) => byPrompt(prompts, place, ({ reward }) => reward));
  return labels.flatMap((first, one) =>
    labels
      .slice(one + 1)
      .map((second, further) =>
        headToHead(
          { first, second },
          rewards[one] ?? [],
          rewards[one + 1 + further] ?? [],
          BAND_SEED,
        ),
      ),
  );
}

/** Of more values than a call takes arguments. */
function highestOf(values: readonly number[]): number {
  return values.reduce((highest, value) => Math.max(highest, value), -Infinity);
}
