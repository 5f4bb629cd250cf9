import { armsOfRuns, budgetsOf } from '../findings/arms-of-runs.ts';
import { type ArmFinding, type CurvePoint, findingOf } from '../findings/finding.ts';
import type { RewardScale } from '../findings/scale-of-rewards.ts';
import type { RunFacts } from '../findings/run-facts.ts';
import type { RunSet } from './run-sets.ts';

/** What is laid over each other. */
export interface OverlayRequest {
  /** In the order of their lines. */
  readonly sets: readonly RunSet[];
  /** Labels, of any budgets: "PRS 4/4". A set that lacks one has no line of it. */
  readonly arms: readonly string[];
  /** Whether only those prompts count that all sets of a scale have. */
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

/** The lines that may stand on one axis. */
export interface OverlayPanel {
  readonly scale: RewardScale;
  readonly curves: readonly OverlayCurve[];
  /** Prompts that all of its sets have. */
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
  const scales = new Map(sets.map(({ scale }) => [scale.key, scale]));
  return [...scales.values()].map((scale) => {
    const its = sets.filter((set) => set.scale.key === scale.key);
    const shared = sharedPromptsOf(its);
    const read = onSharedPrompts
      ? its.map((set) => ({
          ...set,
          runs: set.runs.filter(({ prompt }) => shared.has(prompt.trim())),
        }))
      : its;
    const curves = read.flatMap((set) => curvesOf(set, arms));
    return {
      ...{ scale, curves, sharedPrompts: shared.size },
      caveats: caveatsOfOverlay(its, curves, shared.size, onSharedPrompts),
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

function curvesOf(set: RunSet, asked: readonly string[]): readonly OverlayCurve[] {
  return budgetsOf(set.runs)
    .toSorted((one, other) => one - other)
    .flatMap((budget) => {
      const known = armsOfRuns(set.runs, budget).map(({ label }) => label);
      const finding = findingOf({
        runs: set.runs,
        arms: asked.filter((label) => known.includes(label)),
      });
      return finding.arms.map(({ label, reward, byResponses, byTokens }) => ({
        ...{ setId: set.id, set: set.name, isProxy: set.isProxy, label, budget },
        ...{ prompts: finding.prompts, runs: finding.runs },
        ...{ reward, byResponses, byTokens },
      }));
    });
}

/** Of several sets: the prompts that each of them has. */
function sharedPromptsOf(sets: readonly RunSet[]): ReadonlySet<string> {
  const [first, ...others] = sets.map(({ runs }) => promptsOf(runs));
  return new Set([...(first ?? [])].filter((prompt) => others.every((its) => its.has(prompt))));
}

function promptsOf(runs: readonly RunFacts[]): ReadonlySet<string> {
  return new Set(runs.map(({ prompt }) => prompt.trim()));
}

function caveatsOfOverlay(
  sets: readonly RunSet[],
  curves: readonly OverlayCurve[],
  shared: number,
  onSharedPrompts: boolean,
): readonly string[] {
  const most = Math.max(...sets.map(({ runs }) => promptsOf(runs).size));
  const differ = sets.some(({ runs }) => promptsOf(runs).size !== shared) && sets.length > 1;
  const lacking = sets.filter(({ id }) => !curves.some(({ setId }) => setId === id));
  return [
    ...(differ && onSharedPrompts
      ? [
          `Over the ${countOf(shared, 'prompt')} that all of them have; one of them has ${String(most)}.`,
        ]
      : []),
    ...(differ && !onSharedPrompts
      ? [
          `They aren’t over the same prompts, of which they share ${String(shared)}: a part of what differs is the prompts’.`,
        ]
      : []),
    ...(new Set(sets.map(({ isProxy }) => isProxy)).size > 1
      ? [
          'In one of them the scorer chose the winners too and its reward is a proxy, in another it only reports: the first is higher for that alone.',
        ]
      : []),
    ...lacking.map(({ name }) => `${name} has no run with all of these arms, and no line.`),
  ];
}

function countOf(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}
