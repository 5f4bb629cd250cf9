import { type ReactNode, useRef } from 'react';
import { useElementSize } from '../use-element-size.ts';
import chart from './chart.module.css';
import type { ChartTable } from './save-chart/comma-separated.ts';
import { SaveChart } from './save-chart/save-chart.tsx';

export interface ChartFrameProps {
  /** Of the chart, a sentence: stands above it where it is saved. */
  readonly title: string;
  /** What its figures come from: stands below it where it is saved. */
  readonly provenance: string;
  readonly table: () => ChartTable;
  /** @param width CSS pixels */
  readonly children: (width: number) => ReactNode;
}

const UNKNOWN_WIDTH = 400;

/** A chart as wide as there is room, and the ways to save it. */
export function ChartFrame({ title, provenance, table, children }: ChartFrameProps) {
  const ref = useRef<HTMLDivElement | null>(null);
  const width = useElementSize(ref)?.width ?? UNKNOWN_WIDTH;
  return (
    <>
      <div ref={ref} className={chart.chart}>
        {children(width)}
      </div>
      <SaveChart chart={ref} {...{ title, provenance, table }} />
    </>
  );
}
