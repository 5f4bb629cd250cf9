import { useEffect, useRef, useState } from 'react';
import { messageOf, type RewardModel } from '../../../../core/index.ts';
import {
  type ChatCheck,
  MADE_UP_MODEL,
  type PairCheck,
  type SelfTestProgress,
  type SelfTestResult,
} from '../../../../rewards/index.ts';
import {
  Button,
  DataTable,
  Disclosure,
  formatGain,
  formatReward,
  Note,
  Problem,
  ProgressBar,
  StatusLine,
} from '../../../../ui/index.ts';
import styles from '../scoring.module.css';
import type { RunSelfTest } from './reward-model-tools.ts';

export interface SelfTestProps {
  readonly run: RunSelfTest;
  /** The reward model in memory, tried as well; null where there is none. */
  readonly rewardModel: RewardModel | null;
}

/** Shows a person that rewards come out in their browser as they do elsewhere. */
export function SelfTest({ run, rewardModel }: SelfTestProps) {
  const { state, start, stop } = useSelfTest(run);
  const running = state.status === 'running';
  return (
    <Disclosure title="Self-test" summary="are rewards computed right in this browser?">
      <div className={styles.block}>
        <Note>
          The embedded model is loaded once more and reads 20 chats with the made-up head; the
          rewards are held against those that PyTorch computed from the same file. Then a good and a
          bad answer have to get different rewards
          {rewardModel !== null && ', by the reward model in memory too'}. It takes about two
          minutes on a slow machine.
        </Note>
        <div className={styles.actions}>
          <Button
            disabled={running}
            onClick={() => {
              start(rewardModel);
            }}
          >
            Start the self-test
          </Button>
          <Button disabled={!running} onClick={stop}>
            Stop the self-test
          </Button>
        </div>
        <SelfTestReport state={state} />
      </div>
    </Disclosure>
  );
}

function PairLine({ pair }: { readonly pair: PairCheck }) {
  const sentence = pairSentence(pair);
  return pair.ok ? <Note>{sentence}</Note> : <Problem>{sentence}</Problem>;
}

/** How far it is, or what it showed. */
export function SelfTestReport({ state }: { readonly state: SelfTestState }) {
  const chats =
    state.status === 'running' ? state.chats : state.status === 'ended' ? state.result.chats : [];
  return (
    <>
      {state.status === 'running' && <ProgressBar label={state.label} fraction={state.fraction} />}
      <StatusLine isProblem={isProblem(state)}>{stateSentence(state)}</StatusLine>
      {state.status === 'ended' &&
        state.result.pairs.map((pair, place) => (
          // The made-up head stands here twice where it is also the model in memory.
          <PairLine key={place} pair={pair} />
        ))}
      {chats.length > 0 && <SelfTestTable chats={chats} />}
    </>
  );
}

function isProblem(state: SelfTestState): boolean {
  return state.status === 'failed' || (state.status === 'ended' && !state.result.passed);
}

function stateSentence(state: SelfTestState): string {
  switch (state.status) {
    case 'idle':
    case 'running':
      return '';
    case 'stopped':
      return 'Stopped: the self-test says nothing yet.';
    case 'ended':
      return resultSentence(state.result);
    case 'failed':
      return `The self-test could not be run. ${state.message}`;
  }
}

/** Each chat of the self-test: the reward computed outside the browser, the one computed here, and how far apart they are. */
function SelfTestTable({ chats }: { readonly chats: readonly ChatCheck[] }) {
  return (
    <DataTable label="Self-test by chat" role="region">
      <thead>
        <tr>
          {['Chat', 'Expected', 'Got', 'Difference', 'OK'].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chats.map((chat) => (
          <ChatRow key={chat.id} chat={chat} />
        ))}
      </tbody>
    </DataTable>
  );
}

function ChatRow({ chat }: { readonly chat: ChatCheck }) {
  const { id, prompt, response, expected, got, ok, problem } = chat;
  return (
    <tr className={styles.wraps}>
      <th scope="row" title={`${prompt}\n\n${response}`}>
        {id.replaceAll('-', ' ')}
      </th>
      <td>{formatReward(expected)}</td>
      <td>{got === null ? 'not scored' : formatReward(got)}</td>
      <td>{got === null ? (problem ?? '') : formatGain(got - expected)}</td>
      <td>{ok ? 'yes' : 'no'}</td>
    </tr>
  );
}

type SelfTestState =
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

interface SelfTestRun {
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
function useSelfTest(run: RunSelfTest): SelfTestRun {
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
      const message = messageOf(error);
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
