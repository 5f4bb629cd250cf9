import { expect, it } from 'vitest';
import { favouredByConstruction } from './favoured-by-construction.ts';
import { SCORERS } from './scorer-registry.ts';

it('knows what preference information favours, and says nothing of scorers that it doesn’t know', () => {
  const known = SCORERS.map(({ id }) => id).filter((id) => favouredByConstruction(id) !== null);
  expect(known).toEqual(['preference-information']);
  expect(favouredByConstruction('toString')).toBeNull();
});
