import type { RunFacts } from '../../studies/index.ts';

type GroupedRun = Pick<RunFacts, 'runId' | 'group'>;

/**
 * Which runs a group leaves out and what they have instead of it: "Left out are 3 of 13 runs: 2 have temperature 0.2, 1 has other
 * settings." Empty where it has all.
 *
 * @param runs of the group
 */
export function leftOutSentence(facts: readonly GroupedRun[], runs: readonly GroupedRun[]): string {
  const [own] = runs;
  const read = new Set(runs.map(({ runId }) => runId));
  const others = new Map<string, GroupedRun>();
  for (const each of facts) {
    // Of a run that is read in several ways, the way that the group is read in tells what differs.
    const isNearest = each.group.reporter === own?.group.reporter;
    if (!read.has(each.runId) && (isNearest || !others.has(each.runId))) {
      others.set(each.runId, each);
    }
  }
  if (own === undefined || others.size === 0) return '';
  const counts = new Map<string, number>();
  for (const other of others.values()) {
    const words = differenceOf(other, own);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const why = [...counts].map(([words, count]) => `${String(count)} ${haveOf(count)} ${words}`);
  const of = read.size + others.size;
  return `Left out ${areOf(others.size)} ${String(others.size)} of ${String(of)} runs: ${why.join(', ')}.`;
}

/** What one run has that the other hasn't, in the words that groups are told apart by. */
function differenceOf({ group }: GroupedRun, { group: own }: GroupedRun): string {
  if (own.reporter !== null && group.reporter !== own.reporter) {
    return `not been read by ${own.reporter}`;
  }
  const differing = [
    ...(group.model === own.model ? [] : [`the model ${group.model}`]),
    ...(group.scorer === own.scorer ? [] : [`the scorer ${group.scorer}`]),
    ...group.facts.filter((fact, place) => fact !== own.facts[place]),
  ];
  return differing.length === 0 ? 'other settings' : differing.join(' and ');
}

function haveOf(count: number): string {
  return count === 1 ? 'has' : 'have';
}

function areOf(count: number): string {
  return count === 1 ? 'is' : 'are';
}
