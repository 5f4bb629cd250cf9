import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
} from 'react';

type MarkId = string | number;

export interface RovingMarksRequest<Id extends MarkId> {
  /** In the order drawn. */
  readonly ids: readonly Id[];
  /** The tab stop until a mark has had the focus; the first where null or not there. */
  readonly selectedId: Id | null;
  /** Where a key leads from a mark; null where nowhere. */
  readonly walk: (from: Id, key: string) => Id | null;
  /** Brings a mark into view before it is focused; without it the browser scrolls to it. */
  readonly reveal?: (id: Id) => void;
}

/** What marks tell their drawing. One object as long as it is there, so that a memoised mark is not drawn again for it. */
export interface RovingGroup<Id extends MarkId> {
  readonly register: (id: Id, element: SVGGElement | null) => void;
  readonly focused: (id: Id) => void;
  /** @returns whether the key led anywhere */
  readonly walk: (from: Id, key: string) => boolean;
}

/** The marks of a drawing as one tab stop: keys lead from mark to mark, and Tab comes back to the last. */
export function useRovingMarks<Id extends MarkId>(request: RovingMarksRequest<Id>) {
  const [focusedId, setFocusedId] = useState<Id | null>(null);
  const elements = useRef(new Map<Id, SVGGElement>());
  // Read only when something happens, whatever the page passes down.
  const latest = useRef(request);
  useLayoutEffect(() => {
    latest.current = request;
  });
  const group = useMemo<RovingGroup<Id>>(
    () => ({
      register: (id, element) => {
        if (element === null) elements.current.delete(id);
        else elements.current.set(id, element);
      },
      focused: setFocusedId,
      walk: (from, key) => {
        const { walk, reveal } = latest.current;
        const next = walk(from, key);
        if (next === null) return false;
        if (next !== from) reveal?.(next);
        elements.current.get(next)?.focus({ preventScroll: reveal !== undefined });
        return true;
      },
    }),
    [],
  );
  const { ids, selectedId } = request;
  const known = [focusedId, selectedId].find((id) => id !== null && ids.includes(id));
  return { group, tabStopId: known ?? ids[0] ?? null };
}

/** Left and right along a row, and no further than its ends. */
export function walkRow<Id>(ids: readonly Id[]): (from: Id, key: string) => Id | null {
  return (from, key) => {
    const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
    return step === 0 ? null : (ids[ids.indexOf(from) + step] ?? null);
  };
}

export interface RovingMarkProps<Id extends MarkId> extends Pick<
  ComponentProps<'g'>,
  'className' | 'style' | 'transform' | 'aria-current' | 'aria-describedby' | 'aria-pressed'
> {
  readonly id: Id;
  readonly group: RovingGroup<Id>;
  readonly isTabStop: boolean;
  /** What it is, in words: read out, and shown under the pointer. */
  readonly name: string;
  /** Whether the drawing shows more than the name under the pointer, so that the browser's own tip would be one too many. */
  readonly hasTip?: boolean;
  /** Clicked. */
  readonly onPress: (id: Id) => void;
  /** Pressed by Enter or Space, or clicked twice; as clicked once without it. */
  readonly onOpen?: (id: Id) => void;
  readonly 'data-state'?: string;
  readonly children: ReactNode;
}

/** One mark of a drawing as something to press; its children draw it. */
export function RovingMark<Id extends MarkId>(props: RovingMarkProps<Id>) {
  const { id, group, isTabStop, name, onPress, onOpen, children, className, transform } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    // With another key they are the page's.
    const isAlone = !event.ctrlKey && !event.metaKey && !event.altKey;
    const opens = isAlone && (event.key === 'Enter' || event.key === ' ');
    if (opens) (onOpen ?? onPress)(id);
    if (opens || group.walk(id, event.key)) event.preventDefault();
  };
  return (
    <g
      ref={(element) => {
        group.register(id, element);
      }}
      className={className}
      style={props.style}
      transform={transform}
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={name}
      aria-current={props['aria-current']}
      aria-describedby={props['aria-describedby']}
      aria-pressed={props['aria-pressed']}
      data-state={props['data-state']}
      onClick={() => {
        onPress(id);
      }}
      onDoubleClick={() => {
        onOpen?.(id);
      }}
      onFocus={() => {
        group.focused(id);
      }}
      onKeyDown={onKeyDown}
    >
      {props.hasTip === true ? null : <title>{name}</title>}
      {children}
    </g>
  );
}
