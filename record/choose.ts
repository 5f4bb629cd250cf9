import type { StoredRun } from '../src/core/index.ts';
import { RECORDED_KINDS, type RecordedKind } from './kinds.ts';
import { factsOf, type RunFacts } from './run-facts.ts';

/** A recording with what it is shown for. */
export interface ChosenRun {
  readonly kind: RecordedKind;
  readonly title: string;
  readonly run: StoredRun;
}

/**
 * The recordings that the page shows, in the order of the table: for each kind the one that makes its point most clearly, of
 * those that no kind before it has taken; the earlier of equals. Kinds whose recordings were set up for them choose first, then
 * those that hardly a recording makes, before the others, which any recording can serve. A kind that none makes is left out.
 */
export function chooseRuns(recordings: readonly StoredRun[]): readonly ChosenRun[] {
  const left = recordings.map((run) => ({ run, facts: factsOf(run) }));
  const ownFirst = RECORDED_KINDS.toSorted((one, other) => placeOf(one) - placeOf(other));
  const runs = ownFirst.flatMap((kind) => {
    const place = clearest(left.map(({ facts }) => kind.strength(facts)));
    const taken = place === null ? undefined : left.splice(place, 1)[0];
    return taken === undefined ? [] : [chosen(kind, taken)];
  });
  return RECORDED_KINDS.flatMap((kind) => runs.filter((run) => run.kind === kind));
}

/** In which turn a kind chooses. */
export function placeOf({ isOfOwnSetUp, isRare }: RecordedKind): number {
  if (isOfOwnSetUp === true) return 0;
  return isRare === true ? 1 : 2;
}

function chosen(
  kind: RecordedKind,
  { run, facts }: { readonly run: StoredRun; readonly facts: RunFacts },
): ChosenRun {
  return { kind, title: kind.title(facts), run };
}

/** The place of the highest; null where none is a number. */
function clearest(strengths: readonly (number | null)[]): number | null {
  const most = strengths.reduce<number>(
    (high, each) => Math.max(high, each ?? -Infinity),
    -Infinity,
  );
  return most === -Infinity ? null : strengths.indexOf(most);
}

/** What a list of the runs says of it. */
export function entryOf({ kind, title, run: { header } }: ChosenRun) {
  const { plan, policy, rewardModel, createdAt } = header;
  const { prompt, preference, seed, budget } = plan;
  return {
    ...{ name: kind.id, title, prompt, preference, budget, seed },
    model: policy.name,
    scorer: rewardModel.name,
    recordedAt: createdAt,
  };
}
