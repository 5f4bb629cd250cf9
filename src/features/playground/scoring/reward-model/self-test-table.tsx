import type { ChatCheck } from '../../../../rewards/index.ts';
import { formatGain, formatReward } from '../../../../ui/index.ts';
import styles from '../scoring.module.css';

/** Each chat of the self-test: the reward computed outside the browser, the one computed here, and how far apart they are. */
export function SelfTestTable({ chats }: { readonly chats: readonly ChatCheck[] }) {
  return (
    // A table wider than the page is scrolled, and so has to be reached by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label="Self-test by chat" tabIndex={0}>
      <table className={styles.table}>
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
      </table>
    </div>
  );
}

function ChatRow({ chat }: { readonly chat: ChatCheck }) {
  const { id, prompt, response, expected, got, ok, problem } = chat;
  return (
    <tr>
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
