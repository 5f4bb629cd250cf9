import { useMemo } from 'react';
import { Button, SelectField, Note } from '../../../../ui/index.ts';
import { BestOfKChart } from '../../../../viz/index.ts';
import { leftOutSentence } from './agreement.ts';
import { bestOfKSentences, pickingPools, analyseBestOfK } from './best-of-k.ts';
import { type ComparedViewProps, Sentences } from './compared-view.tsx';
import type { PairOfScorings } from './pair-of-scorings.ts';
import { pairScores } from './paired-scores.ts';
import { bothSpoken } from './wording.ts';
import styles from './compare.module.css';

export interface BestOfKViewProps extends Pick<ComparedViewProps, 'tree'>, PairOfScorings {
  readonly poolId: string;
  readonly onPool: (poolId: string) => void;
  readonly onSwap: () => void;
}

/** The first scorer picks the best of k, the second reads the pick: where it turns down, the first is over-optimised. */
export function BestOfKView(props: BestOfKViewProps) {
  const { tree, first, second, poolId } = props;
  const pools = useMemo(() => pickingPools(pairScores(tree, first, second)), [tree, first, second]);
  const pool = pools.find(({ id }) => id === poolId) ?? pools[0];
  const analysis = useMemo(() => (pool === undefined ? null : analyseBestOfK(pool)), [pool]);
  if (pool === undefined || analysis === null) return null;
  const names = { first: first.name, second: second.name };
  const said = bothSpoken(names);
  const leftOut = leftOutSentence(pool.pairs, names);
  const found =
    analysis.points.length < 2
      ? ['Fewer than two responses of this pool have a reward by both, so there is no choice.']
      : bestOfKSentences(analysis, names);
  return (
    <div className={styles.view}>
      <div className={styles.choices}>
        <SelectField
          label="Pool"
          value={pool.id}
          options={pools.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={props.onPool}
        />
        <Button onClick={props.onSwap}>Swap the scorers</Button>
      </div>
      <Sentences lines={[...found, ...(leftOut === null ? [] : [leftOut])]} />
      {analysis.points.length >= 2 && (
        <BestOfKChart
          points={analysis.points}
          selectingName={names.first}
          evaluatingName={names.second}
          turn={analysis.turn}
          description={found[0] ?? ''}
        />
      )}
      <Note>
        {said.first} picks the best of k responses, {said.second} reads that pick: the mean over all
        ways to draw k of the pool, drafts and refinements alike. The last points rest on very few
        responses.
      </Note>
    </div>
  );
}
