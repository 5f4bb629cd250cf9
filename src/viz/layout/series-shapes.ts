import {
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';

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
