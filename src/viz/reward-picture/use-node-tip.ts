import {
  type FocusEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { NodeId } from '../../core/index.ts';

/** The node that is pointed at or has the focus, and where it stands. */
export interface NodeTip {
  readonly armId: string;
  readonly nodeId: NodeId;
  /** Its middle, from the picture's left edge, in CSS pixels. */
  readonly x: number;
  /** Its edges, from the picture's top. */
  readonly top: number;
  readonly bottom: number;
  /** Whether there is more room for words above it than the tallest tip needs. */
  readonly isAbove: boolean;
}

/** Long enough to reach the tip itself with the pointer. */
const LINGER = 150;
const ROOM_ABOVE = 190;

/**
 * Which node's words to show: the one under the pointer, else the one reached by keyboard. They stay while the pointer is on
 * them, and go with Escape.
 */
export function useNodeTip(pictureRef: RefObject<HTMLElement | null>) {
  const { tip, show, stay, leave, hide } = useLingering();
  useEscape(tip !== null, hide);
  return {
    tip,
    handlers: {
      onPointerOver: ({ target }: PointerEvent): void => {
        const next = tipAt(target, pictureRef.current);
        if (next === 'tip') stay();
        else if (next === null) leave();
        else show(next);
      },
      onPointerLeave: leave,
      onFocus: ({ target }: FocusEvent): void => {
        if (!target.matches(':focus-visible')) return;
        const next = tipAt(target.querySelector('[data-node]'), pictureRef.current);
        if (next !== null && next !== 'tip') show(next);
      },
      onBlur: leave,
    },
  };
}

/** A tip that goes a moment after it is left. */
function useLingering() {
  const [tip, setTip] = useState<NodeTip | null>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stay = (): void => {
    clearTimeout(leaving.current);
  };
  const show = (next: NodeTip | null): void => {
    stay();
    setTip(next);
  };
  const hide = (): void => {
    show(null);
  };
  const leave = (): void => {
    stay();
    leaving.current = setTimeout(hide, LINGER);
  };
  useEffect(() => stay, []);
  return { tip, show, stay, leave, hide };
}

/** Escape closes the tip wherever the focus is. */
function useEscape(isOpen: boolean, onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    if (!isOpen) return;
    const listen = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, [isOpen]);
}

function tipAt(target: EventTarget | null, picture: HTMLElement | null): NodeTip | 'tip' | null {
  if (picture === null || !(target instanceof Element)) return null;
  if (target.closest('[data-tip]') !== null) return 'tip';
  const mark = target.closest('[data-node]');
  const nodeId = mark?.getAttribute('data-node') ?? null;
  const armId = mark?.closest('[data-arm]')?.getAttribute('data-arm') ?? null;
  if (mark === null || nodeId === null || armId === null) return null;
  const box = mark.getBoundingClientRect();
  const around = picture.getBoundingClientRect();
  return {
    ...{ armId, nodeId },
    x: (box.left + box.right) / 2 - around.left,
    top: box.top - around.top,
    bottom: box.bottom - around.top,
    isAbove: box.top > ROOM_ABOVE,
  };
}
