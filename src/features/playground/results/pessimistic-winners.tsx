import { useState } from 'react';
import {
  armLabel,
  type ArmTree,
  findNode,
  meanReward,
  nodeName,
  pool,
  rewardOf,
} from '../../../core/index.ts';
import { pessimisticPick, type PessimisticPick } from '../../../core/results/pessimistic-pick.ts';
import { ChoiceButtons, DataTable, formatReward, Note } from '../../../ui/index.ts';
import styles from './results.module.css';

export interface PessimisticChoiceProps {
  readonly arms: readonly ArmTree[];
  /** Of the run: draws one response of each arm. */
  readonly seed: number;
}

/** What each arm would have ended with if its winner were chosen pessimistically, at a β that a person chooses. */
export function PessimisticChoice({ arms, seed }: PessimisticChoiceProps) {
  const [step, setStep] = useState<keyof typeof DEVIATIONS>('1');
  const deviation = deviationOf(arms);
  if (deviation === null) return <Note>It takes two rewards to choose from.</Note>;
  const beta = DEVIATIONS[step] * deviation;
  const picked = arms.flatMap((arm) => {
    const pick = pessimisticPick(arm, beta, seed);
    return pick === null ? [] : [{ arm, pick }];
  });
  return (
    <div className={styles.costs}>
      <ChoiceButtons label="β" value={step} choices={STEPS} onChange={setStep} />
      <Note>
        β = {step} × {formatReward(deviation)}, the standard deviation of all rewards of these arms.
        A response is drawn with a chance that grows with its reward above a norm; the larger β, the
        more responses have one. β = 0 is best-of-N.
      </Note>
      <ArmsTable picked={picked} />
      <ChancesTable picked={picked} />
      <Note>
        Best-of-N takes the highest reward, which may be where the scorer is most wrong. Drawing is
        what Huang et al. 2025 (arXiv 2503.21878) do about it, with a χ² penalty of strength β. What
        they prove is about responses drawn from one distribution: of arms that refine, this says
        how the rule would choose, and no more. No β here is tuned.
      </Note>
    </div>
  );
}

/** β in standard deviations. */
const DEVIATIONS = { '0': 0, '0.25': 0.25, '1': 1, '4': 4 } as const;

const STEPS = [
  { value: '0', name: '0', title: 'Best-of-N' },
  { value: '0.25', name: '0.25 deviations' },
  { value: '1', name: '1 deviation' },
  { value: '4', name: '4 deviations' },
] as const;

/** Of all rewards of the arms together; null for fewer than two. */
function deviationOf(arms: readonly ArmTree[]): number | null {
  const rewards = arms.flatMap(pool).flatMap((node) => rewardOf(node) ?? []);
  if (rewards.length < 2) return null;
  const mean = rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length;
  const squares = rewards.reduce((sum, reward) => sum + (reward - mean) ** 2, 0);
  return Math.sqrt(squares / (rewards.length - 1));
}

interface PickedProps {
  readonly picked: readonly { readonly arm: ArmTree; readonly pick: PessimisticPick }[];
}

function ArmsTable({ picked }: PickedProps) {
  return (
    <DataTable label="Pessimistic choice by arm">
      <thead>
        <tr>
          <th scope="col">Arm</th>
          <th scope="col">Drawn by the run’s seed</th>
          <th scope="col">Expected reward</th>
          <th scope="col">Winner’s reward</th>
          <th scope="col">Mean reward</th>
        </tr>
      </thead>
      <tbody>
        {picked.map(({ arm, pick }) => (
          <tr key={arm.arm.id}>
            <th scope="row">{armLabel(arm.arm)}</th>
            <td data-words>{nodeName(pick.drawn, arm)}</td>
            <td>{formatReward(pick.expected)}</td>
            <td>{figureOf(winnersReward(arm))}</td>
            <td>{figureOf(meanReward(arm))}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** The responses that can be drawn; the others are left out. */
function ChancesTable({ picked }: PickedProps) {
  return (
    <DataTable label="Chances of the responses" limitsHeight>
      <thead>
        <tr>
          <th scope="col">Arm</th>
          <th scope="col">Response</th>
          <th scope="col">Reward</th>
          <th scope="col">Chance</th>
        </tr>
      </thead>
      <tbody>
        {picked.flatMap(({ arm, pick }) =>
          pick.chances
            .filter(({ chance }) => chance > 0)
            .map(({ node, chance }) => (
              <tr key={`${arm.arm.id} ${node.id}`}>
                <th scope="row" className={styles.armName}>
                  {armLabel(arm.arm)}
                </th>
                <td>{nodeName(node, arm)}</td>
                <td>{figureOf(rewardOf(node))}</td>
                <td>{(100 * chance).toFixed(1)} %</td>
              </tr>
            )),
        )}
      </tbody>
    </DataTable>
  );
}

function winnersReward(arm: ArmTree): number | null {
  const winner = findNode(arm, arm.winnerId);
  return winner === null ? null : rewardOf(winner);
}

function figureOf(reward: number | null): string {
  return reward === null ? '–' : formatReward(reward);
}
