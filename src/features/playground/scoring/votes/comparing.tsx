import { useState } from 'react';
import { Button } from '../../../../ui/index.ts';
import { nextPair, type BlindPair } from './next-pair.ts';
import { CHOICES, PairBallot, progressOf, type PairAnswer } from './pair-ballot.tsx';
import { useAnswerKeys } from './use-answer-keys.ts';
import { useTopOfSheet } from './use-top-of-sheet.ts';
import { useVotingTurn, type VotingStart } from './use-voting-turn.ts';
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
