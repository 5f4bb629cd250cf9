import { useEffect, useRef, useState } from 'react';
import type { RewardModel } from '../../../../core/index.ts';
import {
  type ChatCheck,
  MADE_UP_MODEL,
  type PairCheck,
  type SelfTestProgress,
  type SelfTestResult,
} from '../../../../rewards/index.ts';
import { formatReward } from '../../../../ui/index.ts';
import type { RunSelfTest } from './reward-model-tools.ts';

export type SelfTestState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly chats: readonly ChatCheck[];
      readonly label: string;
      /** In [0, 1]; null while unknown. */
      readonly fraction: number | null;
    }
  | { readonly status: 'stopped' }
  | { readonly status: 'ended'; readonly result: SelfTestResult }
  | { readonly status: 'failed'; readonly message: string };

export interface SelfTestRun {
  readonly state: SelfTestState;
  readonly start: (rewardModel: RewardModel | null) => void;
  readonly stop: () => void;
}

const BEGUN: SelfTestState = {
  status: 'running',
  chats: [],
  label: 'Getting ready',
  fraction: null,
};

/** One self-test at a time; it ends when it is stopped or its place on the page goes. */
export function useSelfTest(run: RunSelfTest): SelfTestRun {
  const [state, setState] = useState<SelfTestState>({ status: 'idle' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const start = async (rewardModel: RewardModel | null): Promise<void> => {
    const { signal } = (abort.current = new AbortController());
    setState(BEGUN);
    const report = (progress: SelfTestProgress): void => {
      if (!signal.aborted) setState((before) => advance(before, progress));
    };
    try {
      const result = await run(rewardModel, report, signal);
      if (!signal.aborted) setState({ status: 'ended', result });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!signal.aborted) setState({ status: 'failed', message });
    }
  };
  return {
    state,
    start: (rewardModel) => void start(rewardModel),
    stop: () => {
      abort.current?.abort();
      setState({ status: 'stopped' });
    },
  };
}

/** The state after one more report. */
export function advance(before: SelfTestState, progress: SelfTestProgress): SelfTestState {
  const chats = before.status === 'running' ? before.chats : [];
  if (progress.type === 'loading') {
    const { message, fraction } = progress.progress;
    return { status: 'running', chats, label: message, fraction };
  }
  const { chat, scored, of } = progress;
  return {
    status: 'running',
    chats: [...chats, chat],
    label: `${String(scored)} of ${String(of)} chats read`,
    fraction: scored / of,
  };
}

/** What the self-test showed, in a sentence or a few. */
export function resultSentence(result: SelfTestResult): string {
  const { passed, chats, tolerance, deviation, meanTolerance } = result;
  const count = String(chats.length);
  const allowed = formatReward(tolerance);
  if (passed) {
    const off = formatReward(deviation ?? 0);
    return `Passed: all ${count} rewards are within ${allowed} of those computed outside the browser, ${off} off in the root mean square (${formatReward(meanTolerance)} is allowed), and a good and a bad answer score differently.`;
  }
  return `Failed: ${problemsOf(result).join('; ')}. Don’t trust a reward model’s rewards in this browser before it passes: reload the page and try again, or use another browser.`;
}

function problemsOf(result: SelfTestResult): readonly string[] {
  const { chats, pairs, tolerance, deviation, meanTolerance } = result;
  const unscored = chats.filter(({ got }) => got === null);
  const off = chats.filter(({ got, ok }) => got !== null && !ok).length;
  const [first] = unscored;
  return [
    ...(first === undefined
      ? []
      : [`${String(unscored.length)} could not be scored (${first.problem ?? 'no reason given'})`]),
    ...(off === 0
      ? []
      : [
          `${String(off)} of ${String(chats.length)} are off by more than ${formatReward(tolerance)}`,
        ]),
    ...(deviation === null || deviation <= meanTolerance
      ? []
      : [
          `they are ${formatReward(deviation)} off in the root mean square, more than ${formatReward(meanTolerance)}`,
        ]),
    ...(pairs.every(({ ok }) => ok) ? [] : ['a good and a bad answer were not told apart']),
  ];
}

/** What a reward model made of a good and a bad answer. */
export function pairSentence({ model, good, bad, problem }: PairCheck): string {
  if (good === null || bad === null) return `${model}: not scored. ${problem ?? ''}`.trim();
  const figures = `${model}: the good answer got ${formatReward(good)}, the bad one ${formatReward(bad)}.`;
  if (model === MADE_UP_MODEL.name) return `${figures} Which is higher means nothing here.`;
  if (good > bad) return figures;
  return `${figures} A trained reward model gives the good one more: make sure that the GGUF is of the reward model, not of its base model.`;
}
