import {
  armLabel,
  findArm,
  findNode,
  type Interval,
  nodeName,
  type ResponseAddress,
  type SamplingTree,
} from '../../../../core/index.ts';
import { Button, DataTable, formatReward, Note } from '../../../../ui/index.ts';
import { keyOf } from './next-vote-candidates.ts';
import { areLinked, leaderOf, type Standing } from './vote-standings.ts';
import styles from './votes.module.css';

export interface StandingsTableProps {
  readonly tree: SamplingTree;
  readonly standings: readonly Standing[];
  readonly onSelect: (response: ResponseAddress) => void;
}

/** What the votes say of each response, best first. */
export function StandingsTable({ tree, standings, onSelect }: StandingsTableProps) {
  const domain = domainOf(standings.map(({ interval }) => interval));
  return (
    <>
      <p className={styles.finding}>{findingOf(tree, standings)}</p>
      <DataTable label="Table of votes">
        <thead>
          <tr>
            <th scope="col">Arm</th>
            <th scope="col" className={styles.words}>
              Response
            </th>
            <th scope="col">Strength</th>
            <th scope="col">95 % interval</th>
            <th scope="col">
              <span className={styles.heard}>As a bar</span>
            </th>
            <th scope="col">Comparisons</th>
            <th scope="col">Record</th>
          </tr>
        </thead>
        <tbody>
          {standings.map((standing) => (
            <StandingRow
              key={keyOf(standing.candidate)}
              {...{ tree, standing, domain, onSelect }}
            />
          ))}
        </tbody>
      </DataTable>
      <Note>
        Strengths are Bradley–Terry’s, on the log scale, 0 the mean: a response beats another that
        is 1 weaker in 73 of 100 votes. An equal vote is half a win for each.
      </Note>
    </>
  );
}

interface StandingRowProps extends Pick<StandingsTableProps, 'tree' | 'onSelect'> {
  readonly standing: Standing;
  readonly domain: ReturnType<typeof domainOf>;
}

function StandingRow({ tree, standing, domain, onSelect }: StandingRowProps) {
  const { candidate, strength, interval, won, tied, lost } = standing;
  const place = placeOf(tree, candidate.response);
  return (
    <tr>
      <td>{place.arm}</td>
      <th scope="row" className={styles.words}>
        <Button
          look="quiet"
          aria-label={`Open ${place.node} of ${place.arm}`}
          onClick={() => {
            onSelect(candidate.response);
          }}
        >
          {place.node}
        </Button>
        {candidate.copies.length > 1 && (
          <Note as="span">{copiesText(tree, candidate.copies.slice(1))}</Note>
        )}
      </th>
      <td>{formatReward(strength)}</td>
      <td>
        {formatReward(interval.low)} to {formatReward(interval.high)}
      </td>
      <td>
        <StrengthBar {...{ strength, interval, domain }} />
      </td>
      <td>{won + tied + lost}</td>
      <td>
        {won} won, {tied} equal, {lost} lost
      </td>
    </tr>
  );
}

/** Who is ahead, or why nobody can be said to be. */
function findingOf(tree: SamplingTree, standings: readonly Standing[]): string {
  const leader = leaderOf(standings);
  if (leader !== null) {
    const { node, arm } = placeOf(tree, leader.candidate.response);
    return `${node} of ${arm} is ahead: its interval lies above every other.`;
  }
  if (!areLinked(standings)) {
    return 'Nobody is ahead yet: not all responses are linked by comparisons, and strengths of different groups can’t be compared.';
  }
  const unbeaten = standings[0]?.tied === 0 && standings[0].lost === 0;
  return `Nobody is ahead yet: the intervals overlap.${unbeaten ? ' A response that hasn’t lost yet has a wide one.' : ''}`;
}

function copiesText(tree: SamplingTree, copies: readonly ResponseAddress[]): string {
  const places = copies.map((copy) => placeOf(tree, copy));
  return `same words: ${places.map(({ node, arm }) => `${node} of ${arm}`).join(', ')}`;
}

function placeOf(
  tree: SamplingTree,
  { armId, nodeId }: ResponseAddress,
): { readonly arm: string; readonly node: string } {
  const arm = findArm(tree, armId);
  const node = arm && findNode(arm, nodeId);
  return {
    arm: arm === null ? armId : armLabel(arm.arm),
    node: arm === null || node === null ? nodeId : nodeName(node, arm),
  };
}

export interface StrengthBarProps {
  readonly strength: number;
  readonly interval: Interval;
  /** Of all rows, with 0 in it, so that bars can be compared. */
  readonly domain: Interval;
}

const WIDTH = 120;
const HEIGHT = 16;
const MARGIN = 2;

/** A strength as a bar from 0, its interval as whiskers. Neutral: colour means reward, and votes are read in figures. */
function StrengthBar({ strength, interval, domain }: StrengthBarProps) {
  const span = domain.high - domain.low || 1;
  const x = (value: number): number =>
    Number((MARGIN + ((value - domain.low) / span) * (WIDTH - 2 * MARGIN)).toFixed(1));
  const [zero, end] = [x(0), x(strength)];
  const [low, high] = [x(interval.low), x(interval.high)];
  return (
    <svg
      className={styles.bar}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`Strength ${formatReward(strength)}, ${intervalText(interval)}`}
    >
      <rect
        className={styles.barFill}
        x={Math.min(zero, end)}
        y={4}
        width={Math.abs(end - zero)}
        height={8}
      />
      <path className={styles.barZero} d={`M${String(zero)} 0V${String(HEIGHT)}`} />
      <path
        className={styles.whisker}
        d={`M${String(low)} 5V11M${String(low)} 8H${String(high)}M${String(high)} 5V11`}
      />
    </svg>
  );
}

/** "95 % interval −0.31 to 1.20" */
function intervalText({ low, high }: Interval): string {
  return `95 % interval ${formatReward(low)} to ${formatReward(high)}`;
}

/** The least range that holds 0 and every interval. */
function domainOf(intervals: readonly Interval[]): Interval {
  return {
    low: Math.min(0, ...intervals.map(({ low }) => low)),
    high: Math.max(0, ...intervals.map(({ high }) => high)),
  };
}
