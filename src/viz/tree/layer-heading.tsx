import type { CSSProperties } from 'react';
import type { ArmTree, NodePlace } from '../../core/index.ts';
import { ARM_TRAITS, type FeedbackRule } from '../../core/index.ts';
import type { LayerLayout } from '../layout/tree-layout.ts';
import styles from './headings.module.css';

export interface LayerHeadingProps {
  readonly arm: ArmTree;
  readonly layer: LayerLayout;
  readonly textSize: number;
  readonly x: number;
}

/** What a layer is, in two short lines beside its fan of edges. */
export function LayerHeading({ arm, layer, textSize, x }: LayerHeadingProps) {
  const [title, source] = headingOf(arm, layer);
  const y = layer.top + textSize * 1.4;
  return (
    <text className={styles.heading} style={sizeOf(textSize * 0.9)}>
      <tspan className={styles.title} x={x} y={y}>
        {title}
      </tspan>
      <tspan x={x} dy="1.25em">
        {source}
      </tspan>
    </text>
  );
}

function sizeOf(size: number): CSSProperties & Record<'--heading-size', string> {
  return { '--heading-size': `${String(size)}px` };
}

function headingOf(arm: ArmTree, layer: LayerLayout): readonly [string, string] {
  const first = arm.nodes.find((node) => node.id === layer.responses[0]);
  const count = layer.responses.length;
  if (first === undefined || first.layer === 0) return draftsHeading(arm, first, count);
  return [counted(count, 'refinement'), SOURCES[ARM_TRAITS[arm.arm.kind].feedback]];
}

const SOURCES: Readonly<Record<FeedbackRule, string>> = {
  none: 'from the anchor alone',
  'one-for-a-layer': 'from anchor + feedback',
  'one-for-each-refinement': 'anchor + own feedback',
};

function draftsHeading(
  arm: ArmTree,
  first: NodePlace | undefined,
  count: number,
): readonly [string, string] {
  if (first?.inBudget === false) return ['1 anchor draft', 'greedy, outside N'];
  const { readsPreference } = ARM_TRAITS[arm.arm.kind];
  return [counted(count, 'draft'), readsPreference ? 'from x + z' : 'from x alone'];
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
