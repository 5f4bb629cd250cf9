import { useMemo, useState } from 'react';
import type { ResponseAddress, SamplingTree, Vote } from '../../../../core/index.ts';
import type { NamedScoring } from '../../../../runs/index.ts';
import { DataTable, formatReward, Note, SelectField } from '../../../../ui/index.ts';
import { StandingsTable } from './vote-standings-table.tsx';
import { agreementsOf, leaderOf, standingsOf, type VoteAgreement } from './vote-standings.ts';

export interface VoteResultsProps {
  readonly tree: SamplingTree;
  readonly scorings: readonly NamedScoring[];
  readonly onSelect: (response: ResponseAddress) => void;
}

const EVERYBODY = 'everybody';

/** What all voters say, or one of them, and how far each scorer agrees. */
export function VoteResults({ tree, scorings, onSelect }: VoteResultsProps) {
  const [whose, setWhose] = useState<string | null>(null);
  const voters = votersOf(tree.votes);
  const standings = useMemo(() => standingsOf(tree, votesOf(tree, whose)), [tree, whose]);
  const agreements = useMemo(() => agreementsOf(standings, scorings), [standings, scorings]);
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

export interface AgreementTableProps {
  readonly agreements: readonly VoteAgreement[];
  /** Whether the votes put anybody ahead. */
  readonly decided: boolean;
}

/** How far the votes and every other scoring put the same responses first. */
function AgreementTable({ agreements, decided }: AgreementTableProps) {
  return (
    <>
      <DataTable label="Agreement with votes">
        <thead>
          <tr>
            <th scope="col">Agreement of votes with</th>
            <th scope="col">Kendall’s τ</th>
            <th scope="col">Pairs ordered alike</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {agreements.map(({ scoringId, name, responses, tau, pairs }) => (
            <tr key={scoringId}>
              <th scope="row">{name}</th>
              <td>{tau === null ? '–' : formatReward(tau)}</td>
              <td>{shareText(pairs)}</td>
              <td>{responses}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <Note>
        τ is 1 where both order all pairs alike and −1 where they order all the other way; by chance
        half of the pairs are alike. n counts responses that have both.
        {` ${cautionOf(agreements, decided)}`}
      </Note>
    </>
  );
}

/** "0.83 (5 of 6, 2 more equal)" */
function shareText({ share, alike, opposed, tied }: VoteAgreement['pairs']): string {
  if (share === null) return '–';
  const equal = tied === 0 ? '' : `, ${String(tied)} more equal`;
  return `${formatReward(share)} (${String(alike)} of ${String(alike + opposed)}${equal})`;
}

/** With four responses chance alone orders all pairs alike in one of 24 scorings; with five, in one of 120. */
const FEWEST = 5;

function cautionOf(agreements: readonly VoteAgreement[], decided: boolean): string {
  if (agreements.every(({ responses }) => responses < FEWEST)) {
    return `With fewer than ${String(FEWEST)} responses, that is too few to say how far votes and scorers agree.`;
  }
  return decided ? '' : 'Nobody is ahead yet, so a few more votes can still turn these figures.';
}
