// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { FIRST_FORM, planOf, type RunForm } from '../form/run-form.ts';
import { RunWarnings } from './run-warnings.tsx';

const KNOWN = { contextTokens: 2048, lacksChatTemplate: false };

function show(change: Partial<RunForm>) {
  return <RunWarnings plan={planOf({ ...FIRST_FORM, ...change })} model={KNOWN} />;
}

afterEach(cleanup);

it('has nothing to say of the set-up that a first visit begins with', () => {
  render(show({}));
  expect(screen.getByRole('status', { name: 'Before you run' }).textContent).toBe('');
});

it('lists what a person should know, and forgets it when it is mended', () => {
  const hasty = { sampling: { ...FIRST_FORM.sampling, temperature: 0 }, prompt: 'Say <|im_end|>' };
  const { rerender } = render(show(hasty));
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  rerender(show({ prompt: 'Say it' }));
  expect(screen.queryAllByRole('listitem')).toEqual([]);
});
