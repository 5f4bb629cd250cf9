import { useState } from 'react';
import { Button, ProgressBar } from '../../../../ui/index.ts';
import { timesMet, type Candidate } from './candidates.ts';
import { nextRanking } from './next-ranking.ts';
import { RankingBallot, type RankedCard } from './ranking-ballot.tsx';
import { moveBy, rankingToVotes } from './ranking-to-votes.ts';
import { useTopOfSheet } from './use-top-of-sheet.ts';
import { useVotingTurn, type VotingStart } from './use-voting-turn.ts';
import styles from './votes.module.css';

const LETTERS = 'ABCD';

/** Ranking after ranking until every response has been seen; more only where it is asked for. */
export function Ranking({ start }: { readonly start: VotingStart }) {
  const { turn, seenHere, cast, pass } = useVotingTurn(start);
  const [goesOn, setGoesOn] = useState(false);
  const [moved, setMoved] = useState<MovedCards | null>(null);
  const [heard, setHeard] = useState('');
  const step = turn.met.length;
  const inside = useTopOfSheet(step);
  const cards = moved?.step === step ? moved.cards : cardsOf(nextRanking(turn));
  const order = cards.map(({ candidate }) => candidate);
  const unseen = timesMet(turn.candidates, seenHere).filter((times) => times === 0).length;
  const seen = turn.candidates.length - unseen;
  if (unseen === 0 && !goesOn) {
    return (
      <RankedAll
        onAgain={() => {
          setGoesOn(true);
        }}
      />
    );
  }
  const label = `${String(seen)} of ${String(turn.candidates.length)} responses ranked or skipped`;
  return (
    <>
      <ProgressBar label={label} fraction={seen / turn.candidates.length} />
      <RankingBallot
        cards={cards}
        onMove={(card, places) => {
          const after = moveBy(cards, card, places);
          setMoved({ step, cards: after });
          setHeard(
            `${card.letter} is at place ${String(after.indexOf(card) + 1)} of ${String(after.length)}.`,
          );
        }}
        onKeep={() => {
          cast(rankingToVotes(order, start.voter));
          setHeard('Order kept. The next responses are shown.');
        }}
        onSkip={() => {
          pass(rankingToVotes(order, start.voter));
          setHeard('Skipped. The next responses are shown.');
        }}
      />
      <p ref={inside} role="status" className={styles.heard}>
        {heard}
      </p>
    </>
  );
}

interface MovedCards {
  /** How much had been seen when they were shown: another step shows others. */
  readonly step: number;
  readonly cards: readonly RankedCard[];
}

function cardsOf(shown: readonly Candidate[]): readonly RankedCard[] {
  return shown.map((candidate, place) => ({ candidate, letter: LETTERS[place] ?? '' }));
}

function RankedAll({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <div className={styles.over} role="status">
      <p>You have seen every response. Choose Done to see what the votes say, or go on ranking.</p>
      <Button onClick={onAgain}>Go on</Button>
    </div>
  );
}
