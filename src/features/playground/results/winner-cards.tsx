import {
  armLabel,
  controlPick,
  CONTROL_NAMES,
  findNode,
  improvingPairs,
  meanReward,
  nodeName,
  rewardOf,
  textOf,
  type ArmTree,
  type ControlKind,
  type TreeNode,
} from '../../../core/index.ts';
import {
  Button,
  formatGain,
  formatReward,
  shownDifference,
  Note,
  Region,
  ShownText,
} from '../../../ui/index.ts';
import type { SelectedNode } from '../selected-node.ts';
import styles from './results.module.css';

export interface WinnerCardsProps {
  readonly arms: readonly ArmTree[];
  readonly controls: readonly ControlKind[];
  readonly seed: number;
  readonly onSelect: (selected: SelectedNode) => void;
}

/** Each arm's winner: its text, its reward and why it won. */
export function WinnerCards({ arms, controls, seed, onSelect }: WinnerCardsProps) {
  return (
    <Region name="Winner">
      <div className={styles.cards}>
        {arms.map((arm) => (
          <WinnerCard key={arm.arm.id} {...{ arm, controls, seed, onSelect }} />
        ))}
      </div>
    </Region>
  );
}

interface WinnerCardProps extends Omit<WinnerCardsProps, 'arms'> {
  readonly arm: ArmTree;
}

function WinnerCard({ arm, controls, seed, onSelect }: WinnerCardProps) {
  const winner = findNode(arm, arm.winnerId);
  const reward = winner === null ? null : rewardOf(winner);
  if (winner === null || reward === null) {
    return (
      <article className={styles.card} aria-label={armLabel(arm.arm)}>
        <h3>{armLabel(arm.arm)}</h3>
        <Note>{noWinnerSentence(arm)}</Note>
      </article>
    );
  }
  return (
    <article className={styles.card} aria-label={armLabel(arm.arm)}>
      <h3>
        {armLabel(arm.arm)}: {nodeName(winner, arm)}
      </h3>
      <p className={styles.reward}>
        {formatReward(reward)} <span>{standingSentence(arm, reward)}</span>
      </p>
      {isCutOff(winner) && <Note>Cut off at the token limit.</Note>}
      <ShownText text={textOf(winner)} name={`the winner of ${armLabel(arm.arm)}`} />
      <dl className={styles.controls}>
        {controls.map((control) => (
          <ControlRow key={control} {...{ arm, control, seed }} />
        ))}
      </dl>
      <Button
        onClick={() => {
          onSelect({ armId: arm.arm.id, nodeId: winner.id });
        }}
      >
        Why {nodeName(winner, arm)} won
      </Button>
    </article>
  );
}

interface ControlRowProps {
  readonly arm: ArmTree;
  readonly control: ControlKind;
  readonly seed: number;
}

function ControlRow({ arm, control, seed }: ControlRowProps) {
  const pick = controlPick(arm, control, seed);
  const reward = pick === null ? null : rewardOf(pick);
  const mean = control === 'pick-at-random' ? meanReward(arm) : null;
  return (
    <div>
      <dt>{CONTROL_NAMES[control]}</dt>
      <dd>
        {pick === null ? 'nothing to pick from' : nodeName(pick, arm)}
        {reward !== null && `, ${formatReward(reward)}`}
        {mean !== null && ` (on average ${formatReward(mean)})`}
      </dd>
    </div>
  );
}

function isCutOff({ progress }: TreeNode): boolean {
  return progress.status === 'finished' && progress.remarks.includes('cut-off');
}

function noWinnerSentence(arm: ArmTree): string {
  return arm.status === 'finished'
    ? 'No response has a reward, so there is no winner.'
    : 'Not chosen yet.';
}

/** Why it won: what it gained on its anchor, or that no refinement beat the draft. */
function standingSentence(arm: ArmTree, reward: number): string {
  const winner = findNode(arm, arm.winnerId);
  const pairs = improvingPairs(arm);
  const own = pairs.find(({ refinementId }) => refinementId === arm.winnerId);
  const anchorDraft = arm.nodes.find((node) => !node.inBudget && node.kind === 'draft');
  const anchorReward = anchorDraft === undefined ? null : rewardOf(anchorDraft);
  if (anchorReward !== null && anchorReward >= reward) {
    return `highest of the ${poolSize(arm)}; the greedy anchor draft, outside the budget, has ${formatReward(anchorReward)}`;
  }
  if (own !== undefined)
    return `${formatGain(shownDifference(reward, own.anchorReward))} over its anchor, highest of the ${poolSize(arm)}`;
  if (winner?.kind === 'draft' && arm.nodes.some(({ kind }) => kind === 'refinement')) {
    return `highest of the ${poolSize(arm)}: no refinement beat this draft`;
  }
  return `highest of the ${poolSize(arm)}`;
}

function poolSize(arm: ArmTree): string {
  return String(arm.nodes.filter(({ inBudget }) => inBudget).length);
}
