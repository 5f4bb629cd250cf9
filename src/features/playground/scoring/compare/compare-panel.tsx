import { useState } from 'react';
import type { SamplingTree } from '../../../../core/index.ts';
import type { NamedScoring } from '../../../../runs/index.ts';
import { TabSet } from '../../../../ui/tabs.ts';
import { Region, SelectField } from '../../../../ui/index.ts';
import type { SelectedNode } from '../../selected-node.ts';
import { AgainstView } from './scorer-agreement-view.tsx';
import { BestOfKView, WHOLE_RUN } from './best-of-k-view.tsx';
import { BothWaysView } from './with-and-without-preference-view.tsx';
import { LengthView } from './reward-against-length-view.tsx';
import {
  choose,
  type ChosenPair,
  type PairOfScorings,
  pairOfScorings,
} from './pair-of-scorings.ts';
import styles from './compare.module.css';

export interface ComparePanelProps {
  /** As it was sampled, with its own rewards. */
  readonly tree: SamplingTree;
  readonly scorings: readonly NamedScoring[];
  /** The scoring that the tree on screen is coloured by: the first scorer until a person chooses. */
  readonly firstId: string;
  readonly onSelect: (node: SelectedNode) => void;
}

/** Two scorers on one finished run: where they agree, and what the first one's choices are worth to the second. */
export function ComparePanel({ tree, scorings, firstId, onSelect }: ComparePanelProps) {
  const [chosen, setChosen] = useState<ChosenPair>({ firstId: null, secondId: null });
  const [poolId, setPoolId] = useState(WHOLE_RUN);
  const pair = pairOfScorings(scorings, chosen, firstId);
  if (pair === null) {
    return (
      <Region name="Two scorers">
        <p className={styles.finding}>
          There is one scorer only. Score the run again with another to compare the two.
        </p>
      </Region>
    );
  }
  const { first, second } = pair;
  const shared = { tree, first, onSelect };
  const swap = (): void => {
    setChosen({ firstId: second.id, secondId: first.id });
  };
  return (
    <Region name="Two scorers">
      <div className={styles.panel}>
        <PairFields {...{ pair, scorings }} onChange={setChosen} />
        <TabSet
          label="Views of two scorers"
          tabs={[
            { name: 'Against each other', content: <AgainstView {...shared} second={second} /> },
            {
              name: 'Best of k',
              content: (
                <BestOfKView {...pair} {...{ tree, poolId }} onPool={setPoolId} onSwap={swap} />
              ),
            },
            { name: 'Reward and length', content: <LengthView {...shared} /> },
            { name: 'With z and without', content: <BothWaysView {...shared} /> },
          ]}
        />
      </div>
    </Region>
  );
}

interface PairFieldsProps {
  readonly pair: PairOfScorings;
  readonly scorings: readonly NamedScoring[];
  readonly onChange: (chosen: ChosenPair) => void;
}

function PairFields({ pair, scorings, onChange }: PairFieldsProps) {
  const options = scorings.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={styles.choices}>
      <SelectField
        label="First scorer"
        value={pair.first.id}
        options={options}
        onChange={(id) => {
          onChange(choose(pair, 'first', id));
        }}
      />
      <SelectField
        label="Second scorer"
        value={pair.second.id}
        options={options}
        onChange={(id) => {
          onChange(choose(pair, 'second', id));
        }}
      />
    </div>
  );
}
