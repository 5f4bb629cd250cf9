import type { SamplingTree } from '../../core/index.ts';
import { groupOf, type RunGroup } from '../findings/run-group.ts';
import {
  datasetCard,
  type GroupOfRuns,
  type KindOfRows,
  type LeftOutOfData,
  trainingFileName,
  type TrainingDataOptions,
  type TrainingFacts,
} from './dataset-card.ts';
import { type Half, HALVES, halfOfPrompt } from './half-of-prompt.ts';
import {
  TRAINING_KINDS,
  type TrainingKind,
  type TrainingRow,
  trainingRows,
} from './training-rows.ts';

/** A file to be written. */
export interface TrainingFile {
  readonly name: string;
  /** One behind another: together they may be longer than a string can be. */
  readonly pieces: readonly string[];
}

/**
 * Training data as it is gathered from runs, one at a time: the runs themselves can be let go. The same runs in the same order
 * give the same files.
 */
export class TrainingData implements TrainingFacts {
  readonly options: TrainingDataOptions;
  readonly #kinds = new Map(TRAINING_KINDS.map((kind) => [kind, new GatheredRows(kind)]));
  readonly #groups = new Map<string, { readonly group: RunGroup; runs: number }>();
  readonly #prompts: Record<Half, Set<string>> = { train: new Set(), test: new Set() };

  constructor(options: TrainingDataOptions) {
    this.options = options;
  }

  /** Takes from a run what it teaches. */
  add(tree: SamplingTree): void {
    const group = groupOf(tree.run);
    const known = this.#groups.get(group.key);
    if (known === undefined) this.#groups.set(group.key, { group, runs: 1 });
    else known.runs += 1;
    const { prompt } = tree.run.plan;
    const half = halfOfPrompt(prompt, this.options.testShare);
    this.#prompts[half].add(prompt);
    for (const row of trainingRows(tree, this.options)) {
      const rows = this.#kinds.get(row.kind);
      if ('reason' in row) rows?.leaveOut(row.reason);
      else rows?.add(row, half);
    }
  }

  get kinds(): readonly KindOfRows[] {
    return [...this.#kinds.values()];
  }

  get groups(): readonly GroupOfRuns[] {
    return [...this.#groups.values()];
  }

  /** How many prompts x the runs of each half have. */
  get prompts(): Readonly<Record<Half, number>> {
    return { train: this.#prompts.train.size, test: this.#prompts.test.size };
  }

  /** How many rows there are in all. */
  get rows(): number {
    return this.kinds.reduce((sum, { lines }) => sum + lines.train.length + lines.test.length, 0);
  }

  /** A file for each kind and half that has rows, and the dataset's card. */
  files(): readonly TrainingFile[] {
    const rows = this.kinds.flatMap(({ kind, lines }) =>
      HALVES.filter((half) => lines[half].length > 0).map((half) => ({
        name: trainingFileName(kind, half),
        pieces: lines[half],
      })),
    );
    return [...rows, { name: 'README.md', pieces: [datasetCard(this)] }];
  }
}

/** The rows of one kind as they are gathered, each once. */
class GatheredRows implements KindOfRows {
  readonly kind: TrainingKind;
  readonly lines: Record<Half, string[]> = { train: [], test: [] };
  readonly arms = new Map<string, number>();
  readonly leftOut = new Map<LeftOutOfData, number>();
  readonly #known = new Set<string>();

  constructor(kind: TrainingKind) {
    this.kind = kind;
  }

  add({ texts, arm, rewards, runId }: TrainingRow, half: Half): void {
    const content = JSON.stringify(texts, wellFormed);
    if (this.#known.has(content)) {
      this.leaveOut('repeated');
      return;
    }
    this.#known.add(content);
    const row = JSON.stringify({ ...texts, ...rewards, arm, run: runId }, wellFormed);
    this.lines[half].push(`${row}\n`);
    this.arms.set(arm, (this.arms.get(arm) ?? 0) + 1);
  }

  leaveOut(reason: LeftOutOfData): void {
    this.leftOut.set(reason, (this.leftOut.get(reason) ?? 0) + 1);
  }
}

/** Half of a character, as a text that was cut within an emoji has: readers in Python refuse the whole file for it. */
function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value;
}
