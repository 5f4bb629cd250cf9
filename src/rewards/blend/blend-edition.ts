import type { FloorsEdition } from '../floors/floors-edition.ts';

/** What the blend is called in kept runs. */
export const EMBEDDED_BLEND = { id: 'embedded-blend' } as const;

const FIRST_WITH_FLOORS = 3;

/** Versions 3 and 4 of the blend have the floors' editions 1 and 2. */
export function versionWithFloors(floors: FloorsEdition): number {
  return FIRST_WITH_FLOORS - 1 + floors;
}

/** The floors of a version, of one to come the latest that are here; null where it has none. */
export function floorsOfVersion(version: number): FloorsEdition | null {
  if (version < FIRST_WITH_FLOORS) return null;
  return version === FIRST_WITH_FLOORS ? 1 : 2;
}
