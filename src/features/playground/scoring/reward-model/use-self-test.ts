import { useEffect, useRef, useState } from 'react';
import type { RewardModel } from '../../../../core/index.ts';
import type { ChatCheck, SelfTestProgress, SelfTestResult } from '../../../../rewards/index.ts';
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
