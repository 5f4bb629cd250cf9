export interface SwarmDot {
  readonly x: number;
}

export interface SwarmRoom {
  /** The least distance between two centres. */
  readonly apart: number;
  /** Where the first and the last row of centres may lie. */
  readonly top: number;
  readonly bottom: number;
}

interface Placed {
  readonly x: number;
  readonly y: number;
}

/**
 * The height of each dot, its x given: a beeswarm. In the order given, each dot goes as near to the middle as those before it
 * let it, so that a dot that comes later moves none that is there. Where the room is full, dots overlap as little as can be.
 */
export function swarm(dots: readonly SwarmDot[], room: SwarmRoom): readonly number[] {
  const placed: Placed[] = [];
  for (const { x } of dots) {
    const near = placed.filter((other) => Math.abs(other.x - x) < room.apart);
    placed.push({ x, y: nearestFree(x, near, room) });
  }
  return placed.map(({ y }) => y);
}

const ROUNDING = 1e-6;

function nearestFree(x: number, near: readonly Placed[], room: SwarmRoom): number {
  // A whole number of rows from the top, so that as many dots as there are rows fit on one place.
  const rowsAbove = Math.floor((room.bottom - room.top) / room.apart / 2 + ROUNDING);
  const middle = room.top + rowsAbove * room.apart;
  // Free places begin where a dot touches one that is there.
  const touching = near.flatMap((other) => {
    const step = Math.sqrt(room.apart ** 2 - (other.x - x) ** 2);
    return [other.y + step, other.y - step];
  });
  const candidates = [middle, ...touching, room.top, room.bottom]
    .filter((y) => y >= room.top - ROUNDING && y <= room.bottom + ROUNDING)
    .sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  let best = middle;
  let widest = Number.NEGATIVE_INFINITY;
  for (const y of candidates) {
    const distance = Math.min(
      room.apart,
      ...near.map((other) => Math.hypot(other.x - x, other.y - y)),
    );
    if (distance >= room.apart - ROUNDING) return y;
    if (distance > widest + ROUNDING) [best, widest] = [y, distance];
  }
  return best;
}
