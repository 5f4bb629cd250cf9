import type { Scoring } from '../../../core/index.ts';

/** What a scorer was asked for and did not give, and why; empty where it gave all. */
export function unscoredSentences({ outcomes }: Scoring): readonly string[] {
  const failures = outcomes.flatMap(({ scoring }) =>
    scoring.status === 'failed' ? [scoring.message] : [],
  );
  const others = outcomes.flatMap(({ scoring }) =>
    scoring.status === 'scored' ? (scoring.otherProblem ?? []) : [],
  );
  return [
    ...(failures.length === 0 ? [] : [failureSentence(failures)]),
    ...(others.length === 0 ? [] : [otherSentence(others)]),
  ];
}

function failureSentence(messages: readonly string[]): string {
  const count =
    messages.length === 1 ? 'One response is unscored' : `${String(messages.length)} are unscored`;
  return `${count}: ${reasonsOf(messages)} Nothing counts as zero: they can’t be anchor or winner.`;
}

function otherSentence(messages: readonly string[]): string {
  const count =
    messages.length === 1
      ? 'One response was not scored the other way'
      : `${String(messages.length)} were not scored the other way`;
  return `${count}: ${reasonsOf(messages)} No choice depends on it.`;
}

function reasonsOf(messages: readonly string[]): string {
  const [first = ''] = messages;
  return new Set(messages).size > 1 ? `${first} (and other reasons)` : first;
}
