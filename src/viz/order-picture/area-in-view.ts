/** A part of a drawing, in its own units. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A part to draw. */
export interface DrawnArea extends Area {
  /** CSS pixels for a unit when it was chosen. While it is kept the drawing is seen at that scale, or up to twice as large. */
  readonly scale: number;
}

/** Of what is seen, on each side. */
const MARGIN = 0.125;
/** A drawn area this many times as wide as what is seen holds more than is worth keeping. */
const LARGEST = 2.5;

/**
 * What to draw of a drawing of which some is seen: what was drawn before, as long as it holds that, so that a gesture draws anew
 * only now and then; else what is seen with a margin around.
 */
export function areaToDraw(seen: Area, scale: number, before: DrawnArea | null): DrawnArea {
  if (before !== null && holds(before, seen) && before.width <= LARGEST * seen.width) return before;
  const [across, along] = [seen.width * MARGIN, seen.height * MARGIN];
  return {
    left: seen.left - across,
    top: seen.top - along,
    width: seen.width + 2 * across,
    height: seen.height + 2 * along,
    scale,
  };
}

/** Whether a box with this middle has any part in an area. */
export function isIn(
  area: Area,
  box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  },
): boolean {
  return (
    Math.abs(box.x - area.left - area.width / 2) <= (area.width + box.width) / 2 &&
    Math.abs(box.y - area.top - area.height / 2) <= (area.height + box.height) / 2
  );
}

function holds(outer: Area, inner: Area): boolean {
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    outer.left + outer.width >= inner.left + inner.width &&
    outer.top + outer.height >= inner.top + inner.height
  );
}
