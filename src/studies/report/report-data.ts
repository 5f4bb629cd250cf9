import type { RunHeader, SamplingTree } from '../../core/index.ts';
import { readingsOfRun, type RunFacts } from '../findings/run-facts.ts';
import { type Cost, costsOfRun, NO_COST, sumOfCosts } from './run-costs.ts';

/** What a run's arms took, by arm, over all runs that have it. */
export interface ArmCosts {
  readonly label: string;
  readonly runs: number;
  readonly sum: Cost;
}

/** What a report reads of many runs, gathered one at a time: each is reduced and let go. */
export class ReportData {
  readonly readings: RunFacts[] = [];
  readonly headers: RunHeader[] = [];
  /** Scorers that read runs afterwards, as they describe themselves. */
  readonly reporters = new Map<string, RunHeader['rewardModel']>();
  #unfinished = 0;
  #reported = 0;
  #together: Cost = NO_COST;
  readonly #arms = new Map<string, { runs: number; sum: Cost }>();
  readonly #ids = new Set<string>();

  /** Takes what a report needs of a run. @returns whether it was new: a run that is in two files counts once */
  add(tree: SamplingTree): boolean {
    if (this.#ids.has(tree.run.id)) return false;
    this.#ids.add(tree.run.id);
    if (tree.state.status !== 'finished') this.#unfinished += 1;
    if (tree.scorings.length > 0) this.#reported += 1;
    this.headers.push(tree.run);
    this.readings.push(...readingsOfRun(tree));
    for (const { rewardModel } of tree.scorings) {
      this.reporters.set(JSON.stringify(rewardModel), rewardModel);
    }
    const { arms, together } = costsOfRun(tree);
    this.#together = sumOfCosts(this.#together, together);
    for (const { label, cost } of arms) {
      const known = this.#arms.get(label) ?? { runs: 0, sum: NO_COST };
      this.#arms.set(label, { runs: known.runs + 1, sum: sumOfCosts(known.sum, cost) });
    }
    return true;
  }

  get runs(): number {
    return this.headers.length;
  }

  /** Runs that were stopped, or are still to be gone on with. */
  get unfinished(): number {
    return this.#unfinished;
  }

  /** Runs that another scorer has read. */
  get reported(): number {
    return this.#reported;
  }

  /** All that was sampled: what arms share is charged once. */
  get together(): Cost {
    return this.#together;
  }

  /** By their labels. */
  get arms(): readonly ArmCosts[] {
    return [...this.#arms]
      .map(([label, { runs, sum }]) => ({ label, runs, sum }))
      .sort((one, other) => (one.label < other.label ? -1 : 1));
  }
}
