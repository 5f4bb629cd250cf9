import { armsOfRuns, budgetsOf } from '../findings/arms-of-runs.ts';
import { type ArmFinding, type CurvePoint, findingOf } from '../findings/finding.ts';
import type { RewardScale } from '../findings/scale-of-rewards.ts';
import type { RunFacts } from '../findings/run-facts.ts';
import { countOf } from '../report/figures-in-words.ts';
import type { RunSet } from './run-sets.ts';

/** Lines that a chart tells apart, by their dashes. */
export const MOST_LINES = 6;

/** What is laid over each other. */
export interface OverlayRequest {
  /** In the order of their lines. */
  readonly sets: readonly RunSet[];
  /** Labels, of any budgets: "PRS 4/4". A set that lacks one has no line of it; without any there is nothing to lay over each other. */
  readonly arms: readonly string[];
  /** Whether only those prompts count that all lines of a scale have. */
  readonly onSharedPrompts: boolean;
}

/** One arm of one set. */
export interface OverlayCurve {
  readonly setId: string;
  readonly set: string;
  /** "PRS 4/4". */
  readonly label: string;
  /** N */
  readonly budget: number;
  /** Whether the scorer that chose the winners reports them too. */
  readonly isProxy: boolean;
  readonly prompts: number;
  readonly runs: number;
  /** The winner's. */
  readonly reward: ArmFinding['reward'];
  readonly byResponses: readonly CurvePoint[];
  readonly byTokens: readonly CurvePoint[];
}

/** “Study A: PRS 4/4”: another for each line of a panel. */
export function nameOfCurve({ set, label }: Pick<OverlayCurve, 'set' | 'label'>): string {
  return `${set}: ${label}`;
}

/** Whose its rewards are, as a table says it. */
export function reporterInWords({ isProxy }: Pick<OverlayCurve, 'isProxy'>): string {
  return isProxy ? 'the scorer that chose (proxy)' : 'another scorer';
}

/** The lines that may stand on one axis. */
export interface OverlayPanel {
  readonly scale: RewardScale;
  readonly curves: readonly OverlayCurve[];
  /** Prompts of which each of its sets has the arms asked for, a set without any of them aside. */
  readonly sharedPrompts: number;
  /** Why lines differ for other reasons than their names, sentences for people. */
  readonly caveats: readonly string[];
}

/**
 * The curves of several sets of runs, those of one scale together: rewards of two scorers, or of two versions or settings of one, are
 * never on one axis, and no two sets are averaged. The arms of one set with one N are read over the same prompts.
 */
export function overlayOf({
  sets,
  arms,
  onSharedPrompts,
}: OverlayRequest): readonly OverlayPanel[] {
  if (arms.length === 0) return [];
  const scales = new Map(sets.map(({ scale }) => [scale.key, scale]));
  return [...scales.values()].map((scale) => {
    const its = sets.filter((set) => set.scale.key === scale.key);
    const asked = its.flatMap((set) => askedOf(set, arms));
    const shared = sharedPromptsOf(asked);
    const read = onSharedPrompts
      ? asked.map((each) => ({
          ...each,
          runs: each.runs.filter(({ prompt }) => shared.has(prompt.trim())),
        }))
      : asked;
    return {
      ...{ scale, curves: read.flatMap(curvesOf), sharedPrompts: shared.size },
      caveats: caveatsOfOverlay(its, asked, shared.size, onSharedPrompts),
    };
  });
}

/** The arms that sets can be asked about: those of the most sets first, then of the most prompts. */
export function armsOfSets(sets: readonly RunSet[]): readonly string[] {
  const known = new Map<string, { sets: number; prompts: number }>();
  for (const { runs } of sets) {
    for (const { label, prompts, isPlanned } of budgetsOf(runs).flatMap((budget) =>
      armsOfRuns(runs, budget),
    )) {
      const before = known.get(label) ?? { sets: 0, prompts: 0 };
      // Arms that runs were given later are of some splits alone.
      const counted = isPlanned ? 1 : 0;
      known.set(label, { sets: before.sets + counted, prompts: before.prompts + prompts });
    }
  }
  return [...known]
    .toSorted(
      ([one, its], [other, others]) =>
        others.sets - its.sets || others.prompts - its.prompts || (one < other ? -1 : 1),
    )
    .map(([label]) => label);
}

/** What one set has of the arms asked for, of one N. */
interface AskedOfSet {
  readonly set: RunSet;
  /** N */
  readonly budget: number;
  /** Those that the set knows. */
  readonly arms: readonly string[];
  /** Those that have every one of the arms; at least one. */
  readonly runs: readonly RunFacts[];
}

/** By rising N; without those that no run has all arms of. */
function askedOf(set: RunSet, labels: readonly string[]): readonly AskedOfSet[] {
  return budgetsOf(set.runs)
    .toSorted((one, other) => one - other)
    .flatMap((budget) => {
      const known = armsOfRuns(set.runs, budget).map(({ label }) => label);
      const arms = labels.filter((label) => known.includes(label));
      const runs = set.runs.filter((run) =>
        arms.every((asked) => run.arms.some(({ label }) => label === asked)),
      );
      return arms.length === 0 || runs.length === 0 ? [] : [{ set, budget, arms, runs }];
    });
}

function curvesOf({ set, budget, arms, runs }: AskedOfSet): readonly OverlayCurve[] {
  const finding = findingOf({ runs, arms });
  return finding.arms.map(({ label, reward, byResponses, byTokens }) => ({
    ...{ setId: set.id, set: set.name, isProxy: set.isProxy, label, budget },
    ...{ prompts: finding.prompts, runs: finding.runs },
    ...{ reward, byResponses, byTokens },
  }));
}

/** The prompts that each of them has. */
function sharedPromptsOf(asked: readonly AskedOfSet[]): ReadonlySet<string> {
  const [first, ...others] = asked.map(({ runs }) => promptsOf(runs));
  return new Set([...(first ?? [])].filter((prompt) => others.every((its) => its.has(prompt))));
}

function promptsOf(runs: readonly RunFacts[]): ReadonlySet<string> {
  return new Set(runs.map(({ prompt }) => prompt.trim()));
}

function caveatsOfOverlay(
  sets: readonly RunSet[],
  asked: readonly AskedOfSet[],
  shared: number,
  onSharedPrompts: boolean,
): readonly string[] {
  const counts = asked.map(({ runs }) => promptsOf(runs).size);
  const differ = counts.some((count) => count !== shared);
  const lacking = sets.filter(({ id }) => !asked.some(({ set }) => set.id === id));
  return [
    ...(differ ? [whatIsShared(shared, Math.max(...counts), onSharedPrompts)] : []),
    ...(new Set(asked.map(({ set }) => set.isProxy)).size > 1
      ? [
          'In one of them the scorer chose the winners too and its reward is a proxy, in another it only reports: the first is higher for that alone.',
        ]
      : []),
    ...lacking.map(({ name }) => `${name} has no run with all of these arms, and no line.`),
  ];
}

/** @param most prompts that one of them has */
function whatIsShared(shared: number, most: number, onSharedPrompts: boolean): string {
  if (!onSharedPrompts)
    return `They aren’t over the same prompts, of which they share ${String(shared)}: a part of what differs is the prompts’.`;
  return shared === 0
    ? 'They share no prompt, and none has a line over shared ones alone.'
    : `Over the ${countOf(shared, 'prompt')} that all of them have; one of them has ${String(most)}.`;
}
