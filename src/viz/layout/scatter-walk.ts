import type { PlacedPoint } from './scatter-layout.ts';

/**
 * Where a key leads from a place of a scatter: left and right along x, up and down along y, Home and End to the ends of x; null
 * for other keys and at the last point.
 *
 * @param places from left to right, as the layout gives them.
 */
export function walkScatter<Point>(
  places: readonly PlacedPoint<Point>[],
  from: PlacedPoint<Point>,
  key: string,
): PlacedPoint<Point> | null {
  const across = places.indexOf(from);
  // Upwards on the page is towards smaller y; equal heights keep their order from the left.
  const byHeight = [...places].sort((one, other) => other.y - one.y);
  const up = byHeight.indexOf(from);
  switch (key) {
    case 'ArrowLeft':
      return places[across - 1] ?? null;
    case 'ArrowRight':
      return places[across + 1] ?? null;
    case 'ArrowUp':
      return byHeight[up + 1] ?? null;
    case 'ArrowDown':
      return byHeight[up - 1] ?? null;
    case 'Home':
      return places[0] ?? null;
    case 'End':
      return places.at(-1) ?? null;
    default:
      return null;
  }
}
