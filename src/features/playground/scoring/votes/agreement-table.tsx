import { DataTable, formatReward } from '../../../../ui/index.ts';
import type { VoteAgreement } from './agreement.ts';
import styles from './votes.module.css';

export interface AgreementTableProps {
  readonly agreements: readonly VoteAgreement[];
  /** Whether the votes put anybody ahead. */
  readonly decided: boolean;
}

/** How far the votes and every other reading put the same responses first. */
export function AgreementTable({ agreements, decided }: AgreementTableProps) {
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
          {agreements.map(({ readingId, name, responses, tau, pairs }) => (
            <tr key={readingId}>
              <th scope="row">{name}</th>
              <td>{tau === null ? '–' : formatReward(tau)}</td>
              <td>{shareText(pairs)}</td>
              <td>{responses}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className={styles.note}>
        τ is 1 where both order all pairs alike and −1 where they order all the other way; by chance
        half of the pairs are alike. n counts responses that have both.
        {` ${cautionOf(agreements, decided)}`}
      </p>
    </>
  );
}

/** "0.83 (5 of 6, 2 more equal)" */
function shareText({ share, alike, opposed, tied }: VoteAgreement['pairs']): string {
  if (share === null) return '–';
  const equal = tied === 0 ? '' : `, ${String(tied)} more equal`;
  return `${formatReward(share)} (${String(alike)} of ${String(alike + opposed)}${equal})`;
}

/** With four responses chance alone orders all pairs alike in one of 24 readings; with five, in one of 120. */
const FEWEST = 5;

function cautionOf(agreements: readonly VoteAgreement[], decided: boolean): string {
  if (agreements.every(({ responses }) => responses < FEWEST)) {
    return `With fewer than ${String(FEWEST)} responses, that is too few to say how far votes and scorers agree.`;
  }
  return decided ? '' : 'Nobody is ahead yet, so a few more votes can still turn these figures.';
}
