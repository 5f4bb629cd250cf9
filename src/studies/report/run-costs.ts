import {
  type Accounts,
  accountsOf,
  accountsTogether,
  armLabel,
  type SamplingTree,
} from '../../core/index.ts';

/** What a run's arms took, each by itself and all of them together. */
export interface RunCosts {
  readonly arms: readonly { readonly label: string; readonly cost: Cost }[];
  /** A text that several arms share is drawn, and charged, once. */
  readonly together: Cost;
}

/** Calls of the policy and their tokens. */
export interface Cost {
  readonly calls: number;
  /** Of them, those that brought no answer: they failed or were stopped. */
  readonly withoutAnswer: number;
  readonly promptTokens: number;
  /** Of the prompt tokens, those that the engine had in its cache; null where it doesn't say. */
  readonly cachedPromptTokens: number | null;
  readonly completionTokens: number;
}

/** Nothing of anything. */
export const NO_COST: Cost = {
  calls: 0,
  withoutAnswer: 0,
  promptTokens: 0,
  cachedPromptTokens: 0,
  completionTokens: 0,
};

export function costsOfRun({ arms }: SamplingTree): RunCosts {
  return {
    arms: arms.map((arm) => ({ label: armLabel(arm.arm), cost: costOf(accountsOf(arm)) })),
    together: costOf(accountsTogether(arms)),
  };
}

export function sumOfCosts(one: Cost, other: Cost): Cost {
  const [cached, more] = [one.cachedPromptTokens, other.cachedPromptTokens];
  return {
    calls: one.calls + other.calls,
    withoutAnswer: one.withoutAnswer + other.withoutAnswer,
    promptTokens: one.promptTokens + other.promptTokens,
    cachedPromptTokens: cached === null || more === null ? null : cached + more,
    completionTokens: one.completionTokens + other.completionTokens,
  };
}

function costOf(accounts: Accounts): Cost {
  const { calls, unfinishedCalls, promptTokens, cachedPromptTokens, completionTokens } = accounts;
  return {
    ...{ calls, withoutAnswer: unfinishedCalls },
    ...{ promptTokens, cachedPromptTokens, completionTokens },
  };
}
