import {
  accountsOf,
  armLabel,
  bestWithinTokens,
  processedTokens,
  type ArmTree,
} from '../../../core/index.ts';
import { DataTable, formatCount, formatReward, formatSeconds, Region } from '../../../ui/index.ts';
import styles from './results.module.css';

/** What each arm cost, and how the arms compare at equal tokens instead of equal N. */
export function AccountsTable({ arms }: { readonly arms: readonly ArmTree[] }) {
  const fewest = Math.min(...arms.map(processedTokens));
  return (
    <Region name="Accounts">
      <DataTable label="Table of accounts">
        <thead>
          <tr>
            <th scope="col">Arm</th>
            <th scope="col">Responses</th>
            <th scope="col">Feedback</th>
            <th scope="col">Calls</th>
            <th scope="col">Prompt tokens</th>
            <th scope="col">from cache</th>
            <th scope="col">Completion tokens</th>
            <th scope="col">Time</th>
            {arms.length > 1 && <th scope="col">Best at equal tokens</th>}
          </tr>
        </thead>
        <tbody>
          {arms.map((arm) => (
            <AccountsRow key={arm.arm.id} arm={arm} equalTokens={arms.length > 1 ? fewest : null} />
          ))}
        </tbody>
      </DataTable>
      <p className={styles.note}>
        Feedback and longer prompts make PRS dearer at the same N.
        {arms.length > 1 &&
          ` Equal tokens: each arm’s best within the ${formatCount(fewest)} tokens, read anew or written, of the cheapest.`}
      </p>
    </Region>
  );
}

interface AccountsRowProps {
  readonly arm: ArmTree;
  readonly equalTokens: number | null;
}

function AccountsRow({ arm, equalTokens }: AccountsRowProps) {
  const accounts = accountsOf(arm);
  const budget = arm.arm.split.reduce((sum, part) => sum + part, 0);
  const best = equalTokens === null ? null : bestWithinTokens(arm, equalTokens);
  return (
    <tr>
      <th scope="row" className={styles.armName}>
        {armLabel(arm.arm)}
      </th>
      <td>
        {accounts.responses} of {budget}
      </td>
      <td>{accounts.feedbacks}</td>
      <td>
        {accounts.calls}
        {accounts.unfinishedCalls > 0 && ` (${String(accounts.unfinishedCalls)} unfinished)`}
      </td>
      <td>{formatCount(accounts.promptTokens)}</td>
      <td>
        {accounts.cachedPromptTokens === null
          ? 'not said'
          : formatCount(accounts.cachedPromptTokens)}
      </td>
      <td>{formatCount(accounts.completionTokens)}</td>
      <td>{formatSeconds(accounts.seconds)}</td>
      {equalTokens !== null && <td>{best === null ? '–' : formatReward(best)}</td>}
    </tr>
  );
}
