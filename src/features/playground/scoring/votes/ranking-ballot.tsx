import { useState } from 'react';
import { Button, ProgressBar, Note } from '../../../../ui/index.ts';
import {
  type Candidate,
  timesMet,
  type VotingTurn,
  moveBy,
  nextRanking,
  rankingToVotes,
} from './next-vote-candidates.ts';
import { useTopOfSheet, useVotingTurn, type VotingStart } from './use-voting-turn.ts';
import styles from './votes.module.css';

const LETTERS = 'ABCD';

/** Ranking after ranking until every response has been seen; more only where it is asked for. */
export function Ranking({ start }: { readonly start: VotingStart }) {
  const { turn, seenHere, cast, pass } = useVotingTurn(start);
  const [goesOn, setGoesOn] = useState(false);
  const [heard, setHeard] = useState('');
  const inside = useTopOfSheet(turn.met.length);
  const [cards, setCards] = useCards(turn);
  const order = cards.map(({ candidate }) => candidate);
  const unseen = timesMet(turn.candidates, seenHere).filter((times) => times === 0).length;
  const seen = turn.candidates.length - unseen;
  if (unseen === 0 && !goesOn) {
    return <RankedAll onGoOn={setGoesOn} />;
  }
  const move = (card: RankedCard, places: number): void => {
    const after = moveBy(cards, card, places);
    const place = `${String(after.indexOf(card) + 1)} of ${String(after.length)}`;
    setCards(after);
    setHeard(`${card.letter} is at place ${place}.`);
  };
  const end = (how: typeof cast, said: string) => (): void => {
    how(rankingToVotes(order, start.voter));
    setHeard(`${said} The next responses are shown.`);
  };
  const label = `${String(seen)} of ${String(turn.candidates.length)} responses ranked or skipped`;
  return (
    <>
      <ProgressBar label={label} fraction={seen / turn.candidates.length} />
      <RankingBallot
        cards={cards}
        onMove={move}
        onKeep={end(cast, 'Order kept.')}
        onSkip={end(pass, 'Skipped.')}
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

/** The cards of this turn, in the order in which the voter has put them. */
function useCards(
  turn: VotingTurn,
): [readonly RankedCard[], (cards: readonly RankedCard[]) => void] {
  const [moved, setMoved] = useState<MovedCards | null>(null);
  const step = turn.met.length;
  const cards = moved?.step === step ? moved.cards : cardsOf(nextRanking(turn));
  return [
    cards,
    (after) => {
      setMoved({ step, cards: after });
    },
  ];
}

function cardsOf(shown: readonly Candidate[]): readonly RankedCard[] {
  return shown.map((candidate, place) => ({ candidate, letter: LETTERS[place] ?? '' }));
}

function RankedAll({ onGoOn }: { readonly onGoOn: (goesOn: boolean) => void }) {
  return (
    <div className={styles.over} role="status">
      <p>You have seen every response. Choose Done to see what the votes say, or go on ranking.</p>
      <Button
        onClick={() => {
          onGoOn(true);
        }}
      >
        Go on
      </Button>
    </div>
  );
}

export interface RankedCard {
  readonly candidate: Candidate;
  /** A, B, C … as they were first shown; it stays with the text. */
  readonly letter: string;
}

export interface RankingBallotProps {
  /** Best first. */
  readonly cards: readonly RankedCard[];
  readonly onMove: (card: RankedCard, places: number) => void;
  readonly onKeep: () => void;
  readonly onSkip: () => void;
}

/** A few responses to be put in order, best first. */
export function RankingBallot({ cards, onMove, onKeep, onSkip }: RankingBallotProps) {
  return (
    <>
      <Note>
        Put the best first: move a response with its buttons, or with the arrow keys up and down
        while one of them has the focus. A ranking counts as one vote on each of its pairs.
      </Note>
      <ol className={styles.ranking}>
        {cards.map((card, place) => (
          <RankingCard
            key={card.letter}
            {...{ card, place, onMove }}
            isLast={place === cards.length - 1}
          />
        ))}
      </ol>
      <div className={styles.choices} role="group" aria-label="Your ranking">
        <Button
          look="primary"
          onClick={(event) => {
            if (event.detail < 2) onKeep();
          }}
        >
          Keep this order
        </Button>
        <Button
          onClick={(event) => {
            if (event.detail < 2) onSkip();
          }}
        >
          Skip
        </Button>
      </div>
    </>
  );
}

interface RankingCardProps extends Pick<RankingBallotProps, 'onMove'> {
  readonly card: RankedCard;
  /** From 0, the best. */
  readonly place: number;
  readonly isLast: boolean;
}

function RankingCard({ card, place, isLast, onMove }: RankingCardProps) {
  return (
    <li className={styles.card} aria-label={`Response ${card.letter}`}>
      <div className={styles.cardHead}>
        <h3>{card.letter}</h3>
        <Note as="span">place {place + 1}</Note>
        <MoveButton card={card} places={-1} possible={place > 0} onMove={onMove} />
        <MoveButton card={card} places={1} possible={!isLast} onMove={onMove} />
      </div>
      <p className={styles.text} dir="auto">
        {card.candidate.text}
      </p>
    </li>
  );
}

const PLACES: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

interface MoveButtonProps {
  readonly card: RankedCard;
  readonly places: 1 | -1;
  readonly possible: boolean;
  readonly onMove: RankingBallotProps['onMove'];
}

function MoveButton({ card, places, possible, onMove }: MoveButtonProps) {
  const word = places < 0 ? 'Better' : 'Worse';
  return (
    <Button
      aria-label={`${word}: move ${card.letter} ${places < 0 ? 'up' : 'down'}`}
      // Not `disabled`, which would take the focus from the button on the way to an end.
      aria-disabled={!possible}
      onClick={() => {
        onMove(card, places);
      }}
      onKeyDown={(event) => {
        const moved = PLACES[event.key];
        if (moved === undefined) return;
        event.preventDefault();
        onMove(card, moved);
      }}
    >
      {word} <span aria-hidden="true">{places < 0 ? '↑' : '↓'}</span>
    </Button>
  );
}
