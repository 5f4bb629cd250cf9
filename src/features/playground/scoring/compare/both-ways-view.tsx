import { useMemo } from 'react';
import { DataTable, formatGain, formatReward, Note } from '../../../../ui/index.ts';
import { ScatterChart } from '../../../../viz/index.ts';
import type { SelectedNode } from '../../selected-node.ts';
import { markOf } from './arm-winners.ts';
import { bothWaysSentences } from './both-ways-sentences.ts';
import { analyseBothWays } from './both-ways.ts';
import { type ComparedViewProps, opener, Sentences } from './compared-view.tsx';
import { type ScoredPair, wholePairs } from './paired-scores.ts';
import { WinnersTable } from './winners-table.tsx';
import styles from './compare.module.css';

/** On it the preference changes nothing. */
const SAME_BOTH_WAYS = { slope: 1, intercept: 0 };

/** The first scorer's rewards against x and z beside those against x alone. */
export function BothWaysView({ tree, first, onSelect }: Omit<ComparedViewProps, 'second'>) {
  const bothWays = useMemo(() => analyseBothWays(tree, first), [tree, first]);
  const { pairs, winners, compares } = bothWays;
  const whole = wholePairs(pairs);
  const axis = (way: string): string => `${first.name} ${way}`;
  return (
    <div className={styles.view}>
      <Sentences lines={bothWaysSentences(bothWays, first.name)} />
      {whole.length >= 2 && (
        <>
          <ScatterChart
            points={whole.map((pair) => ({
              id: pair.id,
              label: pair.name,
              x: pair.first,
              y: pair.second,
              mark: markOf(pair, winners),
              series: pair.armName,
            }))}
            x={{ title: axis('with z'), format: formatReward }}
            y={{ title: axis('without z'), format: formatReward }}
            line={compares ? SAME_BOTH_WAYS : null}
            label={`${first.name} with z against without z, ${String(whole.length)} responses.${compares ? ' On the dashed line z changes nothing.' : ''}`}
            markNames={{
              'first-winner': 'winner with z',
              'second-winner': 'winner without z',
              both: 'winner both ways',
            }}
            onOpen={opener(pairs, onSelect)}
          />
          {compares && (
            <Note>On the dashed line z changes nothing; right of it z raises the reward.</Note>
          )}
          <WinnersTable
            winners={winners}
            names={{ first: axis('with z'), second: axis('without z') }}
            onSelect={onSelect}
          />
        </>
      )}
      <BothWaysTable {...{ pairs, compares }} onSelect={onSelect} />
    </div>
  );
}

export interface BothWaysTableProps {
  /** With z first, without z second. */
  readonly pairs: readonly ScoredPair[];
  /** Whether the two may be subtracted. */
  readonly compares: boolean;
  readonly onSelect: (node: SelectedNode) => void;
}

/** Every response with its reward read with z and without; a dash where there is none. */
function BothWaysTable({ pairs, compares, onSelect }: BothWaysTableProps) {
  return (
    <DataTable label="Rewards with z and without" limitsHeight>
      <thead>
        <tr>
          <th scope="col">Arm</th>
          <th scope="col" className={styles.words}>
            Response
          </th>
          <th scope="col">With z</th>
          <th scope="col">Without z</th>
          {compares && <th scope="col">Difference</th>}
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ id, armId, nodeId, armName, name, first, second }) => (
          <tr key={id}>
            <td>{armName}</td>
            <th scope="row">
              <button
                type="button"
                onClick={() => {
                  onSelect({ armId, nodeId });
                }}
              >
                {name}
              </button>
            </th>
            <td>{first === null ? '–' : formatReward(first)}</td>
            <td>{second === null ? '–' : formatReward(second)}</td>
            {compares && (
              <td>{first === null || second === null ? '–' : formatGain(first - second)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
