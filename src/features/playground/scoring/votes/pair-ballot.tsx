import { useState } from 'react';
import { Button, ProgressBar, Note } from '../../../../ui/index.ts';
import { type BlindPair, nextPair } from './next-vote-candidates.ts';
import {
  useAnswerKeys,
  useTopOfSheet,
  useVotingTurn,
  type VotingStart,
} from './use-voting-turn.ts';
import styles from './votes.module.css';

const ANSWERED: Readonly<Record<PairAnswer, string>> = {
  left: 'Left is better',
  tie: 'Equal',
  right: 'Right is better',
  skip: 'Skipped',
};

/** Pair after pair until the round is over; another round only where it is asked for. */
export function Comparing({ start }: { readonly start: VotingStart }) {
  const { turn, cast, pass } = useVotingTurn(start);
  const inside = useTopOfSheet(turn.met.length);
  const pair = nextPair(turn);
  const [lastRound, setLastRound] = useState(pair?.round ?? 0);
  const [answered, setAnswered] = useState<PairAnswer | null>(null);
  const shown = pair === null || pair.round > lastRound ? null : pair;
  const answer = (given: PairAnswer): void => {
    if (shown === null) return;
    const [first, second] = [shown.left.response, shown.right.response];
    if (given === 'skip') pass([{ first, second }]);
    else cast([{ first, second, outcome: OUTCOMES[given], voter: start.voter }]);
    setAnswered(given);
  };
  useAnswerKeys((key) => {
    const choice = CHOICES.find(({ keys }) => keys.includes(key));
    if (choice === undefined || shown === null) return false;
    answer(choice.answer);
    return true;
  });
  return (
    <>
      {shown === null ? (
        <RoundOver
          onAgain={() => {
            setLastRound(lastRound + 1);
          }}
        />
      ) : (
        <PairBallot pair={shown} onAnswer={answer} />
      )}
      <p ref={inside} role="status" className={styles.heard}>
        {announcement(answered, shown)}
      </p>
    </>
  );
}

const OUTCOMES = { left: 'first', tie: 'tie', right: 'second' } as const;

function announcement(answered: PairAnswer | null, pair: BlindPair | null): string {
  const next = pair === null ? 'That was the last comparison.' : `${progressOf(pair)}.`;
  return answered === null ? next : `${ANSWERED[answered]}. ${next}`;
}

function RoundOver({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <div className={styles.over}>
      <p>
        That was the last comparison of this round. Choose Done to see what the votes say, or
        compare the same pairs again, sides and order shuffled anew.
      </p>
      <Button onClick={onAgain}>Another round</Button>
    </div>
  );
}

export type PairAnswer = 'left' | 'tie' | 'right' | 'skip';

interface Choice {
  readonly answer: PairAnswer;
  readonly label: string;
  /** As the browser names them; the first is shown. */
  readonly keys: readonly string[];
}

const CHOICES: readonly Choice[] = [
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
      <Note>
        Keys: 1 or ← for left, 2 for equal, 3 or → for right, 4 to skip, Escape when you are done.
      </Note>
    </>
  );
}

function progressOf({ position, total, round }: BlindPair): string {
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
