import { Button, ProgressBar } from '../../../../ui/index.ts';
import type { BlindPair } from './next-pair.ts';
import styles from './votes.module.css';

export type PairAnswer = 'left' | 'tie' | 'right' | 'skip';

interface Choice {
  readonly answer: PairAnswer;
  readonly label: string;
  /** As the browser names them; the first is shown. */
  readonly keys: readonly string[];
}

export const CHOICES: readonly Choice[] = [
  { answer: 'left', label: 'Left is better', keys: ['1', 'ArrowLeft'] },
  { answer: 'tie', label: 'Equal', keys: ['2'] },
  { answer: 'right', label: 'Right is better', keys: ['3', 'ArrowRight'] },
  { answer: 'skip', label: 'Skip', keys: ['4'] },
];

export interface PairBallotProps {
  readonly pair: BlindPair;
  readonly onAnswer: (answer: PairAnswer) => void;
}

/** Two responses of which nothing is told but what they say. */
export function PairBallot({ pair, onAnswer }: PairBallotProps) {
  return (
    <>
      <ProgressBar label={progressOf(pair)} fraction={(pair.position - 1) / pair.total} />
      <div className={styles.sides}>
        <BlindText name="Left" text={pair.left.text} />
        <BlindText name="Right" text={pair.right.text} />
      </div>
      <div className={styles.choices} role="group" aria-label="Your vote">
        {CHOICES.map(({ answer, label, keys }) => (
          <Button
            key={answer}
            aria-keyshortcuts={keys.join(' ')}
            onClick={(event) => {
              // The second half of a double click would fall on the next pair, unread.
              if (event.detail < 2) onAnswer(answer);
            }}
          >
            {label} <kbd aria-hidden="true">{keys[0]}</kbd>
          </Button>
        ))}
      </div>
      <p className={styles.note}>
        Keys: 1 or ← for left, 2 for equal, 3 or → for right, 4 to skip, Escape when you are done.
      </p>
    </>
  );
}

export function progressOf({ position, total, round }: BlindPair): string {
  const again = round === 0 ? '' : `, round ${String(round + 1)}`;
  return `Comparison ${String(position)} of ${String(total)}${again}`;
}

function BlindText({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <article className={styles.card} aria-label={name}>
      <h3>{name}</h3>
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </article>
  );
}
