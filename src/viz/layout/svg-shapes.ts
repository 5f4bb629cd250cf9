interface Point {
  readonly x: number;
  readonly y: number;
}

/** Part of a shape filled to a level, like a glass: reward can be read from it without colour. */
export interface FilledShape {
  readonly outline: string;
  readonly filled: string;
}

/** Even the least reward shows some colour: scored is never mistaken for hollow. */
const LEAST_LEVEL = 0.14;

/** A disc around the origin, filled from below to a level from 0 to 1. */
export function discFilledTo(level: number, radius: number): FilledShape {
  const half = svg`A${radius},${radius} 0 1 1 `;
  const outline = svg`M${-radius},0${half}${radius},0${half}${-radius},0Z`;
  const shown = shownLevel(level);
  if (shown >= 0.995) return { outline, filled: outline };
  const y = radius - 2 * radius * shown;
  const chord = Math.sqrt(radius ** 2 - y ** 2);
  const isLargeArc = shown > 0.5 ? 1 : 0;
  const arc = svg`A${radius},${radius} 0 ${isLargeArc} 0 ${chord},${y}`;
  return { outline, filled: svg`M${-chord},${y}${arc}Z` };
}

/** The winner's star, filled from below to a level from 0 to 1. */
export function starFilledTo(level: number, radius: number): FilledShape {
  const corners = starCorners(radius);
  const top = Math.min(...corners.map((corner) => corner.y));
  const bottom = Math.max(...corners.map((corner) => corner.y));
  const surface = bottom - (bottom - top) * shownLevel(level);
  return { outline: polygon(corners), filled: polygon(keepBelow(corners, surface)) };
}

/** How full a shape is drawn for a level from 0 to 1. */
export function shownLevel(level: number): number {
  return LEAST_LEVEL + (1 - LEAST_LEVEL) * Math.min(1, Math.max(0, level));
}

/** Of a star with five straight edges, how far its notches are from the centre for a radius of 1. */
const NOTCH = Math.sin(Math.PI / 10) / Math.sin((7 * Math.PI) / 10);

/** Tip by notch, from the top on; d3-shape's star is the same, and would be a hundredth of the first load for this one. */
function starCorners(radius: number): readonly Point[] {
  return Array.from({ length: 10 }, (_, corner) => {
    const angle = (corner * Math.PI) / 5;
    const reach = corner % 2 === 0 ? radius : radius * NOTCH;
    return { x: reach * Math.sin(angle), y: -reach * Math.cos(angle) };
  });
}

/** Sutherland–Hodgman against one horizontal line: the part of a polygon at or below `surface` (y grows downwards). */
function keepBelow(corners: readonly Point[], surface: number): readonly Point[] {
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const kept = corner.y >= surface ? [corner] : [];
    if (corner.y >= surface === next.y >= surface) return kept;
    const share = (surface - corner.y) / (next.y - corner.y);
    return [...kept, { x: corner.x + (next.x - corner.x) * share, y: surface }];
  });
}

function polygon(corners: readonly Point[]): string {
  return `M${corners.map(({ x, y }) => svg`${x},${y}`).join('L')}Z`;
}

/** Template tag for SVG paths and transforms: numbers are rounded to a hundredth. */
export function svg(parts: TemplateStringsArray, ...values: readonly (number | string)[]): string {
  return String.raw(
    { raw: parts },
    ...values.map((value) => (typeof value === 'string' ? value : Math.round(value * 100) / 100)),
  );
}
