/** Milliseconds that a dot takes from one picture to the other. */
const DURATION = 400;

/** Of the animations, so that they can be told from others. */
const TRAVEL = 'travel';

/** Takes the dots of one picture over to another that shows the same nodes. */
export interface Travel {
  /** Notes where they are. To be called before the picture goes. */
  readonly leave: (holder: Element) => void;
  /** Moves those of the new picture from there to their places; nothing where motion isn't wanted. */
  readonly arrive: (holder: Element) => void;
}

/**
 * The pictures know nothing of each other: a dot is found by its `data-node` and `data-radius` in a drawing with `data-arm`.
 * The browser moves it, by its transform alone.
 */
export function createTravel(): Travel {
  let left: ReadonlyMap<string, Dot> = new Map();
  return {
    leave: (holder) => {
      left = dotsIn(holder);
    },
    arrive: (holder) => {
      const from = left;
      left = new Map();
      if (from.size === 0 || !matchMedia('(prefers-reduced-motion: no-preference)').matches) return;
      endTransitions(holder);
      showBeyondEdges(holder);
      dotsIn(holder).forEach((dot, name) => {
        const before = from.get(name);
        if (before !== undefined) move(dot, before);
      });
    },
  };
}

interface Dot {
  readonly element: SVGGElement;
  /** Its middle, from the top left corner of what holds the pictures, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  /** In CSS pixels too. */
  readonly radius: number;
  /** CSS pixels for one unit of its drawing. */
  readonly scale: number;
}

/** By arm and node. */
function dotsIn(holder: Element): ReadonlyMap<string, Dot> {
  const origin = holder.getBoundingClientRect();
  const dots = new Map<string, Dot>();
  for (const element of holder.querySelectorAll<SVGGElement>('[data-arm] [data-radius]')) {
    // What isn't drawn, as in a pane that is hidden, is nowhere.
    if (element.getBoundingClientRect().width === 0) continue;
    const matrix = element.getScreenCTM();
    if (matrix === null) continue;
    const { a: scale, e, f } = matrix;
    const arm = element.closest<SVGElement>('[data-arm]')?.dataset.arm ?? '';
    const { node = '', radius } = element.dataset;
    dots.set(`${arm}/${node}`, {
      ...{ element, scale, x: e - origin.left, y: f - origin.top },
      radius: Number(radius) * scale,
    });
  }
  return dots;
}

/** A drawing that finds its width lets its dots travel by themselves to where that puts them: here they come from elsewhere. */
function endTransitions(holder: Element): void {
  for (const animation of holder.getAnimations({ subtree: true }))
    if (animation instanceof CSSTransition) animation.finish();
}

/** A dot may begin outside its own drawing. */
function showBeyondEdges(holder: Element): void {
  for (const drawing of holder.querySelectorAll('[data-arm]'))
    drawing.animate({ overflow: ['visible', 'visible'] }, DURATION);
}

function move({ element, x, y, radius, scale }: Dot, from: Dot): void {
  const across = (from.x - x) / scale;
  const along = (from.y - y) / scale;
  const size = from.radius / radius;
  const begin = `translate(${String(across)}px, ${String(along)}px) scale(${String(size)})`;
  element.animate([{ transform: begin }, { transform: 'none' }], {
    id: TRAVEL,
    duration: DURATION,
    easing: 'ease-in-out',
  });
}
