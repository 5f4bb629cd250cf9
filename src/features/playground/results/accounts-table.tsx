import {
  accountsOf,
  armLabel,
  bestWithinTokens,
  processedTokens,
  type Accounts,
  type ArmTree,
} from '../../../core/index.ts';
import {
  DataTable,
  formatCount,
  formatReward,
  formatSeconds,
  Region,
  Note,
} from '../../../ui/index.ts';
import styles from './results.module.css';

/** What each arm cost, and how the arms compare at equal tokens instead of equal N. */
export function AccountsTable({ arms }: { readonly arms: readonly ArmTree[] }) {
  const fewest = Math.min(...arms.map(processedTokens));
  return (
    <Region name="Cost" alsoCalled="Accounts">
      <DataTable label="Table of costs">
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
            <th scope="col">Scoring calls</th>
            <th scope="col">Scoring tokens</th>
            <th scope="col">Scoring time</th>
            {arms.length > 1 && <th scope="col">Best at equal tokens</th>}
          </tr>
        </thead>
        <tbody>
          {arms.map((arm) => (
            <AccountsRow key={arm.arm.id} arm={arm} equalTokens={arms.length > 1 ? fewest : null} />
          ))}
        </tbody>
      </DataTable>
      <Note>
        At the same N, PRS reads more: each feedback is a call of its own, and a refinement’s prompt
        holds its anchor and the feedback. What is written depends on how long the texts turn out.
        Scoring stands apart: what the run’s own scorer asked of a model for the responses, and how
        long it took.
        {arms.length > 1 &&
          ' Where arms ask the same with the same seed, the text is drawn once and stands in each; each arm is charged for it, as if it ran alone.'}
        {arms.length > 1 &&
          ` Equal tokens: each arm’s best within the ${formatCount(fewest)} tokens, read anew or written, of the cheapest, scoring left out.`}
      </Note>
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
      <ScoringCells scoring={accounts.scoring} />
      {equalTokens !== null && <td>{best === null ? '–' : formatReward(best)}</td>}
    </tr>
  );
}

function ScoringCells({ scoring: { usage, seconds } }: Pick<Accounts, 'scoring'>) {
  return (
    <>
      <td>{formatCount(usage.calls)}</td>
      <td>{formatCount(usage.tokens)}</td>
      <td>{seconds === null ? 'not noted' : formatSeconds(seconds)}</td>
    </>
  );
}
