/** Keeps in view what is being written in the picture while a run is told again. */
export interface LaneFollower {
  /** Brings it into view where it isn't; nothing once the person has scrolled. */
  readonly follow: () => void;
  /** Listens to the person no longer. */
  readonly end: () => void;
}

/** Keys that scroll, or walk through the picture: whoever presses one looks at something else. */
const LOOKING_KEYS: readonly string[] = [
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
  ...['PageUp', 'PageDown', 'Home', 'End'],
];

/** What takes its keys for itself: a speed is chosen there, a text is written. */
const FIELDS = 'input, select, textarea, [contenteditable], [role="slider"]';

/** What Space presses, where else it scrolls. */
const PRESSED = 'button, summary, [role="button"]';

/** An arm that takes more of the window than this is followed response by response. */
const MOST_OF_WINDOW = 0.7;

/** @param page what the picture is looked for in */
export function followLanes(page: ParentNode): LaneFollower {
  let isLeftAlone = false;
  const listening = new AbortController();
  const { signal } = listening;
  const leaveAlone = (): void => {
    isLeftAlone = true;
  };
  addEventListener('wheel', leaveAlone, { signal, passive: true });
  addEventListener('touchmove', leaveAlone, { signal, passive: true });
  addEventListener(
    'pointerdown',
    ({ target }) => {
      if (target instanceof Element && isOnScrollBar(target)) leaveAlone();
    },
    { signal },
  );
  addEventListener(
    'keydown',
    (event) => {
      if (isLooking(event)) leaveAlone();
    },
    { signal },
  );
  return {
    follow: () => {
      if (!isLeftAlone) bringIntoView(page);
    },
    end: () => {
      listening.abort();
    },
  };
}

function isLooking({ key, target }: KeyboardEvent): boolean {
  const at = target instanceof Element ? target : null;
  if (at?.closest(FIELDS)) return false;
  return LOOKING_KEYS.includes(key) || (key === ' ' && !at?.closest(PRESSED));
}

/** What scrolls is pressed itself only by its bar, or where nothing else stands. */
function isOnScrollBar(target: Element): boolean {
  return target.scrollHeight > target.clientHeight && /auto|scroll/.test(overflowOf(target));
}

function overflowOf(element: Element): string {
  return element === document.documentElement ? 'auto' : getComputedStyle(element).overflowY;
}

function bringIntoView(page: ParentNode): void {
  const mark = page.querySelector('[data-arm] [data-state="writing"]');
  const arm = mark?.closest('[data-arm]')?.parentElement ?? null;
  if (mark === null || arm === null) return;
  const isSmall = arm.getBoundingClientRect().height < innerHeight * MOST_OF_WINDOW;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  (isSmall ? arm : mark).scrollIntoView({
    block: 'nearest',
    behavior: isStill ? 'auto' : 'smooth',
  });
}
