import { ARM_KINDS, ARM_TRAITS, type ArmKind } from '../../../core/index.ts';
import type { RefinementFacts } from '../refinement-facts.ts';
import type { ArmFacts, RunFacts } from '../run-facts.ts';

/** What differs between one literal run and another. */
export interface LiteralRun {
  readonly runId?: string;
  readonly prompt?: string;
  readonly preference?: string;
  readonly group?: string;
  /** Name and key of what rewards are measured in. */
  readonly scale?: string;
  /** By arm, the same responses by a scorer that reports and didn't choose; absent where the one that chose reports. */
  readonly reported?: Readonly<Record<string, readonly (number | null)[]>>;
  /** By arm: the rewards of its pool, in the order sampled. Equal ones are equal texts. */
  readonly arms: Readonly<Record<string, readonly (number | null)[]>>;
  /** By arm, characters of its winner; 10 where it is left out. */
  readonly winnerLengths?: Readonly<Record<string, number>>;
}

/** Of two drafts of 20 tokens each, a feedback of 30 and two refinements of 50. */
export const LITERAL_SPENT: RefinementFacts['spent'] = {
  draft: { texts: 2, tokens: 40 },
  feedback: { texts: 1, tokens: 30 },
  refinement: { texts: 2, tokens: 100 },
};

/** Each response takes ten tokens. An arm is of drafts alone where its name begins so. */
export function literalFacts(run: LiteralRun): RunFacts {
  const { runId = 'run', prompt = 'Why?', preference = 'Be brief.', group = 'one' } = run;
  const arms = Object.entries(run.arms).map(([label, rewards]) =>
    armFacts(label, rewards, run.reported?.[label] ?? rewards, run.winnerLengths?.[label] ?? 10),
  );
  const reporter = run.reported === undefined ? null : 'Reporter';
  const reporterId = reporter === null ? null : 'reporter';
  const scale = run.scale ?? 'Scorer, version 1';
  return {
    scale: { key: scale, name: scale },
    ...{ runId, prompt, preference, seed: 42, createdAt: 0, arms, splits: [], refinements: [] },
    group: { key: group, model: 'Model', scorer: 'Scorer', reporter, reporterId, facts: [group] },
  };
}

function armFacts(
  label: string,
  rewards: readonly (number | null)[],
  reported: readonly (number | null)[],
  winnerLength: number,
): ArmFacts {
  let best = -Infinity;
  const better = rewards.flatMap((reward, place) => {
    if (reward === null || reward <= best) return [];
    best = reward;
    return [{ spent: 10 * (place + 1), reward: reported[place] ?? Number.NaN }];
  });
  return {
    ...{ label, rewards, reported, better, reward: better.at(-1)?.reward ?? -Infinity },
    kind: kindOf(label),
    isPlanned: !label.includes('later'),
    budget: rewards.length,
    isDraftsAlone: label.startsWith('Rand'),
    ...{ tokens: 10 * rewards.length, winnerLength },
    texts: JSON.stringify(rewards),
  };
}

function kindOf(label: string): ArmKind {
  return ARM_KINDS.findLast((kind) => label.startsWith(ARM_TRAITS[kind].shortName)) ?? 'rand';
}
