import { useMemo } from 'react';
import {
  armLabel,
  type ArmTree,
  CONTROL_NAMES,
  controlPick,
  groupCopies,
  type LineFit,
  mean,
  nodeName,
  type SamplingTree,
  slope,
} from '../../../../core/index.ts';
import { treeBy } from '../../../../runs/index.ts';
import { countOf, formatCount, formatReward } from '../../../../ui/index.ts';
import { ScatterChart } from '../../../../viz/scorer-charts.ts';
import {
  type ArmChoices,
  isSameChoice,
  markOf,
  winnerOf,
  type ComparedViewProps,
  opener,
  Sentences,
} from './winners-by-scorer.tsx';
import { formatCorrelation, formatSlope, spoken } from './comparison-wording.ts';
import { pairScores, type ScoredPair } from './pair-of-scorings.ts';
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

/** A scorer's rewards beside the length of what it scored. */
interface LengthAnalysis {
  readonly measured: readonly MeasuredResponse[];
  /** Reward on words; null where no line is best. */
  readonly fit: LineFit | null;
  /** The scorer's choice in each arm (first) beside that of pick-longest (second). */
  readonly choices: readonly ArmChoices[];
  /** Responses without a reward. */
  readonly unscored: number;
}

interface MeasuredResponse {
  readonly pair: ScoredPair;
  readonly words: number;
  readonly reward: number;
}

/**
 * Reads the first scorer's rewards against length.
 *
 * @param read the run as that scorer reads it.
 * @param pairs of the same run; only the first rewards count.
 */
export function analyseLength(read: SamplingTree, pairs: readonly ScoredPair[]): LengthAnalysis {
  const measured = pairs.flatMap((pair) =>
    pair.first === null ? [] : [{ pair, words: countWords(pair.text), reward: pair.first }],
  );
  const distinct = groupCopies(measured, ({ pair }) => pair.text).map((copies) => ({
    words: copies[0].words,
    reward: mean(copies.map(({ reward }) => reward)) ?? copies[0].reward,
  }));
  return {
    measured,
    fit: slope(
      distinct.map(({ words }) => words),
      distinct.map(({ reward }) => reward),
    ),
    choices: read.arms.map((arm) => choicesIn(arm, read.run.plan.seed)),
    unscored: pairs.length - measured.length,
  };
}

/** Words as they are counted here: what white space parts. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

function choicesIn(arm: ArmTree, runSeed: number): ArmChoices {
  const longest = controlPick(arm, 'pick-longest', runSeed);
  return {
    armId: arm.arm.id,
    armName: armLabel(arm.arm),
    first: winnerOf(arm),
    second: longest === null ? null : { nodeId: longest.id, name: nodeName(longest, arm) },
  };
}

/** From here on a line through length accounts for about half of the rewards' variance (r² = 0.49). */
const HIGH_CORRELATION = 0.7;

/** How far a scorer's reward goes with length, and what a control that reads length alone would choose. */
export function lengthSentences(analysis: LengthAnalysis, scorer: string): readonly string[] {
  const name = spoken(scorer);
  const { unscored } = analysis;
  return [
    slopeSentence(analysis, name),
    ...controlSentences(analysis, name),
    ...(unscored === 0
      ? []
      : [`Left out: ${countOf(unscored, 'response')} that ${name} has no reward for.`]),
  ];
}

function slopeSentence({ measured, fit }: LengthAnalysis, name: string): string {
  const n = `n = ${countOf(measured.length, 'response')}`;
  if (measured.length < 2) {
    return `Fewer than two responses have a reward by ${name}, so there is no slope.`;
  }
  if (fit === null) return `All have the same number of words, so there is no slope (${n}).`;
  const { correlation } = fit;
  if (correlation === null) return `${name} gives all the same reward at any length (${n}).`;
  return `Slope ${formatSlope(fit.slope)} reward per word, correlation ${formatCorrelation(correlation)} (Pearson, ${n}). Words are what white space parts.`;
}

/** The control counts characters, so that it may part from the longest in words. */
function controlSentences({ fit, choices }: LengthAnalysis, name: string): readonly string[] {
  const correlation = fit?.correlation ?? 0;
  const high =
    correlation >= HIGH_CORRELATION
      ? ['That is high: a control that only picks the longest would choose much the same.']
      : correlation <= -HIGH_CORRELATION
        ? ['That is high, downwards: picking only the shortest would choose much the same.']
        : [];
  const compared = choices.flatMap((each) => isSameChoice(each) ?? []);
  if (compared.length === 0) return high;
  const same = compared.filter((isSame) => isSame).length;
  const control = CONTROL_NAMES['pick-longest'];
  const arms = `${String(same)} of ${countOf(compared.length, 'arm')}`;
  return [...high, `${control} chooses the winner by ${name} in ${arms}.`];
}
