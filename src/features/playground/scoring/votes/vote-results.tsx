import { useMemo, useState } from 'react';
import type { ResponseAddress, SamplingTree, Vote } from '../../../../core/index.ts';
import { SelectField } from '../../../../ui/index.ts';
import type { Reading } from '../readings.ts';
import { AgreementTable } from './agreement-table.tsx';
import { agreementsOf } from './agreement.ts';
import { leaderOf, standingsOf } from './standings.ts';
import { StandingsTable } from './standings-table.tsx';

export interface VoteResultsProps {
  readonly tree: SamplingTree;
  readonly readings: readonly Reading[];
  readonly onSelect: (response: ResponseAddress) => void;
}

const EVERYBODY = 'everybody';

/** What all voters say, or one of them, and how far each scorer agrees. */
export function VoteResults({ tree, readings, onSelect }: VoteResultsProps) {
  const [whose, setWhose] = useState<string | null>(null);
  const voters = votersOf(tree.votes);
  const standings = useMemo(() => standingsOf(tree, votesOf(tree, whose)), [tree, whose]);
  const agreements = useMemo(() => agreementsOf(standings, readings), [standings, readings]);
  return (
    <>
      {voters.length > 1 && (
        <SelectField
          label="Whose votes"
          value={whose === null || !voters.includes(whose) ? EVERYBODY : valueOf(whose)}
          options={[
            { value: EVERYBODY, label: `All voters (${String(tree.votes.length)})` },
            ...voters.map((voter) => ({
              value: valueOf(voter),
              label: `${voter === '' ? 'No name' : voter} (${String(countOf(tree.votes, voter))})`,
            })),
          ]}
          onChange={(value) => {
            setWhose(voters.find((voter) => valueOf(voter) === value) ?? null);
          }}
        />
      )}
      <StandingsTable {...{ tree, standings, onSelect }} />
      {agreements.length > 0 && (
        <AgreementTable agreements={agreements} decided={leaderOf(standings) !== null} />
      )}
    </>
  );
}

/** Everybody who voted, in the order of their first votes. */
function votersOf(votes: readonly Vote[]): readonly string[] {
  return [...new Set(votes.map(({ voter }) => voter))];
}

/** Of one voter; of all where nobody is chosen, or somebody who cast none in this run. */
function votesOf({ votes }: SamplingTree, whose: string | null): readonly Vote[] {
  const own = votes.filter(({ voter }) => voter === whose);
  return own.length === 0 ? votes : own;
}

function countOf(votes: readonly Vote[], voter: string): number {
  return votes.filter((vote) => vote.voter === voter).length;
}

/** Any name can be typed, so it's marked as one. */
function valueOf(voter: string): string {
  return `voter ${voter}`;
}
