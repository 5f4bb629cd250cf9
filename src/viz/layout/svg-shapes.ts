import {
  symbol,
  symbolStar,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';

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

function shownLevel(level: number): number {
  return LEAST_LEVEL + (1 - LEAST_LEVEL) * Math.min(1, Math.max(0, level));
}

/** d3-shape draws the star by area; 0.8908… is its own ratio of squared outer radius to area. */
function starCorners(radius: number): readonly Point[] {
  const path = symbol(symbolStar, radius ** 2 / 0.8908130915292852)() ?? '';
  return path
    .slice(1, -1)
    .split('L')
    .map((pair) => {
      const [x = 0, y = 0] = pair.split(',').map(Number);
      return { x, y };
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

const SHAPES = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolWye];

/**
 * The path of a series' shape around the origin: series differ by shape, because colour means reward. After the fifth they repeat.
 *
 * @param index of the series, from 0.
 * @param radius of a disc with the same area, in CSS pixels.
 */
export function seriesShape(index: number, radius: number): string {
  return symbol(SHAPES[index % SHAPES.length], Math.PI * radius ** 2).digits(2)() ?? '';
}

/** Template tag for SVG paths and transforms: numbers are rounded to a hundredth. */
export function svg(parts: TemplateStringsArray, ...values: readonly (number | string)[]): string {
  return String.raw(
    { raw: parts },
    ...values.map((value) => (typeof value === 'string' ? value : Math.round(value * 100) / 100)),
  );
}
