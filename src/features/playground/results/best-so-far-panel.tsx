import { useState } from 'react';
import {
  armLabel,
  type ArmTree,
  bestSoFar,
  type CostUnit,
  findNode,
  type NodeId,
  nodeName,
} from '../../../core/index.ts';
import { ChoiceButtons, DataTable, Folded, formatReward, Note, Region } from '../../../ui/index.ts';
import {
  amountOf,
  armFollowed,
  type BestSoFarArm,
  BestSoFarChart,
  hasNoLine,
} from '../../../viz/cost-charts.ts';
import type { SelectedNode } from '../selected-node.ts';
import styles from './results.module.css';

export interface BestSoFarPanelProps {
  readonly arms: readonly ArmTree[];
  readonly onSelect: (selected: SelectedNode) => void;
}

/** How good each arm was when it had spent so much: at equal N, equal tokens or equal time, by a switch. */
export function BestSoFarPanel({ arms, onSelect }: BestSoFarPanelProps) {
  const [unit, setUnit] = useState<CostUnit>('responses');
  const curves = arms.map((arm) => curveOf(arm, unit));
  return (
    <Region
      name="Best so far"
      aside={<ChoiceButtons label="Measured by" value={unit} choices={UNITS} onChange={setUnit} />}
    >
      <BestSoFarChart arms={curves} {...{ unit, onSelect }} />
      <Note>{howDrawn(curves)}</Note>
      <Folded summary="As a table" className={styles.outline}>
        <BestSoFarTable curves={curves} unit={unit} />
      </Folded>
    </Region>
  );
}

/** Where a line lies upon another one, as where two arms have the same drafts. */
function howDrawn(arms: readonly BestSoFarArm[]): string {
  const followers = arms.flatMap((arm, place) => {
    const followed = armFollowed(arms, place);
    if (followed === null) return [];
    const upon = hasNoLine(arm, followed) ? 'all of it lies on' : 'begins on';
    return [`${arm.label} ${upon} that of ${followed.label}`];
  });
  return followers.length === 0
    ? ''
    : `Lines that lie on each other are drawn once: ${followers.join(', ')}.`;
}

const UNITS = [
  { value: 'responses', name: 'Responses', title: 'Of the budget N; feedback is free' },
  { value: 'tokens', name: 'Tokens', title: 'Read anew or written, feedback’s too' },
  { value: 'seconds', name: 'Time', title: 'While a text of the arm was written; scoring apart' },
] as const;

function curveOf(arm: ArmTree, unit: CostUnit): BestSoFarArm {
  return {
    armId: arm.arm.id,
    label: armLabel(arm.arm),
    nameOf: (nodeId: NodeId) => {
      const node = findNode(arm, nodeId);
      return node === null ? nodeId : nodeName(node, arm);
    },
    ...bestSoFar(arm, unit),
  };
}

interface BestSoFarTableProps {
  readonly curves: readonly BestSoFarArm[];
  readonly unit: CostUnit;
}

function BestSoFarTable({ curves, unit }: BestSoFarTableProps) {
  return (
    <DataTable label="Best so far, as a table" limitsHeight>
      <thead>
        <tr>
          <th scope="col">Arm</th>
          <th scope="col">After</th>
          <th scope="col">Best reward</th>
          <th scope="col">Of</th>
        </tr>
      </thead>
      <tbody>
        {curves.flatMap(({ armId, label, better, nameOf }) =>
          better.map(({ nodeId, reward, spent }) => (
            <tr key={`${armId} ${nodeId}`}>
              <th scope="row" className={styles.armName}>
                {label}
              </th>
              <td>{amountOf(spent, unit)}</td>
              <td>{formatReward(reward)}</td>
              <td>{nameOf(nodeId)}</td>
            </tr>
          )),
        )}
      </tbody>
    </DataTable>
  );
}
