import { describe, expect, it } from 'vitest';
import { CURRENT_VERSION, MIGRATION_STEPS, migrate, type MigrationSteps } from './migrate-run.ts';

/** A history of three versions: `title` became `name`, then `name` moved into `run`. */
const STEPS: MigrationSteps = [
  ({ title, ...rest }) => ({ ...rest, name: title }),
  ({ name, ...rest }) => ({ ...rest, run: { name } }),
];

describe('migrate', () => {
  it('takes every step from the version that was written to the present one', () => {
    const first = migrate({ version: 1, title: 'Sky' }, STEPS);
    const second = migrate({ version: 2, name: 'Sky' }, STEPS);
    const third = migrate({ version: 3, run: { name: 'Sky' } }, STEPS);
    const document = { version: 3, run: { name: 'Sky' } };
    expect([first, second, third]).toEqual([1, 2, 3].map(() => ({ status: 'current', document })));
  });

  it('knows a later version when it sees one', () => {
    expect(migrate({ version: 4 }, STEPS)).toEqual({ status: 'newer', version: 4 });
  });

  it.each([undefined, 0, 1.5, '1', null])('refuses version %j', (version) => {
    expect(migrate({ version }, STEPS)).toMatchObject({
      status: 'unreadable',
      problem: { field: 'version', expected: 'a whole number from 1' },
    });
  });

  it('survives a step that finds something else than its version promised', () => {
    const throwing: MigrationSteps = [
      () => {
        throw new TypeError('No title.');
      },
    ];
    expect(migrate({ version: 1 }, throwing)).toMatchObject({ status: 'unreadable' });
  });

  it('has a step for every version but the present one', () => {
    expect(MIGRATION_STEPS).toHaveLength(CURRENT_VERSION - 1);
  });
});
