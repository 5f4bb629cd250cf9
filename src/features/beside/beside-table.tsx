import {
  accountsOf,
  findNode,
  meanReward,
  nodeName,
  processedTokens,
  rewardOf,
} from '../../core/index.ts';
import {
  DataTable,
  formatCount,
  formatReward,
  formatSeconds,
  Note,
  Region,
} from '../../ui/index.ts';
import type { BesideArm } from './beside-arms.ts';

/** What each arm of two runs came to, and what it took. */
export function BesideTable({ arms }: { readonly arms: readonly BesideArm[] }) {
  return (
    <Region name="Rewards and cost">
      <DataTable label="Table of rewards and cost">
        <thead>
          <tr>
            <th scope="col">Arm</th>
            <th scope="col">Winner</th>
            <th scope="col">Its reward</th>
            <th scope="col">Mean reward</th>
            <th scope="col">Responses</th>
            <th scope="col">Feedback</th>
            <th scope="col">Tokens</th>
            <th scope="col">Time</th>
          </tr>
        </thead>
        <tbody>
          {arms.map((each) => (
            <ArmRow key={each.arm.arm.id} {...each} />
          ))}
        </tbody>
      </DataTable>
      <Note>
        Tokens read anew or written, and the time that sampling took, scoring left out. Where arms
        of one run share a text, each is charged for it, as if it ran alone.
      </Note>
    </Region>
  );
}

function ArmRow({ arm, label }: BesideArm) {
  const { responses, feedbacks, seconds } = accountsOf(arm);
  const winner = findNode(arm, arm.winnerId);
  const reward = winner === null ? null : rewardOf(winner);
  const mean = meanReward(arm);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{winner === null ? '–' : nodeName(winner, arm)}</td>
      <td>{reward === null ? '–' : formatReward(reward)}</td>
      <td>{mean === null ? '–' : formatReward(mean)}</td>
      <td>{formatCount(responses)}</td>
      <td>{formatCount(feedbacks)}</td>
      <td>{formatCount(processedTokens(arm))}</td>
      <td>{formatSeconds(seconds)}</td>
    </tr>
  );
}
