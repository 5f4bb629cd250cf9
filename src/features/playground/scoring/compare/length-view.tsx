import { useMemo } from 'react';
import { CONTROL_NAMES } from '../../../../core/index.ts';
import { formatCount, formatReward } from '../../../../ui/index.ts';
import { ScatterChart } from '../../../../viz/index.ts';
import { treeBy } from '../../../../runs/index.ts';
import { markOf } from './arm-winners.ts';
import { type ComparedViewProps, opener, Sentences } from './compared-view.tsx';
import { lengthSentences, analyseLength } from './length.ts';
import { pairScores } from './paired-scores.ts';
import styles from './compare.module.css';

/** The first scorer's reward against length in words, with the line through them. */
export function LengthView({ tree, first, onSelect }: Omit<ComparedViewProps, 'second'>) {
  const analysis = useMemo(
    () => analyseLength(treeBy(tree, first), pairScores(tree, first, first)),
    [tree, first],
  );
  const { measured, fit, choices } = analysis;
  const sentences = lengthSentences(analysis, first.name);
  if (measured.length < 2) {
    return <Sentences lines={sentences.slice(0, 1)} />;
  }
  const longest = CONTROL_NAMES['pick-longest'];
  return (
    <div className={styles.view}>
      <Sentences lines={sentences} />
      <ScatterChart
        points={measured.map(({ pair, words, reward }) => ({
          id: pair.id,
          label: pair.name,
          x: words,
          y: reward,
          mark: markOf(pair, choices),
          series: pair.armName,
        }))}
        x={{ title: 'Length in words', format: formatCount }}
        y={{ title: first.name, format: formatReward }}
        line={fit}
        label={`${first.name} against length in words. ${sentences[0] ?? ''}`}
        markNames={{
          'first-winner': `winner by ${first.name}`,
          'second-winner': `chosen by ${longest}`,
          both: `winner by ${first.name} and chosen by ${longest}`,
        }}
        onOpen={opener(
          measured.map(({ pair }) => pair),
          onSelect,
        )}
      />
    </div>
  );
}
