import type { RunHeader, ScoringHeader } from '../../core/index.ts';

/** Runs whose rewards may be averaged: one policy, one scorer that chose and one that reports, with version and settings, the same sampling. */
export interface RunGroup {
  /** The same for runs of one group alone. */
  readonly key: string;
  /** Of the policy, for people. */
  readonly model: string;
  /** Of the scorer that chose, for people. */
  readonly scorer: string;
  /** Of the other one that reports what it chose, with its version, for people; null where the one that chose reports too: a proxy. */
  readonly reporter: string | null;
  /** That scorer's id; null where there is none. */
  readonly reporterId: string | null;
  /** The facts that people tell groups apart by, each with its words: "temperature 0.8". */
  readonly facts: readonly string[];
}

/**
 * What a run was made with, beside its prompt, preference, seed and arms.
 *
 * @param reporter the scorer by whose rewards it is read; null for its own
 */
export function groupOf(
  { plan, policy, rewardModel }: RunHeader,
  reporter: Omit<ScoringHeader, 'id'> | null = null,
): RunGroup {
  const { sampling, feedbackMaxTokens, conditionedOn, prompts } = plan;
  const { id, version, settings } = rewardModel;
  return {
    key: JSON.stringify([
      [policy.id, policy.engine],
      [id, version, conditionedOn],
      [settings, sampling, feedbackMaxTokens, prompts].map(sorted),
      ...(reporter === null ? [] : [keyOfReporter(reporter)]),
    ]),
    model: policy.name,
    scorer: rewardModel.name,
    reporter: reporter === null ? null : nameOfScorer(reporter),
    reporterId: reporter?.rewardModel.id ?? null,
    facts: [
      `version ${String(version)}`,
      conditionedOn === 'prompt' ? 'reads the prompt alone' : 'reads prompt and preference',
      `temperature ${String(sampling.temperature)}`,
      `at most ${String(sampling.maxTokens)} tokens`,
    ],
  };
}

function keyOfReporter({ rewardModel, conditionedOn }: Omit<ScoringHeader, 'id'>): unknown {
  const { id, version, settings } = rewardModel;
  return [id, version, conditionedOn, sorted(settings)];
}

/** A scorer with its version, for people. */
export function nameOfScorer({ rewardModel, conditionedOn }: Omit<ScoringHeader, 'id'>): string {
  const { name, version } = rewardModel;
  const reads = conditionedOn === 'prompt' ? ', which reads the prompt alone' : '';
  return `${name}, version ${String(version)}${reads}`;
}

/** The same value for the same fields in any order: a file keeps them as they were written. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, field]): readonly [string, unknown] => [name, sorted(field)]);
}

/** A group with what people call it. */
export interface NamedGroup extends RunGroup {
  /** Another for each: "SmolLM2, scored by Rubric, temperature 0.8". */
  readonly name: string;
  readonly runs: number;
}

/**
 * The groups of some runs, that with the most runs first. A name tells what differs between them; groups that differ in what has
 * no words here, such as a scorer's settings, are numbered.
 */
export function namedGroups(runs: readonly { readonly group: RunGroup }[]): readonly NamedGroup[] {
  const counts = new Map<string, { readonly group: RunGroup; runs: number }>();
  for (const { group } of runs) {
    const known = counts.get(group.key);
    if (known === undefined) counts.set(group.key, { group, runs: 1 });
    else known.runs += 1;
  }
  const groups = [...counts.values()].sort(
    (one, other) =>
      other.runs - one.runs ||
      Number(one.group.reporter !== null) - Number(other.group.reporter !== null) ||
      (one.group.key < other.group.key ? -1 : 1),
  );
  const differs = (place: number): boolean =>
    new Set(groups.map(({ group }) => group.facts[place])).size > 1;
  const named = groups.map(({ group, runs: count }) => {
    const facts = group.facts.filter((_, place) => differs(place));
    const reported = group.reporter === null ? [] : [`reported by ${group.reporter}`];
    const name = [`${group.model}, scored by ${group.scorer}`, ...reported, ...facts].join(', ');
    return { ...group, name, runs: count };
  });
  return named.map((group, place) => {
    const before = named.slice(0, place).filter(({ name }) => name === group.name).length;
    return before === 0
      ? group
      : { ...group, name: `${group.name}, other settings ${String(before)}` };
  });
}
