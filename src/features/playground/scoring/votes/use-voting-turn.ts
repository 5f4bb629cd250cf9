import { useState } from 'react';
import type { Vote } from '../../../../core/index.ts';
import type { Candidate, Meeting, VotingTurn } from './candidates.ts';

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
