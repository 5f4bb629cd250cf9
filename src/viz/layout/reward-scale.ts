import { extent, quantile } from 'd3-array';
import { rgb } from 'd3-color';
import { scaleLinear } from 'd3-scale';
import { type ArmTree, findNode, rewardOf, type TreeNode } from '../../core/index.ts';

/** Least and most reward of the scale, rounded outwards. One for all arms on screen, so that a colour means the same in each. */
export interface RewardDomain {
  readonly least: number;
  readonly most: number;
}

/** Mean and standard deviation of a scorer's rewards over many responses. */
export interface UsualRewards {
  readonly mean: number;
  readonly deviation: number;
}

/** Rewards to colour, to level and to ticks. */
export interface RewardScale {
  readonly domain: RewardDomain;
  /** Position within the domain, from 0 to 1. */
  readonly level: (reward: number) => number;
  /** A hex colour of the viridis scale: even to the eye, safe for colour-blind readers, readable in grey. */
  readonly colour: (reward: number) => string;
  /** Ink that can be read on `colour(reward)`. */
  readonly ink: (reward: number) => string;
  readonly ticks: readonly number[];
}

// Full black: with anything lighter the middle of the scale would fall below 4.5 to 1.
const DARK_INK = '#000000';
const LIGHT_INK = '#ffffff';
/**
 * The viridis scale (Smith and van der Walt, 2015; CC0) at every sixteenth; between them it is a straight line in RGB, at most 5 of
 * 255 from the scale itself. A library of colour scales would be a fortieth of the first load for this one.
 */
const VIRIDIS = [
  ...[
    '#440154',
    '#48186a',
    '#472d7b',
    '#424086',
    '#3b528b',
    '#33638d',
    '#2c728e',
    '#26828e',
    '#21918c',
  ],
  ...['#1fa088', '#28ae80', '#3fbc73', '#5ec962', '#84d44b', '#addc30', '#d8e219', '#fde725'],
];
const viridis = scaleLinear<string>()
  .domain(VIRIDIS.map((_colour, place) => place / (VIRIDIS.length - 1)))
  .range(VIRIDIS);
/** Viridis without its darkest end, which would vanish on the dark page. */
const DARKEST = 0.1;

/** How far from its mean a scorer's rewards are looked for before there are any, in standard deviations. */
const USUAL_DEVIATIONS = 1;
/** So many rewards tell by themselves where the others will lie. */
const TELLING_REWARDS = 8;

/**
 * The domain of the rewards in these arms, and of what their scorer usually gives while they are few, so that it seldom changes while
 * rewards arrive; null before the first where that isn't known. A few that lie far below all others are left out, so that these don't
 * crowd in a corner: they stand at its edge, marked.
 */
export function rewardDomain(
  arms: readonly ArmTree[],
  usual: UsualRewards | null = null,
): RewardDomain | null {
  const rewards = arms.flatMap((arm) => arm.nodes.map(rewardOf)).filter((each) => each !== null);
  const expects = usual !== null && rewards.length < TELLING_REWARDS;
  const reach = (usual?.deviation ?? 0) * USUAL_DEVIATIONS;
  const expected = expects ? [usual.mean - reach, usual.mean + reach] : [];
  const [least, most] = extent([...withoutFarBelow(rewards, chosenRewards(arms)), ...expected]);
  if (least === undefined) return null;
  const margin = least === most ? 0.5 : 0;
  const [niceLeast = least, niceMost = most] = scaleLinear()
    .domain([least - margin, most + margin])
    .nice(8)
    .domain();
  return { least: niceLeast, most: niceMost };
}

/** Tukey's fence: so many times the middle half's width below it. */
const FENCE = 1.5;
/** More of all rewards than this aren't a few that lie apart, but how these rewards are spread. */
const MOST_APART = 0.1;

/** Those within Tukey's lower fence, where few lie below it, and what was chosen wherever it lies. */
function withoutFarBelow(rewards: readonly number[], chosen: readonly number[]): readonly number[] {
  const [lower, upper] = [quantile(rewards, 0.25), quantile(rewards, 0.75)];
  if (lower === undefined || upper === undefined || lower === upper) return rewards;
  const fence = lower - FENCE * (upper - lower);
  const within = rewards.filter((reward) => reward >= fence);
  const apart = rewards.length - within.length;
  return apart > rewards.length * MOST_APART ? rewards : [...within, ...chosen];
}

/** Of anchors and winners. */
function chosenRewards(arms: readonly ArmTree[]): readonly number[] {
  return arms.flatMap((arm) =>
    [arm.winnerId, ...arm.anchors].flatMap((id) => {
      const node = findNode(arm, id);
      const reward = node === null ? null : rewardOf(node);
      return reward === null ? [] : [reward];
    }),
  );
}

/** Whether a response's reward lies below what the axis shows. */
export function isFurtherLeft(node: TreeNode, domain: RewardDomain | null): boolean {
  const reward = rewardOf(node);
  return reward !== null && domain !== null && reward < domain.least;
}

/** The scale of a domain. */
export function rewardScale(domain: RewardDomain): RewardScale {
  const position = scaleLinear().domain([domain.least, domain.most]).clamp(true);
  const colour = (reward: number): string => viridisAt(position(reward));
  return {
    domain,
    level: position,
    colour,
    ink: (reward) => inkOn(colour(reward)),
    ticks: position.ticks(5),
  };
}

/** The scale's colour at a level from 0 (worst) to 1 (best). */
export function viridisAt(level: number): string {
  return rgb(viridis(DARKEST + (1 - DARKEST) * level)).formatHex();
}

/** Black or white, whichever contrasts more with a hex colour (WCAG 2.2, relative luminance). */
export function inkOn(colour: string): string {
  const luminance = luminanceOf(colour);
  const contrastWithWhite = 1.05 / (luminance + 0.05);
  const contrastWithDark = (luminance + 0.05) / (luminanceOf(DARK_INK) + 0.05);
  return contrastWithWhite > contrastWithDark ? LIGHT_INK : DARK_INK;
}

function luminanceOf(colour: string): number {
  const channel = (start: number): number => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** One response in the order sampled, with the best reward of the pool up to and including it. */
export interface RewardPoint {
  readonly node: TreeNode;
  /** From 1, as responses are counted towards N; 0 for the anchor draft outside the budget. */
  readonly order: number;
  /** Null while it has none, or where it gets none. */
  readonly reward: number | null;
  /** Null until a response of the pool is scored. */
  readonly bestSoFar: number | null;
}

/** The responses of an arm in the order sampled. Responses outside the budget are shown and not counted in the best so far. */
export function rewardSeries(arm: ArmTree): readonly RewardPoint[] {
  const points: RewardPoint[] = [];
  let order = 0;
  let best: number | null = null;
  for (const node of arm.nodes) {
    if (node.kind === 'feedback') continue;
    const reward = rewardOf(node);
    if (node.inBudget) {
      order += 1;
      if (reward !== null && (best === null || reward > best)) best = reward;
    }
    points.push({ node, order: node.inBudget ? order : 0, reward, bestSoFar: best });
  }
  return points;
}
