import { useCallback } from 'react';
import {
  armLabel,
  type ArmTree,
  findNode,
  processedTokens,
  type RewardModelDescription,
  type RunHeader,
  type ScoringHeader,
  textOf,
  VOTES_SCORING,
} from '../../../core/index.ts';
import { badgesOf, floorsTold, isBesidePrompt } from '../../../rewards/index.ts';
import { Button, formatCount } from '../../../ui/index.ts';
import { showCosts } from '../cost-place.ts';
import { useBadges } from '../use-badges.ts';
import styles from './verdict.module.css';

export interface TrustAndCostProps {
  readonly arms: readonly ArmTree[];
  readonly run: RunHeader;
  /** By whose rewards it is shown; null while that is its own scorer. */
  readonly scoring: ScoringHeader | null;
}

/** What was measured of the scorer that decided, and what the arms took: why equal N isn't equal cost. */
export function TrustAndCost({ arms, run, scoring }: TrustAndCostProps) {
  const scorer = (scoring ?? run).rewardModel;
  const { prompt } = run.plan;
  const besides = arms.filter((arm) => winsBesidePrompt(arm, prompt));
  return (
    <>
      {besides.map((arm) => (
        <p key={arm.arm.id} className={styles.verdict}>
          The winner of {armLabel(arm.arm)} takes up no word of the prompt’s topic: read whether it
          answers it. {floorsTold(scorer)}
        </p>
      ))}
      {scoring?.id !== VOTES_SCORING && <Measured key={JSON.stringify(scorer)} scorer={scorer} />}
      <p className={styles.verdict}>
        {UNEQUAL_COST} {tokensInWords(arms)}{' '}
        <Button look="small" onClick={showCosts}>
          Show all costs
        </Button>
      </p>
    </>
  );
}

function winsBesidePrompt(arm: ArmTree, prompt: string): boolean {
  const winner = findNode(arm, arm.winnerId);
  return winner !== null && isBesidePrompt(prompt, textOf(winner));
}

function Measured({ scorer }: { readonly scorer: RewardModelDescription }) {
  const measured = useBadges(useCallback(() => badgesOf(scorer), [scorer]));
  const name = `${scorer.name}, version ${String(scorer.version)}`;
  if (measured === 'under-way') return null;
  if (measured === 'unread' || measured.length === 0) {
    const why =
      measured === 'unread'
        ? 'could not be fetched: reload the page when the network is back'
        : 'has not been measured here with these settings';
    return (
      <p className={styles.verdict}>
        How often {name}, prefers the better of two answers {why}.
      </p>
    );
  }
  return (
    <div>
      <p className={styles.verdict}>{name}, prefers the better answer of marked pairs in:</p>
      <ul className={styles.measured}>
        {measured.map(({ set, sentence, noBetterThanChance, worseThanChance }) => (
          <li key={set} data-doubtful={noBetterThanChance || worseThanChance}>
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}

const UNEQUAL_COST =
  'Equal N isn’t equal cost: a feedback is a call of its own, and a refinement reads its anchor and the feedback too.';

/** "Tokens read anew or written: PRS 4/4 1,214, PRand 8 510." */
function tokensInWords(arms: readonly ArmTree[]): string {
  const each = arms.map((arm) => `${armLabel(arm.arm)} ${formatCount(processedTokens(arm))}`);
  return `Tokens read anew or written: ${each.join(', ')}.`;
}
