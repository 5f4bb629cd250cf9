import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Vote } from '../../../../core/index.ts';
import type { Candidate, Meeting, VotingTurn } from './next-vote-candidates.ts';

export interface VotingStart {
  readonly candidates: readonly Candidate[];
  /** Cast before this turn, by anybody. */
  readonly votes: readonly Vote[];
  readonly voter: string;
  readonly runSeed: number;
  readonly onVote: (vote: Vote) => void;
}

export interface RunningTurn {
  readonly turn: VotingTurn;
  /** What was seen since the dialog was opened. */
  readonly seenHere: readonly Meeting[];
  readonly cast: (votes: readonly Vote[]) => void;
  /** Leaves out what a voter can't decide. */
  readonly pass: (meetings: readonly Meeting[]) => void;
}

/**
 * One voter's turn, from opening the dialog to closing it. It counts its own votes and doesn't wait until they are kept, so
 * that two quick keys never vote on one pair; responses that come meanwhile wait for the next turn.
 */
export function useVotingTurn(start: VotingStart): RunningTurn {
  const { voter, runSeed, onVote } = start;
  const [before] = useState(() => ({
    candidates: start.candidates,
    met: start.votes.filter((vote) => vote.voter === voter),
  }));
  const [seenHere, setSeenHere] = useState<readonly Meeting[]>([]);
  const see = (meetings: readonly Meeting[]): void => {
    setSeenHere([...seenHere, ...meetings]);
  };
  return {
    turn: { candidates: before.candidates, met: [...before.met, ...seenHere], voter, runSeed },
    seenHere,
    cast: (votes) => {
      votes.forEach(onVote);
      see(votes);
    },
    pass: see,
  };
}

/**
 * Tells which key was pressed anywhere on the page, wherever the focus stands. A key held down tells once, so that it can't
 * answer questions that nobody has read; keys with a modifier belong to the browser.
 *
 * @param onKey returns whether it took the key.
 */
export function useAnswerKeys(onKey: (key: string) => boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (onKey(event.key)) event.preventDefault();
    };
    // On the way down: dialogs keep arrow keys from coming up again.
    document.addEventListener('keydown', listen, { capture: true });
    return () => {
      document.removeEventListener('keydown', listen, { capture: true });
    };
  });
}

/**
 * Scrolls the dialog back to its top with every new question, so that long texts are read from their beginning.
 *
 * @param step changes with each question.
 * @returns for any element in the dialog.
 */
export function useTopOfSheet(step: number): RefObject<HTMLParagraphElement | null> {
  const inside = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    inside.current?.closest('[role="dialog"]')?.scrollTo({ top: 0 });
  }, [step]);
  return inside;
}
