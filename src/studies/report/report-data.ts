import type { NodeKind, RunHeader, SamplingTree } from '../../core/index.ts';
import { groupOf, type NamedGroup, namedGroups } from '../findings/run-group.ts';
import { readingsOfRun, type RunFacts } from '../findings/run-facts.ts';
import { drawnTexts } from './drawn-texts.ts';
import { areOfOneSampling, sumsOfTexts, type TextSums } from './text-sums.ts';
import { type Cost, costsOfRun, NO_COST, type RunCosts, sumOfCosts } from './run-costs.ts';

/** What a run's arms took, by arm, over all runs that have it. */
export interface ArmCosts {
  /** Key of the group of its runs. */
  readonly group: string;
  readonly label: string;
  readonly runs: number;
  readonly sum: Cost;
}

/** How many texts of a kind there are. */
export interface TextCounts {
  readonly texts: number;
  /** Those that ended at the limit of tokens, or of the context. */
  readonly cutOff: number;
}

type CountsByKind = Readonly<Record<NodeKind, TextCounts>>;

const NO_TEXTS: TextCounts = { texts: 0, cutOff: 0 };

/** A run, reduced. */
export interface ReducedRun {
  /** What people call the study that it was read from; null where that isn't known. */
  readonly source: string | null;
  readonly header: RunHeader;
  readonly isFinished: boolean;
  /** Scorers that read it afterwards, as they describe themselves. */
  readonly reporters: readonly RunHeader['rewardModel'][];
  /** Texts that they have read. */
  readonly outcomes: number;
  readonly readings: readonly RunFacts[];
  readonly costs: RunCosts;
  readonly texts: CountsByKind;
  readonly sums: TextSums;
}

/** What was gathered, as plain values that another thread can be sent. */
export interface ReportParts {
  /** By what they are known by. */
  readonly runs: readonly (readonly [key: string, run: ReducedRun])[];
  readonly copies: number;
  readonly ofCopies: readonly (readonly [key: string, scorers: RunHeader['rewardModel'][]])[];
}

/** What a report reads of many runs, gathered one at a time: each is reduced and let go. */
export class ReportData {
  readonly #runs: Map<string, ReducedRun>;
  #copies: number;
  /** Scorers that read copies which were left out, by what the run is known by. */
  readonly #ofCopies: Map<string, RunHeader['rewardModel'][]>;

  /** @param parts what was gathered before */
  constructor({ runs, copies, ofCopies }: ReportParts = { runs: [], copies: 0, ofCopies: [] }) {
    this.#runs = new Map(runs);
    this.#copies = copies;
    this.#ofCopies = new Map(ofCopies);
  }

  get parts(): ReportParts {
    return { runs: [...this.#runs], copies: this.#copies, ofCopies: [...this.#ofCopies] };
  }

  /**
   * Takes what a report needs of a run. Of copies, as of a run that is in two folders, one counts: that which is finished, else that
   * which other scorers have read more of, else the first. Runs with one id that were made otherwise,
   * by another model say, or that say something else, as a study that was sampled twice, are no copies.
   *
   * @param source what people call the study that it was read from; null where that isn't known
   * @returns what the run is known by, the same for its copies; null where it is a copy that tells no more than the one before
   */
  add(tree: SamplingTree, source: string | null = null): string | null {
    const sums = sumsOfTexts(tree);
    const { key, known } = this.#find(tree.run, sums);
    const reporters = tree.scorings.map(({ rewardModel }) => rewardModel);
    const isFinished = tree.state.status === 'finished';
    const outcomes = tree.scorings.reduce((sum, scoring) => sum + scoring.outcomes.length, 0);
    if (known !== undefined) {
      this.#copies += 1;
      const isFuller = tellsMore({ isFinished, outcomes }, known);
      const leftOut = isFuller ? known.reporters : reporters;
      this.#ofCopies.set(key, [...(this.#ofCopies.get(key) ?? []), ...leftOut]);
      if (!isFuller) return null;
    }
    this.#runs.set(key, {
      ...{ header: tree.run, isFinished, outcomes, sums, reporters },
      // Of copies in several studies the first names it.
      source: known?.source ?? source,
      readings: readingsOfRun(tree),
      costs: costsOfRun(tree),
      texts: countTexts(tree),
    });
    return key;
  }

  /** Where a run stands: with its copies, or alone. */
  #find(
    run: RunHeader,
    sums: TextSums,
  ): { readonly key: string; readonly known: ReducedRun | undefined } {
    const made = [run.id, groupOf(run).key];
    for (let others = 0; ; others += 1) {
      const key = JSON.stringify(others === 0 ? made : [...made, others]);
      const known = this.#runs.get(key);
      if (known === undefined || areOfOneSampling(known.sums, sums)) return { key, known };
    }
  }

  /** What one group of readings tells, and the runs that have it. */
  only(group: string): ReportData {
    const data = new ReportData();
    for (const [key, run] of this.#runs) {
      const readings = run.readings.filter((reading) => reading.group.key === group);
      if (readings.length > 0) data.#runs.set(key, { ...run, readings });
    }
    return data;
  }

  get runs(): number {
    return this.#runs.size;
  }

  /** Copies that were left out. */
  get copies(): number {
    return this.#copies;
  }

  /** Names of scorers that read copies which were left out, and not those that count. */
  get unheard(): readonly string[] {
    const unheard = [...this.#ofCopies].flatMap(([key, scorers]) => {
      const heard = new Set(this.#runs.get(key)?.reporters.map((each) => JSON.stringify(each)));
      return scorers.filter((each) => !heard.has(JSON.stringify(each))).map(({ name }) => name);
    });
    return [...new Set(unheard)];
  }

  get headers(): readonly RunHeader[] {
    return this.#each.map(({ header }) => header);
  }

  get readings(): readonly RunFacts[] {
    return this.#each.flatMap(({ readings }) => readings);
  }

  /** What the study of each reading is called; empty where all are of one. */
  get sources(): ReadonlyMap<RunFacts, string> {
    const named = this.#each.flatMap(({ source, readings }) =>
      readings.map((run) => [run, source ?? ''] as const),
    );
    return new Set(named.map(([, source]) => source)).size > 1 ? new Map(named) : new Map();
  }

  /** Every scorer of the runs, as each describes itself: those that chose, then those that read afterwards. */
  get scorers(): readonly RunHeader['rewardModel'][] {
    const scorers = [...this.headers.map(({ rewardModel }) => rewardModel), ...this.reporters];
    return [...new Map(scorers.map((each) => [JSON.stringify(each), each])).values()];
  }

  /** Scorers that read runs afterwards, as they describe themselves. */
  get reporters(): readonly RunHeader['rewardModel'][] {
    const reporters = this.#each.flatMap((run) => run.reporters);
    return [...new Map(reporters.map((each) => [JSON.stringify(each), each])).values()];
  }

  /** Runs that were stopped, or are still to be gone on with. */
  get unfinished(): number {
    return this.#each.filter(({ isFinished }) => !isFinished).length;
  }

  /** Runs that another scorer has read. */
  get reported(): number {
    return this.#each.filter(({ reporters }) => reporters.length > 0).length;
  }

  /** All that was sampled: what arms share is charged once. */
  get together(): Cost {
    return this.#each.map(({ costs }) => costs.together).reduce(sumOfCosts, NO_COST);
  }

  /** By their groups and labels. */
  get arms(): readonly ArmCosts[] {
    const sums = new Map<string, ArmCosts>();
    for (const { header, costs } of this.#each) {
      const group = groupOf(header).key;
      for (const { label, cost } of costs.arms) {
        const key = JSON.stringify([group, label]);
        const { runs, sum } = sums.get(key) ?? { runs: 0, sum: NO_COST };
        sums.set(key, { group, label, runs: runs + 1, sum: sumOfCosts(sum, cost) });
      }
    }
    return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, costs]) => costs);
  }

  /** Groups of runs by the scorer that chose, with what people call them. */
  get groups(): readonly NamedGroup[] {
    return namedGroups(this.headers.map((header) => ({ group: groupOf(header) })));
  }

  /** The texts that were drawn: what arms share counts once. */
  get texts(): CountsByKind {
    const sumOf = (kind: NodeKind): TextCounts =>
      this.#each.map(({ texts }) => texts[kind]).reduce(sumOfCounts, NO_TEXTS);
    return {
      draft: sumOf('draft'),
      refinement: sumOf('refinement'),
      feedback: sumOf('feedback'),
    };
  }

  get #each(): readonly ReducedRun[] {
    return [...this.#runs.values()];
  }
}

type Completeness = Pick<ReducedRun, 'isFinished' | 'outcomes'>;

function tellsMore(one: Completeness, other: Completeness): boolean {
  return one.isFinished === other.isFinished ? one.outcomes > other.outcomes : one.isFinished;
}

function countTexts(tree: SamplingTree): CountsByKind {
  const texts = drawnTexts(tree).map(({ node }) => node);
  const counts = (kind: NodeKind): TextCounts => {
    const its = texts.filter((node) => node.kind === kind);
    const cutOff = its.filter(({ progress }) => progress.finishReason === 'length').length;
    return { texts: its.length, cutOff };
  };
  return {
    draft: counts('draft'),
    refinement: counts('refinement'),
    feedback: counts('feedback'),
  };
}

function sumOfCounts(one: TextCounts, other: TextCounts): TextCounts {
  return { texts: one.texts + other.texts, cutOff: one.cutOff + other.cutOff };
}
