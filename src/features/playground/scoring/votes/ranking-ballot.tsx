import { Button } from '../../../../ui/index.ts';
import type { Candidate } from './candidates.ts';
import styles from './votes.module.css';

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
      <p className={styles.note}>
        Put the best first: move a response with its buttons, or with the arrow keys up and down
        while one of them has the focus. A ranking counts as one vote on each of its pairs.
      </p>
      <ol className={styles.ranking}>
        {cards.map((card, place) => (
          <li key={card.letter} className={styles.card} aria-label={`Response ${card.letter}`}>
            <div className={styles.cardHead}>
              <h3>{card.letter}</h3>
              <span className={styles.note}>place {place + 1}</span>
              <MoveButton card={card} places={-1} possible={place > 0} onMove={onMove} />
              <MoveButton
                card={card}
                places={1}
                possible={place < cards.length - 1}
                onMove={onMove}
              />
            </div>
            <p className={styles.text} dir="auto">
              {card.candidate.text}
            </p>
          </li>
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
