import { extent } from 'd3-array';
import { memo, useMemo, useState } from 'react';
import { RovingMark, useRovingMarks, type RovingGroup } from '../../ui/index.ts';
import { rewardScale, type RewardScale } from '../layout/reward-scale.ts';
import { svg } from '../layout/svg-shapes.ts';
import { axisScale } from './axis-ticks.ts';
import { ChartFrame } from './chart-frame.tsx';
import { heatMapLayout, type HeatMapLayout, type HeatPlace } from './heat-map-layout.ts';
import { BestFrame, HeatMapKeys, KEYS_HEIGHT, UnknownCell } from './heat-map-keys.tsx';
import type { ChartTable } from './save-chart/comma-separated.ts';
import { walkCurves } from './walk-curves.ts';
import chart from './chart.module.css';
import styles from './heat-map.module.css';

/** One cell of a map. */
export interface HeatCell {
  readonly column: number;
  readonly row: number;
  /** Null where it isn't known: the cell is empty and crossed. */
  readonly value: number | null;
  /** What it says, for people: "PRS 4/4: 1.84 (1.20 to 2.41)". */
  readonly name: string;
}

export interface HeatMapProps {
  /** What columns stand for, rising; a row may lack the last of them. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly HeatCell[];
  /** Of the chart, a sentence. */
  readonly label: string;
  /** What is read from left to right. */
  readonly xTitle: string;
  /** What is read upwards. */
  readonly yTitle: string;
  /** What colour says. */
  readonly valueTitle: string;
  /** What 0 stands for, marked on the scale of colours; null where it is a figure like any other. */
  readonly zero: string | null;
  readonly format: (value: number) => string;
  /** What the figures come from: model, scorer, runs and day. */
  readonly provenance: string;
  readonly table: () => ChartTable;
}

const EDGE = { top: 24, left: 46, right: 18, axis: 40 };

/** A figure for each pair of two whole numbers, by colour and, where there is room, in figures. Each cell is a mark that says its own. */
export function HeatMap(props: HeatMapProps) {
  const { label, provenance, table, rows } = props;
  const cells = useMemo(() => markBest(rows, props.cells), [rows, props.cells]);
  return (
    <ChartFrame title={label} {...{ provenance, table }}>
      {(width) => <Drawing {...props} {...{ cells, width }} />}
    </ChartFrame>
  );
}

interface DrawingProps extends HeatMapProps {
  readonly cells: readonly MarkedCell[];
  /** CSS pixels. */
  readonly width: number;
}

function Drawing(props: DrawingProps) {
  const { columns, rows, cells, label, xTitle, yTitle, zero, width, format } = props;
  const layout = useMemo(
    () =>
      heatMapLayout(columns, rows, { left: EDGE.left, top: EDGE.top, right: width - EDGE.right }),
    [columns, rows, width],
  );
  const scale = useMemo(() => scaleOf(cells), [cells]);
  const [said, setSaid] = useState<string | null>(null);
  const keysTop = layout.bottom + EDGE.axis;
  const height = keysTop + KEYS_HEIGHT;
  return (
    <>
      <svg
        className={chart.drawing}
        viewBox={svg`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={label}
      >
        <Titles {...{ xTitle, yTitle, layout }} />
        <Ticks layout={layout} />
        <Cells {...{ cells, rows, layout, scale, format }} onSay={setSaid} />
        {scale !== null && (
          <HeatMapKeys
            {...{ scale, format, zero }}
            title={props.valueTitle}
            left={EDGE.left}
            top={keysTop}
            hasUnknown={cells.some(({ value }) => value === null)}
          />
        )}
      </svg>
      <output className={styles.readout}>
        {said ?? 'Point at a cell, or walk with the arrows.'}
      </output>
    </>
  );
}

interface TitlesProps extends Pick<HeatMapProps, 'xTitle' | 'yTitle'> {
  readonly layout: HeatMapLayout;
}

function Titles({ xTitle, yTitle, layout: { right, bottom } }: TitlesProps) {
  return (
    <>
      <text className={chart.title} x={4} y={10}>
        ↑ {yTitle}
      </text>
      <text
        className={`${chart.title ?? ''} ${chart.end ?? ''}`}
        x={right}
        y={bottom + EDGE.axis - 6}
      >
        {xTitle} →
      </text>
    </>
  );
}

/** Null where nothing is known. */
function scaleOf(cells: readonly HeatCell[]): RewardScale | null {
  const values = cells.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return null;
  const [least = 0, most = 1] = extent(axisScale(values).domain());
  return rewardScale({ least, most });
}

function Ticks({ layout: { columnTicks, rowTicks, bottom } }: { readonly layout: HeatMapLayout }) {
  const [left, below] = [chart.atLeft, chart.below].map(
    (side) => `${chart.figure ?? ''} ${side ?? ''}`,
  );
  return (
    <>
      {rowTicks.map(({ value, at }) => (
        <text key={`row ${String(value)}`} className={left} x={EDGE.left - 6} y={at + 3.5}>
          {value}
        </text>
      ))}
      {columnTicks.map(({ value, at }) => (
        <text key={`column ${String(value)}`} className={below} x={at} y={bottom + 15}>
          {value}
        </text>
      ))}
    </>
  );
}

interface CellsProps extends Pick<HeatMapProps, 'rows' | 'format'> {
  readonly cells: readonly MarkedCell[];
  readonly layout: HeatMapLayout;
  readonly scale: RewardScale | null;
  readonly onSay: (name: string) => void;
}

/** Drawn again only when they change, and not for what is said of one. */
const Cells = memo(function Cells({ rows, cells, layout, scale, format, onSay }: CellsProps) {
  const fromTop = rows.toReversed().map((row) => cells.filter((cell) => cell.row === row));
  const ids = fromTop.map((row) => row.map(idOf));
  const marks = useRovingMarks<string>({
    ...{ ids: ids.flat(), selectedId: null, walk: walkCurves(ids) },
  });
  const group = useSaying(marks.group, cells, onSay);
  const hasFigures = figuresFit(cells, layout, format);
  return fromTop
    .flat()
    .map((cell) => (
      <Cell
        key={idOf(cell)}
        {...{ cell, layout, scale, group, onSay }}
        figure={hasFigures && cell.value !== null ? format(cell.value) : null}
        isTabStop={idOf(cell) === marks.tabStopId}
      />
    ));
});

const idOf = ({ column, row }: HeatCell): string => `${String(column)} ${String(row)}`;

/** The same marks, of which one that has the focus is said as one under the pointer is. */
function useSaying(
  group: RovingGroup<string>,
  cells: readonly HeatCell[],
  onSay: (name: string) => void,
): RovingGroup<string> {
  return useMemo(() => {
    const names = new Map(cells.map((cell) => [idOf(cell), cell.name]));
    const focused = (id: string): void => {
      group.focused(id);
      onSay(names.get(id) ?? '');
    };
    return { ...group, focused };
  }, [group, cells, onSay]);
}

interface MarkedCell extends HeatCell {
  readonly isBest: boolean;
}

/** Tells of the best cell of each row that it is, in its name too. */
function markBest(rows: readonly number[], cells: readonly HeatCell[]): readonly MarkedCell[] {
  const best = new Set(rows.map((row) => bestOfRow(cells.filter((cell) => cell.row === row))));
  return cells.map((cell) =>
    best.has(cell)
      ? { ...cell, name: `${cell.name}; the best of its row`, isBest: true }
      : { ...cell, isBest: false },
  );
}

/** The highest of a row; null in a row of one, or where several are as high. */
function bestOfRow(row: readonly HeatCell[]): HeatCell | null {
  const known = row.filter(({ value }) => value !== null);
  if (known.length < 2) return null;
  const highest = Math.max(...known.map(({ value }) => value ?? 0));
  const best = known.filter(({ value }) => value === highest);
  return best.length === 1 ? (best[0] ?? null) : null;
}

/** Of a figure's letter, with a little room around all of them. */
const LETTER = { width: 6.6, room: 4, height: 14 };

function figuresFit(
  cells: readonly HeatCell[],
  { width, height }: HeatMapLayout,
  format: (value: number) => string,
): boolean {
  const longest = Math.max(
    ...cells.map(({ value }) => (value === null ? 0 : format(value).length)),
  );
  return height >= LETTER.height && width >= longest * LETTER.width + LETTER.room;
}

interface CellProps extends Pick<CellsProps, 'layout' | 'scale' | 'onSay'> {
  readonly cell: MarkedCell;
  /** Where there is room for it. */
  readonly figure: string | null;
  readonly isTabStop: boolean;
  readonly group: RovingGroup<string>;
}

function Cell({ cell, layout, scale, figure, isTabStop, group, onSay }: CellProps) {
  const { value, name, column, row, isBest } = cell;
  const { width, height } = layout;
  const whole = { ...layout.place(column, row), width, height };
  const inner = {
    ...{ x: whole.x + 2, y: whole.y + 2 },
    ...{ width: Math.max(1, width - 4), height: Math.max(1, height - 4) },
  };
  const say = (): void => {
    onSay(name);
  };
  const isKnown = value !== null && scale !== null;
  const ink = isKnown ? scale.ink(value) : undefined;
  return (
    <RovingMark
      className={styles.cell}
      id={idOf(cell)}
      {...{ name, group, isTabStop }}
      onPress={say}
    >
      <g onPointerEnter={say}>
        {isKnown ? (
          <rect className={styles.known} {...whole} fill={scale.colour(value)} />
        ) : (
          <UnknownCell {...whole} />
        )}
      </g>
      {figure !== null && <Figure {...whole} {...{ figure, ink }} />}
      {isBest && <BestFrame {...inner} />}
      <rect className={styles.halo} {...inner} />
      <rect className={styles.ring} {...inner} />
    </RovingMark>
  );
}

interface FigureProps extends HeatPlace, Pick<HeatMapLayout, 'width' | 'height'> {
  readonly figure: string;
  readonly ink: string | undefined;
}

/** In the middle of its cell. */
function Figure({ x, y, width, height, figure, ink }: FigureProps) {
  return (
    <text className={styles.figure} x={x + width / 2} y={y + height / 2 + 4} fill={ink}>
      {figure}
    </text>
  );
}
