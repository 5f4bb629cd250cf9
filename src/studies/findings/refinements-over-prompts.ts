import { type BandPoint, groupCopies } from '../../core/index.ts';
import { bandOf, meanOf } from './band-of-figures.ts';
import { copyKeyOf } from './copies-of-runs.ts';
import type { RunFacts } from './run-facts.ts';

/** What the refinements of one arm gain over their anchors, over prompts. */
export interface RefinementsOverPrompts {
  /** Of the arm: "PRS 4/4". */
  readonly label: string;
  readonly prompts: number;
  /** Refinements that were compared with their anchor. */
  readonly refinements: number;
  /** The share of a prompt's refinements above their anchor, in [0, 1]; equal ones aren't. */
  readonly above: BandPoint;
  /** The mean of reward less the anchor's. */
  readonly gain: BandPoint;
}

/**
 * Drafts against refinements: by arm, each prompt's refinements together, then over prompts. Copies of a run count once.
 *
 * @param labels of the arms that are asked about; those that don't refine have no row
 */
export function refinementsOverPrompts(
  runs: readonly RunFacts[],
  labels: readonly string[],
): readonly RefinementsOverPrompts[] {
  return labels.flatMap((label) => {
    const rows = runs.flatMap((run) =>
      run.refinements
        .filter((each) => each.label === label && each.gains.length > 0)
        .map(({ gains }) => ({ gains, prompt: run.prompt.trim(), key: copyKeyOf(run) })),
    );
    if (rows.length === 0) return [];
    const sorted = rows.toSorted((one, other) => (one.key < other.key ? -1 : 1));
    const different = groupCopies(sorted, ({ key }) => key).map(([first]) => first);
    const byPrompt = groupCopies(different, ({ prompt }) => prompt).map((runsOfPrompt) =>
      runsOfPrompt.flatMap(({ gains }) => gains),
    );
    return {
      label,
      prompts: byPrompt.length,
      refinements: byPrompt.reduce((sum, { length }) => sum + length, 0),
      above: bandOf(byPrompt.map((gains) => meanOf(gains.map((gain) => (gain > 0 ? 1 : 0))))),
      gain: bandOf(byPrompt.map(meanOf)),
    };
  });
}
