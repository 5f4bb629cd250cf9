import { useMemo } from 'react';
import { kendallTau, pairwiseAgreement, spearman } from '../../../../core/index.ts';
import { treeBy } from '../../../../runs/index.ts';
import { countOf, formatReward } from '../../../../ui/index.ts';
import { ScatterChart } from '../../../../viz/scorer-charts.ts';
import {
  armWinners,
  winnersSentence,
  type ComparedViewProps,
  opener,
  pointsOf,
  Sentences,
  WinnersTable,
} from './winners-by-scorer.tsx';
import {
  bothSpoken,
  formatCorrelation,
  formatShare,
  type ScorerNames,
} from './comparison-wording.ts';
import { distinctPairs, pairScores, type ScoredPair, wholePairs } from './pair-of-scorings.ts';
import styles from './compare.module.css';

/** Every response by two scorers, how far they order them alike, and whom each lets win. */
export function AgainstView({ tree, first, second, onSelect }: ComparedViewProps) {
  const pairs = useMemo(() => pairScores(tree, first, second), [tree, first, second]);
  const winners = useMemo(
    () => armWinners(treeBy(tree, first), treeBy(tree, second)),
    [tree, first, second],
  );
  const names = { first: first.name, second: second.name };
  const whole = wholePairs(pairs);
  const leftOut = leftOutSentence(pairs, names);
  const left = leftOut === null ? [] : [leftOut];
  if (whole.length < 2) {
    const few = 'Fewer than two responses have a reward by both, so there is nothing to compare.';
    return <Sentences lines={[few, ...left]} />;
  }
  return (
    <div className={styles.view}>
      <Sentences lines={[...agreementSentences(pairs, names), winnersSentence(winners), ...left]} />
      <ScatterChart
        points={pointsOf(pairs, winners)}
        x={{ title: names.first, format: formatReward }}
        y={{ title: names.second, format: formatReward }}
        label={agreementLabel(pairs, names)}
        markNames={{
          'first-winner': `winner by ${names.first}`,
          'second-winner': `winner by ${names.second}`,
          both: 'winner by both',
        }}
        onOpen={opener(pairs, onSelect)}
      />
      <WinnersTable {...{ winners, names, onSelect }} />
    </div>
  );
}

/** How far two scorers order the responses alike, in sentences. */
export function agreementSentences(
  pairs: readonly ScoredPair[],
  names: ScorerNames,
): readonly string[] {
  const whole = distinctPairs(pairs);
  const first = whole.map((pair) => pair.first);
  const second = whole.map((pair) => pair.second);
  const n = whole.length;
  const copies = wholePairs(pairs).length - n;
  const counted = copies === 0 ? '' : ` (copies, ${String(copies)}, counted once)`;
  const rho = spearman(first, second);
  const tau = kendallTau(first, second);
  if (rho === null || tau === null) return [constantSentence(first, n, bothSpoken(names))];
  const { share, tied } = pairwiseAgreement(first, second);
  const alike = share === null ? '' : `; ${formatShare(share)} of pairs in the same order`;
  const left = tied === 0 ? '' : `, ${countOf(tied, 'pair')} level by one of them left out`;
  return [
    `Rank correlation (Spearman) ${formatCorrelation(rho)}, n = ${String(n)} responses${counted}; Kendall’s τ ${formatCorrelation(tau)}${alike} (chance 50 %${left}).`,
    chanceSentence(n),
  ];
}

/** What the chart says to those who hear it. */
export function agreementLabel(pairs: readonly ScoredPair[], names: ScorerNames): string {
  const whole = wholePairs(pairs);
  const distinct = distinctPairs(pairs);
  const { first, second } = bothSpoken(names);
  const rho = spearman(
    distinct.map((pair) => pair.first),
    distinct.map((pair) => pair.second),
  );
  const figure = rho === null ? '' : `, rank correlation ${formatCorrelation(rho)}`;
  return `${first} against ${second}, ${countOf(whole.length, 'response')}${figure}`;
}

/** How many responses one of two scorers left unscored; null where it is none. */
export function leftOutSentence(pairs: readonly ScoredPair[], names: ScorerNames): string | null {
  const leftOut = pairs.length - wholePairs(pairs).length;
  if (leftOut === 0) return null;
  const { first, second } = bothSpoken(names);
  const without = (side: 'first' | 'second'): string =>
    String(pairs.filter((pair) => pair[side] === null).length);
  return `Left out: ${String(leftOut)} of ${countOf(pairs.length, 'response')}. ${first} has no reward for ${without('first')}, ${second} for ${without('second')}; no reward is not a zero.`;
}

/** Two-sided 95 % of a standard normal. */
const SURPRISING = 1.96;

/** Under no relation ρ has variance 1 / (n − 1) exactly, and is roughly normal. */
function chanceSentence(n: number): string {
  const reach = SURPRISING / Math.sqrt(n - 1);
  return reach >= 1
    ? 'So few responses tell nothing of how two scorers agree.'
    : `Two unrelated scorers get beyond ±${reach.toFixed(2)} once in twenty pools of this size.`;
}

function constantSentence(first: readonly number[], n: number, names: ScorerNames): string {
  const constant = new Set(first).size === 1 ? names.first : names.second;
  return `${constant} gives all ${countOf(n, 'response')} the same reward, so there is no order to compare.`;
}
