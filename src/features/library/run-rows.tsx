import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RunSummary } from '../../core/index.ts';
import { RunItem, type RunItemProps } from './run-item.tsx';
import styles from './library.module.css';

export interface RunRowsProps extends Omit<RunItemProps, 'run'> {
  readonly runs: readonly RunSummary[];
}

/** CSS pixels, until a row is drawn. */
const LIKELY_HEIGHT = 190;
const GAP = 12;
/** Drawn above and below what is in view. */
const MORE_ROWS = 6;

/** As many of the runs as are in view, so that thousands are as quick as ten; the one with the focus stays. */
export function RunRows({ runs, ...actions }: RunRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const focused = runs.findIndex(({ id }) => id === focusedId);
  const { rows, top } = useRows(runs, list, focused);
  return (
    <ul ref={list} className={styles.rows} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, start, key }) => {
        const run = runs[index];
        return run === undefined ? null : (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={runs.length}
            aria-posinset={index + 1}
            className={styles.row}
            style={{ transform: `translateY(${String(start - top)}px)` }}
            onFocus={() => {
              setFocusedId(run.id);
            }}
            onBlur={() => {
              setFocusedId(null);
            }}
          >
            <RunItem run={run} {...actions} />
          </li>
        );
      })}
    </ul>
  );
}

/** @returns the rows that are to be drawn, and where the first would begin in what scrolls: CSS pixels */
function useRows(
  runs: readonly RunSummary[],
  list: RefObject<HTMLUListElement | null>,
  focused: number,
) {
  const [top, setTop] = useState(0);
  const measure = useCallback(() => {
    const [outer, inner] = [scrollerOf(list.current), list.current];
    if (inner === null) return;
    const between = inner.getBoundingClientRect().top - outer.getBoundingClientRect().top;
    setTop(Math.round(between + outer.scrollTop));
  }, [list]);
  useLayoutEffect(measure, [measure, runs]);
  // What stands above it, such as what came of an import, comes and goes.
  useEffect(() => {
    const above = list.current?.closest('section');
    if (above === null || above === undefined) return;
    const observer = new ResizeObserver(measure);
    observer.observe(above);
    return () => {
      observer.disconnect();
    };
  }, [list, measure]);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      if (focused < 0 || drawn.includes(focused)) return drawn;
      return [...drawn, focused].sort((a, b) => a - b);
    },
    [focused],
  );
  // Said of what it returns being kept from one drawing to the next, as React's compiler would: it isn't used here.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    ...{ count: runs.length, gap: GAP, overscan: MORE_ROWS, scrollMargin: top, rangeExtractor },
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => LIKELY_HEIGHT,
    getItemKey: (index) => runs[index]?.id ?? index,
  });
  return { rows, top };
}

/** The page's main part scrolls, its header doesn't. */
function scrollerOf(element: Element | null): HTMLElement {
  return element?.closest('main') ?? document.documentElement;
}
