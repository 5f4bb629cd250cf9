import type { RewardModel } from '../../../../core/index.ts';
import type { ChatCheck } from '../../../../rewards/index.ts';
import {
  Button,
  DataTable,
  Disclosure,
  formatGain,
  formatReward,
  ProgressBar,
  Note,
  StatusLine,
} from '../../../../ui/index.ts';
import type { RunSelfTest } from './reward-model-tools.ts';
import { pairSentence, resultSentence, type SelfTestState, useSelfTest } from './self-test-run.ts';
import styles from '../scoring.module.css';

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
          <p key={place} className={pair.ok ? styles.note : styles.problem}>
            {pairSentence(pair)}
          </p>
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
