import { type Caveat, caveatsOf, type FavouredBy } from '../findings/caveats.ts';
import { type Finding, findingOf } from '../findings/finding.ts';
import type { HeadToHead } from '../findings/head-to-head.ts';
import {
  type LengthControlledDuel,
  lengthControlledDuels,
} from '../findings/length-controlled-duels.ts';
import {
  type RefinementsOverPrompts,
  refinementsOverPrompts,
} from '../findings/refinements-over-prompts.ts';
import type { RunFacts } from '../findings/run-facts.ts';
import { namedGroups, type NamedGroup } from '../findings/run-group.ts';
import {
  splitNames,
  splitsOverPrompts,
  type SplitsOverPrompts,
} from '../findings/splits-over-prompts.ts';
import { winRates, type WinRatesOfGroup } from '../findings/win-rates.ts';
import { baselineOf, mainArms } from './main-arms.ts';

/** What is asked of the runs. */
export interface AnalysisRequest {
  readonly runs: readonly RunFacts[];
  /** Arm that the others are held against; null for PRand where it is among them, else the first. */
  readonly baseline: string | null;
  /** Of a prompt of a known set: what it asks for; null for any other. */
  readonly kindOf: (prompt: string) => string | null;
  readonly favouredBy: FavouredBy;
  /** Whether the runs were chosen for what came of them: each section says so. */
  readonly areChosen: boolean;
}

/** Runs of one group as one scorer reports them. */
export interface GroupAnalysis {
  readonly group: NamedGroup;
  /** Whether the winners of other groups, too, are reported by the scorer that chose, or by another: then its name tells it apart. */
  readonly isOneOfSeveral: boolean;
  /** The smallest first. */
  readonly budgets: readonly BudgetAnalysis[];
}

/** All figures of one group and N. */
export interface BudgetAnalysis {
  /** N */
  readonly budget: number;
  /** Arms that are compared: one of each strategy. */
  readonly arms: readonly string[];
  readonly baseline: string;
  /** The arm that is told of first, PRS; null where it isn't among them. */
  readonly headline: string | null;
  readonly finding: Finding;
  /** Each pair of arms, in their order, as if their winners were equally long; none where there are too few prompts. */
  readonly lengthControlled: readonly LengthControlledDuel[];
  /** Each arm but the baseline against it. */
  readonly againstBaseline: readonly HeadToHead[];
  /** Of each strategy that was sampled in several splits, with the drafts in the order sampled. */
  readonly splits: readonly (SplitsOverPrompts & { readonly name: string })[];
  /** Of those of these arms that refine. */
  readonly refinements: readonly RefinementsOverPrompts[];
  readonly byPreference: readonly WinRatesOfGroup[];
  readonly byKind: readonly WinRatesOfGroup[];
  readonly caveats: readonly Caveat[];
}

/** Groups that another scorer reports first: those that the scorer that chose reports are proxies. */
export function analyse(request: AnalysisRequest): readonly GroupAnalysis[] {
  return namedGroups(request.runs)
    .toSorted((one, other) => Number(one.reporter === null) - Number(other.reporter === null))
    .map((group, _, groups) => {
      const runs = request.runs.filter((run) => run.group.key === group.key);
      const budgets = new Set(runs.flatMap(({ arms }) => arms.map(({ budget }) => budget)));
      const alike = groups.filter((each) => (each.reporter === null) === (group.reporter === null));
      return {
        group,
        isOneOfSeveral: alike.length > 1,
        budgets: [...budgets]
          .sort((one, other) => one - other)
          .flatMap((budget) => analyseBudget(request, group, runs, budget) ?? []),
      };
    });
}

function analyseBudget(
  { baseline: asked, kindOf, favouredBy, areChosen }: AnalysisRequest,
  group: NamedGroup,
  ofGroup: readonly RunFacts[],
  budget: number,
): BudgetAnalysis | null {
  const runs = ofGroup.filter(({ arms }) => arms.some((arm) => arm.budget === budget));
  const compared = mainArms(runs, budget);
  const baseline = baselineOf(compared, asked)?.label ?? null;
  if (baseline === null) return null;
  const arms = compared.map(({ label }) => label);
  const finding = findingOf({ runs, arms });
  const rates = { runs, arms, baseline };
  return {
    ...{ budget, arms, baseline, finding },
    headline: compared.find(({ kind }) => kind === 'prs')?.label ?? null,
    lengthControlled: lengthControlledDuels(runs, arms),
    againstBaseline: winRates({ ...rates, groupOf: () => '' }).flatMap(({ duels }) => duels),
    splits: splitNames(runs, budget).map((name) => ({
      name,
      ...splitsOverPrompts({ runs, name, budget, reading: 'inOrder' }),
    })),
    refinements: refinementsOverPrompts(runs, arms),
    byPreference: winRates({ ...rates, groupOf: ({ preference }) => preference.trim() }),
    byKind: winRates({ ...rates, groupOf: ({ prompt }) => kindOf(prompt.trim()) }),
    caveats: caveatsOf({ finding, group, areChosen, favouredBy }),
  };
}
