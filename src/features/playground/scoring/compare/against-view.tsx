import { useMemo } from 'react';
import { formatReward } from '../../../../ui/index.ts';
import { ScatterChart } from '../../../../viz/index.ts';
import { treeBy } from '../../../../runs/index.ts';
import { agreementLabel, agreementSentences, leftOutSentence } from './agreement.ts';
import { armWinners, markOf, winnersSentence } from './arm-winners.ts';
import { type ComparedViewProps, opener, Sentences } from './compared-view.tsx';
import { pairScores, wholePairs } from './paired-scores.ts';
import { WinnersTable } from './winners-table.tsx';
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
        points={whole.map((pair) => ({
          id: pair.id,
          label: pair.name,
          x: pair.first,
          y: pair.second,
          mark: markOf(pair, winners),
          series: pair.armName,
        }))}
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
