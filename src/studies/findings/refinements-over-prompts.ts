import { type ArmKind, type BandPoint, bandOverPrompts, groupCopies } from '../../core/index.ts';
import type { RunFacts } from './run-facts.ts';

/** What the refinements of one strategy gain over their anchors, over prompts. */
export interface RefinementsOverPrompts {
  readonly kind: ArmKind;
  readonly prompts: number;
  /** Refinements that were compared with their anchor. */
  readonly refinements: number;
  /** The share of a prompt's refinements above their anchor, in [0, 1]; equal ones aren't. */
  readonly above: BandPoint;
  /** The mean of reward less the anchor's. */
  readonly gain: BandPoint;
}

/** As in a finding, so that bands of the same prompts are drawn alike. */
const SEED = 1;

/** Drafts against refinements: by strategy, each prompt's refinements together, then over prompts. Copies of a run count once. */
export function refinementsOverPrompts(
  runs: readonly RunFacts[],
  budget: number,
): readonly RefinementsOverPrompts[] {
  const rows = runs.flatMap((run) =>
    run.refinements
      .filter((each) => each.budget === budget && each.gains.length > 0)
      .map(({ kind, gains }) => ({ kind, gains, prompt: run.prompt.trim(), key: keyOf(run) })),
  );
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const its = rows.filter((row) => row.kind === kind);
    const sorted = its.toSorted((one, other) => (one.key < other.key ? -1 : 1));
    const different = groupCopies(sorted, ({ key }) => key).map(([first]) => first);
    const byPrompt = groupCopies(different, ({ prompt }) => prompt).map((runsOfPrompt) =>
      runsOfPrompt.flatMap(({ gains }) => gains),
    );
    return {
      kind,
      prompts: byPrompt.length,
      refinements: byPrompt.reduce((sum, { length }) => sum + length, 0),
      above: bandOf(byPrompt.map((gains) => meanOf(gains.map((gain) => (gain > 0 ? 1 : 0))))),
      gain: bandOf(byPrompt.map(meanOf)),
    };
  });
}

function keyOf({ prompt, preference, arms }: RunFacts): string {
  return JSON.stringify([prompt.trim(), preference.trim(), arms.map(({ texts }) => texts).sort()]);
}

function bandOf(values: readonly number[]): BandPoint {
  const [point] = bandOverPrompts({ curves: values.map((value) => [value]), seed: SEED });
  return point ?? { mean: Number.NaN, interval: null };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
