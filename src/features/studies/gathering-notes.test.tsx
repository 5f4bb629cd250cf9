// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { GatheringNotes } from './gathering-notes.tsx';
import type { Gathering } from './use-gathering.ts';

afterEach(cleanup);

it.each([
  [{ state: 'reading', done: 1 }, 'Reading the runs', '0.25'],
  [{ state: 'making' }, 'Writing the report', null],
] satisfies readonly (readonly [Gathering<null>, string, string | null])[])(
  'says what is done at %j, and how far it is where that is known',
  (gathering, label, value) => {
    render(
      <GatheringNotes
        {...{ gathering, of: 4 }}
        making="Writing the report"
        say={() => 'A report is written.'}
      />,
    );
    expect(screen.getByRole('progressbar', { name: label }).getAttribute('value')).toBe(value);
  },
);
