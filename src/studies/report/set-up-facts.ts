import {
  armLabel,
  CHAT_PROMPTS,
  ONE_TURN_PROMPTS,
  type PromptTemplates,
  type RewardModelDescription,
  type RunHeader,
} from '../../core/index.ts';
import { sorted } from '../findings/run-group.ts';
import { countOf } from './figures-in-words.ts';
import type { ReportData } from './report-data.ts';
import type { ReportTable } from './report-parts.ts';

/** What is known of a scorer beside its description: how often it preferred the better of two marked answers. */
export interface ScorerTrust {
  readonly sentence: string;
  readonly isChance: boolean;
}

export type TrustOf = (scorer: RewardModelDescription) => readonly ScorerTrust[];

/**
 * What the runs were made with: a row for each thing that is said, several where they differ in it.
 *
 * @param tables how the files of each group begin, and what the group is
 */
export function setUpTable(
  data: ReportData,
  trustOf: TrustOf,
  tables: readonly (readonly [names: string, group: string])[],
): ReportTable {
  const { headers } = data;
  const each = (say: (run: RunHeader) => string): string =>
    [...new Set(headers.map(say))].sort().join(' · ');
  const distinct = (say: (run: RunHeader) => unknown): number =>
    new Set(headers.map((run) => JSON.stringify(say(run)))).size;
  const choosers = new Map(
    headers.map(({ rewardModel }) => [JSON.stringify(rewardModel), rewardModel]),
  );
  const rows: (readonly [string, string])[] = [
    ['Runs', `${countOf(headers.length, 'run')}${unfinished(data.unfinished)}`],
    ['Model', each(({ policy }) => policy.name)],
    ['Engine', each(({ policy }) => `${policy.engine}, ${policy.device}`)],
    ...[...choosers.values()].map(scorerRow('Scorer that chose', trustOf)),
    ...data.reporters.map(scorerRow('Scorer that reports', trustOf)),
    ['Scorers read', each(({ plan }) => readsInWords(plan.conditionedOn))],
    ['Sampling', each(samplingInWords)],
    ['Words of feedback and refinement', each(({ plan }) => templatesInWords(plan.prompts))],
    ['Prompts', String(distinct(({ plan }) => plan.prompt.trim()))],
    ['Preferences', String(distinct(({ plan }) => plan.preference.trim()))],
    [
      'Prompts with a preference',
      String(distinct(({ plan }) => [plan.prompt.trim(), plan.preference.trim()])),
    ],
    ['Seeds', [...new Set(headers.map(({ plan }) => plan.seed))].sort((a, b) => a - b).join(', ')],
    [
      'Budgets N',
      [...new Set(headers.map(({ plan }) => plan.budget))].sort((a, b) => a - b).join(', '),
    ],
    ['Arms begun with', each(({ plan }) => plan.arms.map(armLabel).join(', '))],
    ...tables,
  ];
  return { id: 'set-up', title: 'Set-up', columns: ['what', 'which'], rows };
}

function unfinished(count: number): string {
  return count === 0 ? '' : `, ${String(count)} of them not finished`;
}

function scorerRow(role: string, trustOf: TrustOf) {
  return (scorer: RewardModelDescription): [string, string] => {
    const { name, version, summary, settings } = scorer;
    const set = Object.entries(settings)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => `${key} ${String(value)}`);
    const trust = trustOf(scorer).map(({ sentence }) => sentence);
    return [
      role,
      [
        `${name}, version ${String(version)}. ${summary}`,
        ...(set.length === 0 ? [] : [`Settings: ${set.join(', ')}.`]),
        trust.length === 0
          ? 'Not measured on marked pairs.'
          : `Preferred the better of two marked answers: ${trust.join('; ')}.`,
      ].join(' '),
    ];
  };
}

function readsInWords(conditionedOn: RunHeader['plan']['conditionedOn']): string {
  return conditionedOn === 'prompt' ? 'the prompt alone' : 'the prompt with the preference';
}

function samplingInWords({ plan: { sampling, feedbackMaxTokens } }: RunHeader): string {
  const { temperature, topP, topK, presencePenalty, maxTokens } = sampling;
  return [
    `temperature ${String(temperature)}`,
    `top p ${String(topP)}`,
    `top k ${String(topK)}`,
    `presence penalty ${String(presencePenalty)}`,
    `at most ${String(maxTokens)} tokens, of a feedback ${String(feedbackMaxTokens)}`,
  ].join(', ');
}

function templatesInWords(prompts: PromptTemplates): string {
  const text = JSON.stringify(sorted(prompts));
  if (text === JSON.stringify(sorted(CHAT_PROMPTS))) return 'as for chat models';
  if (text === JSON.stringify(sorted(ONE_TURN_PROMPTS)))
    return 'in one turn with an example, as for small models';
  return 'of their own';
}
