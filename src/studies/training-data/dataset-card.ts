import { shortened } from '../../core/index.ts';
import type { RunGroup } from '../findings/run-group.ts';
import { type Half, HALVES } from './half-of-prompt.ts';
import {
  LEFT_OUT,
  type LeftOutReason,
  type TrainingChoice,
  type TrainingKind,
} from './training-rows.ts';

export interface TrainingDataOptions extends TrainingChoice {
  /** Share of the prompts that is held out, from 0 to 1. */
  readonly testShare: number;
}

/** Why a row isn't among the data: the run doesn't give it, or it is there already. */
export type LeftOutOfData = LeftOutReason | 'repeated';

/** Rows of one kind. */
export interface KindOfRows {
  readonly kind: TrainingKind;
  /** Each a line of JSON, with its line feed. */
  readonly lines: Readonly<Record<Half, readonly string[]>>;
  /** Rows of each arm, as people write it. */
  readonly arms: ReadonlyMap<string, number>;
  readonly leftOut: ReadonlyMap<LeftOutOfData, number>;
}

/** What the runs were made with. */
export interface GroupOfRuns {
  readonly group: RunGroup;
  readonly runs: number;
}

/** What is told of training data. */
export interface TrainingFacts {
  readonly options: TrainingDataOptions;
  readonly kinds: readonly KindOfRows[];
  readonly groups: readonly GroupOfRuns[];
  /** How many prompts x the runs of each half have. */
  readonly prompts: Readonly<Record<Half, number>>;
}

export function trainingFileName(kind: TrainingKind, half: Half): string {
  return `${kind}-${half}.jsonl`;
}

const REASONS: Readonly<Record<LeftOutOfData, string>> = {
  ...LEFT_OUT,
  repeated: 'the same texts are there already, of another arm or run',
};

const KINDS: Readonly<Record<TrainingKind, { readonly columns: string; readonly use: string }>> = {
  winners: {
    columns: '`messages`',
    use: 'The response with the highest reward of each arm, for supervised fine-tuning (`SFTTrainer`): teaches answering.',
  },
  preferences: {
    columns: '`prompt`, `chosen`, `rejected`',
    use: 'The winner against the response of its pool with the lowest reward (`DPOTrainer`): teaches choosing.',
  },
  'improving-pairs': {
    columns: '`prompt`, `completion`',
    use: 'A refinement with a higher reward than its anchor, below what the policy was sent for it: x, z, the anchor and the feedback (`SFTTrainer`): teaches refining.',
  },
};

/** Few prompts in a half say little of others. */
const FEW_PROMPTS = 10;

/** The card of the data, as `datasets` reads it from README.md: which files there are, of what, and what to keep in mind. */
export function datasetCard(facts: TrainingFacts): string {
  const { options, prompts, kinds } = facts;
  const all = prompts.train + prompts.test;
  return `${frontMatter(kinds)}
# Training data from runs of PRS Playground

What Preference-Guided Reflective Sampling (Ye & Ng, EMNLP 2024) teaches: winners, preference pairs and improving pairs, in TRL's conversational formats. Rewards are those of the run's own scorer, \`arm\` is the strategy and \`run\` the run that a row is from.

## Rows

${countsTable(kinds)}

${kinds.map(({ kind }) => `- \`${kind}\`: ${KINDS[kind].columns}. ${KINDS[kind].use}`).join('\n')}

A prompt is what the scorer read: x with z below a blank line, or x alone where rewards are conditioned on the prompt.

Of ${String(all)} prompts, ${String(prompts.test)} are held out (asked for: ${percent(options.testShare)}). A hash of the prompt alone decides: all preferences, seeds and arms of a prompt are in one half, in every export.

${armsTable(kinds)}

## What was left out, and why

${leftOutTable(kinds)}

Least margin of reward: ${String(options.margin)}, in the scorer's own unit, for pairs of both kinds.${options.arms === null ? '' : ` Strategies: ${options.arms.join(', ')}; others were left out.`}

## Who wrote, and who chose

${groupsTable(facts.groups)}

## What to keep in mind

${caveats(facts)
  .map((sentence) => `- ${sentence}`)
  .join('\n')}
`;
}

/** What \`datasets\` is told of the files: a name for each kind, with its halves. */
function frontMatter(kinds: readonly KindOfRows[]): string {
  const configs = kinds.flatMap(({ kind, lines }) => {
    const halves = HALVES.filter((half) => lines[half].length > 0);
    if (halves.length === 0) return [];
    const files = halves.flatMap((half) => [
      `      - split: ${half}`,
      `        path: ${trainingFileName(kind, half)}`,
    ]);
    return [`  - config_name: ${kind}`, '    data_files:', ...files];
  });
  return ['---', ...(configs.length > 0 ? ['configs:', ...configs] : []), '---', ''].join('\n');
}

function countsTable(kinds: readonly KindOfRows[]): string {
  return table(
    ['kind', 'train', 'test'],
    kinds.map(({ kind, lines }) => [
      `\`${kind}\``,
      String(lines.train.length),
      String(lines.test.length),
    ]),
  );
}

function armsTable(kinds: readonly KindOfRows[]): string {
  const arms = new Set(kinds.flatMap(({ arms: known }) => [...known.keys()]));
  return table(
    ['rows by arm', ...kinds.map(({ kind }) => `\`${kind}\``)],
    Array.from(arms, (arm) => [
      inCell(arm),
      ...kinds.map(({ arms: known }) => String(known.get(arm) ?? 0)),
    ]),
  );
}

function leftOutTable(kinds: readonly KindOfRows[]): string {
  return table(
    ['kind', 'rows', 'why'],
    kinds.flatMap(({ kind, leftOut }) =>
      Array.from(leftOut, ([reason, count]) => [`\`${kind}\``, String(count), REASONS[reason]]),
    ),
  );
}

function groupsTable(groups: readonly GroupOfRuns[]): string {
  return table(
    ['runs', 'model', 'scorer', 'set to'],
    groups.map(({ runs, group: { model, scorer, facts } }) => [
      ...[String(runs), inCell(model), inCell(scorer), inCell(facts.join(', '))],
    ]),
  );
}

function caveats({ groups, prompts, kinds }: TrainingFacts): readonly string[] {
  const scorers = [...new Set(groups.map(({ group }) => inCell(group.scorer)))].join(', ');
  const models = [...new Set(groups.map(({ group }) => inCell(group.model)))].join(', ');
  const isEmpty = kinds.every(({ lines }) => lines.train.length + lines.test.length === 0);
  return [
    `The scorer that chose (${scorers}) is a proxy: what it prefers need not be better to people, and a model trained on its choices learns what the scorer is fooled by. Judge what comes of it by another.`,
    `The texts are a model's (${models}), and so is their licence, and that of the prompts where they were taken from a data set.`,
    'Nobody has read the texts: they may be wrong, rude or unsafe.',
    'The lowest response of a pool is rejected, which often differs from the winner in length or layout alone: look at both before you train.',
    ...(groups.length > 1
      ? [
          'The runs were made with several models, scorers or settings: rewards of different scorers aren’t on one scale.',
        ]
      : []),
    ...(prompts.train < FEW_PROMPTS
      ? [
          `${String(prompts.train)} prompts to learn from are enough to try the format, and nothing else.`,
        ]
      : []),
    ...(prompts.test < FEW_PROMPTS
      ? [`${String(prompts.test)} held-out prompts can’t tell whether training helped.`]
      : []),
    ...(isEmpty ? ['There are no rows.'] : []),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const LONGEST_CELL = 200;

/** Words of a run's file, which comes from anywhere, as a cell can hold them. */
function inCell(words: string): string {
  return shortened(words.replace(/[\s|`<>[\]\\]+/g, ' ').trim(), LONGEST_CELL);
}

function percent(share: number): string {
  return `${String(Math.round(share * 1000) / 10)} %`;
}
