import type { ChatMessage } from '../../../core/index.ts';
import styles from './node.module.css';

const ROLE_NAMES: Readonly<Record<ChatMessage['role'], string>> = {
  system: 'System',
  user: 'Asked',
  assistant: 'Model',
};

/** The exact messages that the policy was given, in order. */
export function SentMessages({ messages }: { readonly messages: readonly ChatMessage[] }) {
  return (
    <ol className={styles.messages}>
      {messages.map(({ role, content }, position) => (
        <li key={position}>
          <span className={styles.role}>{ROLE_NAMES[role]}</span>
          <p className={styles.text}>{content}</p>
        </li>
      ))}
    </ol>
  );
}
