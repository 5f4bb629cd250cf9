import {
  ARM_TRAITS,
  type ArmKind,
  type ArmTree,
  bestOf,
  bestOfK,
  createPlay,
  findNode,
  nodesOf,
  overOptimisation,
  pool,
  readEverySplit,
  replay,
  rewardOf,
  type RunPlan,
  type StoredRun,
  textOf,
  type TreeNode,
  turnsWithoutAnyOne,
  verdictFacts,
} from '../src/core/index.ts';
import { FIRST_FORM, planOf } from '../src/features/playground/form/run-form.ts';
import { isBesidePrompt } from '../src/rewards/index.ts';
import { meanOf } from '../src/studies/findings/band-of-figures.ts';

/** What of one recording titles and choices are made from. Rewards are the run's own scorer's. */
export interface RunFacts {
  readonly plan: RunPlan;
  /** The winner's reward of each planned arm that has one. */
  readonly rewards: Partial<Readonly<Record<ArmKind, number>>>;
  /** The planned arms that lead, as the page's verdict names them. */
  readonly leaders: readonly Leader[];
  /** Of PRS at its planned split. */
  readonly prs: {
    readonly winnerIs: 'draft' | 'refinement';
    readonly winnerWords: number;
    /** Whether none of them is of the prompt's topic. */
    readonly isBesidePrompt: boolean;
    readonly bestDraft: number;
    readonly meanDraft: number;
    readonly bestRefinement: number;
    readonly meanRefinement: number;
    readonly refinements: number;
    /** Refinements that say again, word for word, what their anchor says. */
    readonly copies: number;
  };
  /** The winner's reward of PRS by N0, from 0 to N. */
  readonly bySplit: readonly number[];
  /** The same of the budget that a first visit finds set up. */
  readonly bySplitAtFirstVisit: readonly number[];
  /** Drafts that are an anchor in some split. */
  readonly anchors: number;
  readonly differentDrafts: number;
  /** Whether other arms lead where all are read as far as the cheapest one's tokens reach. */
  readonly turnsAtEqualTokens: boolean;
  /**
   * Where the blend's rubric part peaks as PRand picks the best of more drafts, and how far it falls then; null where it doesn't, or
   * doesn't any more where some one draft is left out.
   */
  readonly overOptimised: {
    readonly fall: number;
    /** PRand's winner, and the one of its drafts with the highest rubric part. */
    readonly winner: PartOfDraft;
    readonly highest: PartOfDraft;
  } | null;
}

/** An arm as its label names it, such as "PRS 8/8". */
interface Leader {
  readonly kind: ArmKind;
  readonly label: string;
}

/** Whether what an arm ends with may be a refinement. */
export function refines({ kind }: Leader): boolean {
  return ARM_TRAITS[kind].split !== 'drafts-alone';
}

/** A draft by its number, from 1, and its rubric part. */
interface PartOfDraft {
  readonly draft: number;
  readonly part: number;
}

/** @throws Error where the run lacks PRS, or a reward that it needs: it isn't a whole recording */
export function factsOf({ header, events }: StoredRun): RunFacts {
  const tree = replay(header, events);
  const { plan } = header;
  const planned = tree.arms.slice(0, plan.arms.length);
  const prs = armOf(planned, 'prs');
  const play = createPlay(tree);
  const splits = readEverySplit(play, 'prs', plan.budget);
  const prand = pool(armOf(planned, 'prand'));
  const { leaders, atEqualTokens } = verdictFacts(planned);
  return {
    plan,
    rewards: rewardsOf(planned),
    leaders: leaders.map(({ arm, label }) => ({ kind: arm.arm.kind, label })),
    prs: factsOfPrs(prs, plan.prompt),
    bySplit: splits.map((arm) => winnerOf(arm).reward),
    bySplitAtFirstVisit: readEverySplit(play, 'prs', planOf(FIRST_FORM).budget).map(
      (arm) => winnerOf(arm).reward,
    ),
    anchors: new Set(splits.slice(1).flatMap((arm) => arm.anchors[1] ?? [])).size,
    differentDrafts: new Set(prand.map((node) => textOf(node).trim())).size,
    turnsAtEqualTokens:
      atEqualTokens !== null && !leaders.some((leader) => atEqualTokens.leaders.includes(leader)),
    overOptimised: overOptimisedFacts(prand.map(scored), prand.map(rubricPart)),
  };
}

function overOptimisedFacts(
  rewards: readonly number[],
  parts: readonly number[],
): RunFacts['overOptimised'] {
  if (!turnsWithoutAnyOne(rewards, parts)) return null;
  const found = overOptimisation(bestOfK(rewards, parts));
  const highestOf = (values: readonly number[]): PartOfDraft => {
    const place = values.indexOf(Math.max(...values));
    return { draft: place + 1, part: parts[place] ?? NaN };
  };
  return found === null
    ? null
    : { fall: found.fall, winner: highestOf(rewards), highest: highestOf(parts) };
}

function rewardsOf(arms: readonly ArmTree[]): RunFacts['rewards'] {
  return Object.fromEntries(arms.map((arm) => [arm.arm.kind, winnerOf(arm).reward]));
}

function armOf(arms: readonly ArmTree[], kind: ArmKind): ArmTree {
  const arm = arms.find((each) => each.arm.kind === kind);
  if (arm === undefined) throw new Error(`The recording has no arm ${kind}.`);
  return arm;
}

function winnerOf(arm: ArmTree): { readonly node: TreeNode; readonly reward: number } {
  const node = findNode(arm, arm.winnerId);
  if (node === null) throw new Error(`${arm.arm.id} has no winner.`);
  return { node, reward: scored(node) };
}

function scored(node: TreeNode): number {
  const reward = rewardOf(node);
  if (reward === null) throw new Error(`${node.id} has no reward.`);
  return reward;
}

function rubricPart({ scoring }: TreeNode): number {
  if (scoring.status !== 'scored') return 0;
  return scoring.reward.breakdown.find(({ id }) => id === 'rubric')?.value ?? 0;
}

function factsOfPrs(arm: ArmTree, prompt: string): RunFacts['prs'] {
  const { node } = winnerOf(arm);
  const drafts = nodesOf(arm, 'draft', 0);
  const refinements = nodesOf(arm, 'refinement', 1);
  const anchor = bestOf(drafts);
  const said = anchor === null ? '' : textOf(anchor).trim();
  return {
    winnerIs: node.kind === 'draft' ? 'draft' : 'refinement',
    winnerWords: wordsIn(textOf(node)),
    isBesidePrompt: isBesidePrompt(prompt, textOf(node)),
    bestDraft: Math.max(...drafts.map(scored)),
    meanDraft: meanOf(drafts.map(scored)),
    bestRefinement: Math.max(...refinements.map(scored)),
    meanRefinement: meanOf(refinements.map(scored)),
    refinements: refinements.length,
    copies: refinements.filter((each) => textOf(each).trim() === said).length,
  };
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
