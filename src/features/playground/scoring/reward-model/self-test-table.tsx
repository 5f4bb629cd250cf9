import type { ChatCheck } from '../../../../rewards/index.ts';
import { DataTable, formatGain, formatReward } from '../../../../ui/index.ts';
import styles from '../scoring.module.css';

/** Each chat of the self-test: the reward computed outside the browser, the one computed here, and how far apart they are. */
export function SelfTestTable({ chats }: { readonly chats: readonly ChatCheck[] }) {
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
