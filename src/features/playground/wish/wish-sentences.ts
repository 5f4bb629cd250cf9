import {
  ARM_TRAITS,
  armLabel,
  type ArmTree,
  cutText,
  nodeName,
  otherAnchors,
  rewardOf,
  type RunHeader,
  type TreeNode,
} from '../../../core/index.ts';
import {
  otherWinner,
  type OtherWinner,
} from '../../../core/scoring/score-for-another-preference.ts';
import { findScorer, type ScorerReads } from '../../../rewards/index.ts';
import { formatReward } from '../../../ui/index.ts';
import type { Wish } from './use-wish.ts';

/** Enough to know a preference by. */
const MOST_QUOTED = 160;

/** Which preference the rewards are for, and for which one the texts were written. */
export function whichPreferences({ of, preference }: Pick<Wish, 'of' | 'preference'>): {
  readonly scoredFor: string;
  readonly writtenFor: string;
} {
  const own = of.run.plan.preference;
  return {
    scoredFor: `Scored for another preference: ${quoted(preference)}.`,
    writtenFor: `Texts were written ${own === '' ? 'without a preference' : `for ${quoted(own)}`}.`,
  };
}

function quoted(preference: string): string {
  const words = preference.replaceAll(/\s+/g, ' ');
  const shown = words.length > MOST_QUOTED ? `${cutText(words, MOST_QUOTED)} …` : words;
  return `“${shown.replace(/\.$/, '')}”`;
}

/** What stands behind the rewards, in small print: who gave them, and what scoring again can't show. */
export function smallPrint({ of, scoring, after }: Pick<Wish, 'of' | 'scoring' | 'after'>): string {
  const same = after.filter(({ arm }) => !ARM_TRAITS[arm.kind].readsPreference);
  return [
    scorerSentence(of.run, scoring),
    'Anchors, feedback and refinements are still those of the old preference: sampled with the new one, texts would be others.',
    ...same.map(({ arm }) => `${armLabel(arm)} reads no preference: its texts would be the same.`),
  ].join(' ');
}

function scorerSentence(
  { rewardModel: own }: RunHeader,
  { rewardModel: free }: Wish['scoring'],
): string {
  if (own.id === free.id) return `Scored by ${free.name}, as the run was.`;
  const scorer = findScorer(own.id);
  const why = scorer === null ? 'isn’t part of this version' : WHY_NOT_AT_ONCE[scorer.reads];
  return `Scored by ${free.name}, at once: the run’s own scorer, ${own.name}, ${why}. Rewards of the two don’t compare.`;
}

const WHY_NOT_AT_ONCE: Readonly<Record<ScorerReads, string>> = {
  texts: 'reads no preference',
  tokens: 'reads what was noted while the texts were written',
  policy: 'asks a language model about every text',
  'reward-model': 'asks a reward model about every text',
};

/** What the new preference makes of one arm. */
export interface ArmSentences {
  readonly armId: string;
  readonly label: string;
  readonly sentences: readonly string[];
  /** Whether another response than before would win. */
  readonly isAnother: boolean;
}

/** Arm by arm: who would win, and which anchor would have been refined. */
export function armSentences({
  before,
  after,
}: Pick<Wish, 'before' | 'after'>): readonly ArmSentences[] {
  return after.flatMap((arm, place) => {
    const own = before[place];
    if (own === undefined) return [];
    const winner = otherWinner(own, arm);
    return [
      {
        armId: arm.arm.id,
        label: armLabel(arm.arm),
        sentences: [winnerSentence(arm, winner), ...anchorSentences(arm)],
        isAnother: winner !== null && winner.before.id !== winner.after.id,
      },
    ];
  });
}

function winnerSentence(arm: ArmTree, winner: OtherWinner | null): string {
  if (winner === null) return 'No winner to compare.';
  const { before, after } = winner;
  const now = nodeName(after, arm);
  if (before.id === after.id) return `${now} wins again (${rewardIn(after)}).`;
  return `${now} would win (${rewardIn(after)}), not ${nodeName(before, arm)} (${rewardIn(before)}).`;
}

function rewardIn(node: TreeNode): string {
  const reward = rewardOf(node);
  return reward === null ? 'no reward' : formatReward(reward);
}

function anchorSentences(arm: ArmTree): readonly string[] {
  return otherAnchors(arm).map(
    ({ chosen, wouldBe }) =>
      `Its anchor would be ${nodeName(wouldBe, arm)}, not ${nodeName(chosen, arm)}.`,
  );
}
