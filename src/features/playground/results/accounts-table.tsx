import type { ReactNode } from 'react';
import {
  accountsOf,
  accountsTogether,
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
import { COST_PLACE } from '../cost-place.ts';
import styles from './results.module.css';

/** What each arm cost, and how the arms compare at equal tokens instead of equal N: at a glance, and the rest folded. */
export function AccountsTable({ arms }: { readonly arms: readonly ArmTree[] }) {
  const costs = arms.map((arm): ArmCost => ({ arm, accounts: accountsOf(arm) }));
  return (
    <Region name="Cost" alsoCalled="Accounts">
      <div id={COST_PLACE} tabIndex={-1} className={styles.costs}>
        <CostTable label="Table of costs" {...{ costs }} columns={AT_A_GLANCE}>
          {arms.length > 1 && <Together arms={arms} />}
        </CostTable>
        {arms.length > 1 && (
          <Note>
            Each arm as if it ran alone. Together, what arms share (the same asked with the same
            seed) is drawn and counted once, in responses, calls, tokens and time. Time is while at
            least one text was being written: texts written side by side don’t add up.
          </Note>
        )}
        <details>
          <summary>Feedback, cache, equal tokens and scoring</summary>
          <CostTable label="Table of what was read" {...{ costs }} columns={readColumns(arms)} />
          <Note>
            At the same N, PRS reads more: each feedback is a call of its own, and a refinement’s
            prompt holds its anchor and the feedback. What is written depends on how long the texts
            turn out.
            {arms.length > 1 && equalTokensSentence(arms)}
          </Note>
          <CostTable label="Table of what scoring cost" {...{ costs }} columns={SCORING} />
          <Note>
            Scoring stands apart: what the run’s own scorer asked of a model for the responses, and
            how long it took.
          </Note>
        </details>
      </div>
    </Region>
  );
}

interface ArmCost {
  readonly arm: ArmTree;
  readonly accounts: Accounts;
}

interface Column {
  readonly name: string;
  readonly cell: (cost: ArmCost) => string;
  /** Whether it may take several lines. */
  readonly isWords?: boolean;
}

const AT_A_GLANCE: readonly Column[] = [
  {
    name: 'Responses',
    cell: ({ arm, accounts }) => `${String(accounts.responses)} of ${String(budgetOf(arm))}`,
  },
  { name: 'Calls', cell: ({ accounts }) => callsOf(accounts), isWords: true },
  { name: 'Tokens written', cell: ({ accounts }) => formatCount(accounts.completionTokens) },
  { name: 'Tokens read, with cached', cell: ({ accounts }) => formatCount(accounts.promptTokens) },
  { name: 'Time', cell: ({ accounts }) => formatSeconds(accounts.seconds) },
];

const SCORING: readonly Column[] = [
  { name: 'Scoring calls', cell: ({ accounts }) => formatCount(accounts.scoring.usage.calls) },
  { name: 'Scoring tokens', cell: ({ accounts }) => formatCount(accounts.scoring.usage.tokens) },
  {
    name: 'Scoring time',
    cell: ({ accounts: { scoring } }) =>
      scoring.seconds === null ? 'not noted' : formatSeconds(scoring.seconds),
  },
];

function readColumns(arms: readonly ArmTree[]): readonly Column[] {
  const fewest = fewestTokens(arms);
  const best = (arm: ArmTree): string => {
    const reward = bestWithinTokens(arm, fewest);
    return reward === null ? '–' : formatReward(reward);
  };
  return [
    { name: 'Feedback', cell: ({ accounts }) => formatCount(accounts.feedbacks) },
    {
      name: 'Read from cache',
      cell: ({ accounts: { cachedPromptTokens } }) =>
        cachedPromptTokens === null ? 'not said' : formatCount(cachedPromptTokens),
    },
    {
      // What the verdict and equal tokens count.
      name: 'Read anew or written',
      cell: ({ arm }) => formatCount(processedTokens(arm)),
    },
    ...(arms.length > 1
      ? [{ name: 'Best at equal tokens', cell: ({ arm }: ArmCost) => best(arm) }]
      : []),
  ];
}

function fewestTokens(arms: readonly ArmTree[]): number {
  return Math.min(...arms.map(processedTokens));
}

function equalTokensSentence(arms: readonly ArmTree[]): string {
  return ` Equal tokens: each arm’s best within the ${formatCount(fewestTokens(arms))} tokens, read anew or written, of the cheapest, scoring left out.`;
}

function budgetOf({ arm }: ArmTree): number {
  return arm.split.reduce((sum, part) => sum + part, 0);
}

function callsOf({ calls, unfinishedCalls }: Accounts): string {
  const unfinished = unfinishedCalls > 0 ? ` (${String(unfinishedCalls)} unfinished)` : '';
  return `${String(calls)}${unfinished}`;
}

interface CostTableProps {
  readonly label: string;
  readonly costs: readonly ArmCost[];
  readonly columns: readonly Column[];
  /** The foot. */
  readonly children?: ReactNode;
}

function CostTable({ label, costs, columns, children }: CostTableProps) {
  return (
    <DataTable label={label}>
      <thead>
        <tr>
          <th scope="col">Arm</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {costs.map((cost) => (
          <tr key={cost.arm.arm.id}>
            <th scope="row">{armLabel(cost.arm.arm)}</th>
            {columns.map(({ name, cell, isWords = false }) => (
              <td key={name} data-words={isWords}>
                {cell(cost)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {children}
    </DataTable>
  );
}

/** What all of it took, a text that arms share counted once. */
function Together({ arms }: { readonly arms: readonly ArmTree[] }) {
  const together = accountsTogether(arms);
  return (
    <tfoot>
      <tr>
        <th scope="row">Together</th>
        <td>{together.responses}</td>
        <td>{callsOf(together)}</td>
        <td>{formatCount(together.completionTokens)}</td>
        <td>{formatCount(together.promptTokens)}</td>
        <td>{formatSeconds(together.seconds)}</td>
      </tr>
    </tfoot>
  );
}
