import { expect, it } from 'vitest';
import { namesOfSources } from './names-of-sources.ts';

it('calls paths by their last parts, as many as tell them apart', () => {
  expect([...namesOfSources(['/a/small', '/a/large', '/a/small']).values()]).toEqual([
    'small',
    'large',
  ]);
  expect([...namesOfSources(['/a/one/out', '/a/two/out']).values()]).toEqual([
    'one/out',
    'two/out',
  ]);
  expect([...namesOfSources(['/out', '/a/out']).values()]).toEqual(['/out', 'a/out']);
});
