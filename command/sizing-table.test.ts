import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  ARM_TRAITS,
  type Arm,
  estimateArm,
  estimateRun,
  makeArm,
  MODEL_SETTINGS,
  type NodePlace,
  planNodes,
  type RunPlan,
  withoutSharedDrafts,
} from '../src/core/index.ts';

const DOCUMENT = join(import.meta.dirname, '../docs/scale.md');
const HEADING = '## How long a study takes';

/** What docs/scale.md says of x and z, four characters a token. */
const PROMPT = 'x'.repeat(400);
const PREFERENCE = 'z'.repeat(80);

const RUNS = 1_000;
/** Tokens written a second, by all replicas together. */
const RATES = [700, 5_000, 20_000];
const SECONDS_OF_MINUTE = 60;
const SECONDS_OF_HOUR = 3_600;

interface Sized {
  readonly name: string;
  readonly arms: readonly Arm[];
  /** Most tokens of an answer. */
  readonly maxTokens: number;
}

const SIZED: readonly Sized[] = [
  { name: 'PRand, N = 8', arms: [makeArm('prand', 8, [])], maxTokens: 160 },
  { name: 'PRS 4/4', arms: [makeArm('prs', 8, [4, 4])], maxTokens: 160 },
  {
    name: 'PRS 4/4, PRand and Rand',
    arms: [makeArm('prs', 8, [4, 4]), makeArm('prand', 8, []), makeArm('rand', 8, [])],
    maxTokens: 160,
  },
  { name: 'PRS 16/16', arms: [makeArm('prs', 32, [16, 16])], maxTokens: 160 },
  { name: 'PRS 16/16', arms: [makeArm('prs', 32, [16, 16])], maxTokens: 2_048 },
  { name: 'PRS 64/64', arms: [makeArm('prs', 128, [64, 64])], maxTokens: 2_048 },
];

it('the sizes in docs/scale.md are the ones that the core foretells', () => {
  expect(tableUnder(HEADING, readFileSync(DOCUMENT, 'utf8'))).toEqual(SIZED.map(cellsOf));
});

function cellsOf({ name, arms, maxTokens }: Sized): readonly string[] {
  const plan = planOf(arms, maxTokens);
  const { calls, promptTokens, mostCompletionTokens } = estimateRun(plan);
  const seconds = RATES.map((rate) => (RUNS * mostCompletionTokens) / rate);
  return [
    name,
    ...[maxTokens, calls, promptTokens, readOnce(plan), mostCompletionTokens].map(inWords),
    ...seconds.map(timeInWords),
  ];
}

/** Prompt tokens where a prompt that several answers share is read once. */
function readOnce(plan: RunPlan): number {
  const read = new Set<string>();
  const isNew = ({ id, kind }: Arm, node: NodePlace): boolean => {
    const of = node.kind === 'draft' ? ARM_TRAITS[kind].readsPreference : id;
    const key = [of, node.kind, node.layer, node.feedbackId].join(' ');
    const before = read.has(key);
    read.add(key);
    return !before;
  };
  const arms = plan.arms.map((arm) => ({ arm, nodes: planNodes(arm, plan.seed) }));
  return withoutSharedDrafts(arms).reduce((sum, { arm, nodes }) => {
    const first = nodes.filter((node) => isNew(arm, node));
    return sum + estimateArm(arm, plan, first).promptTokens;
  }, 0);
}

function planOf(arms: readonly Arm[], maxTokens: number): RunPlan {
  const { sampling, ...settings } = MODEL_SETTINGS.larger;
  return {
    ...{ prompt: PROMPT, preference: PREFERENCE, arms, budget: 0, seed: 42 },
    ...{ conditionedOn: 'prompt-and-preference', scoreBothWays: false },
    ...settings,
    sampling: { ...sampling, maxTokens },
  };
}

function timeInWords(seconds: number): string {
  return seconds < 2 * SECONDS_OF_HOUR
    ? `${Math.ceil(seconds / SECONDS_OF_MINUTE).toFixed(0)} min`
    : `${(seconds / SECONDS_OF_HOUR).toFixed(1)} h`;
}

function inWords(amount: number): string {
  return amount.toLocaleString('en');
}

/** The cells of the first table under a heading, without its head. */
function tableUnder(heading: string, text: string): readonly (readonly string[])[] {
  const lines = text.slice(text.indexOf(heading)).split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const after = lines.findIndex((line, place) => place > first && !line.startsWith('|'));
  return lines.slice(first + 2, after).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
