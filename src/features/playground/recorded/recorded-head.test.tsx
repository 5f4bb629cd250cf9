// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { fakeHeader } from '../../../core/testing/fake-run.ts';
import { FIRST_FORM, planOf } from '../form/run-form.ts';
import { RecordedHead } from './recorded-head.tsx';

afterEach(cleanup);

function badge(isChosen: boolean): string | null {
  render(
    <RecordedHead
      {...{ isChosen, canRun: true, hidesTitle: false, isTold: false, keepProblem: null }}
      {...{ play: null, beside: null, outlook: null, gallery: null }}
      run={fakeHeader(planOf(FIRST_FORM))}
      onRun={() => undefined}
      onKeep={() => undefined}
    />,
  );
  return screen.getByRole('status').textContent;
}

it('says of a run that came with the page that it was chosen, and of one in a link that it was recorded', () => {
  expect(badge(true)).toMatch(/^Recorded: .*; chosen by a rule$/);
  cleanup();
  expect(badge(false)).toMatch(/^Recorded: [^;]*$/);
});
