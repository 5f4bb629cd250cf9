// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { late } from '../../../core/index.ts';
import { FIRST_FORM } from '../form/run-form.ts';
import { SetupPane } from './setup-pane.tsx';

afterEach(cleanup);

const ignore = (): void => undefined;

function pane(busy: boolean) {
  return (
    <SetupPane
      {...{ busy, form: FIRST_FORM, assessment: null, ownSetUp: null }}
      choice={{
        ...{ offerId: null, name: 'M', source: { kind: 'embedded', engine: 'llama-cpp' } },
        ...{ downloadBytes: null, memoryBytes: null, licence: null, needsConsent: false },
      }}
      known={{ contextTokens: null, lacksChatTemplate: false }}
      scorers={{ suggested: () => 'rubric', code: late('Nothing', () => Promise.resolve(true)) }}
      lacks={() => []}
      newSeed={() => 1}
      {...{ onChange: ignore, onChoose: ignore, onRun: ignore, onStop: ignore }}
    />
  );
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

it('whoever pressed Run finds the focus on Stop, and on Run again when it has ended', () => {
  const { rerender } = render(pane(false));
  button('Run').focus();
  rerender(pane(true));
  expect(document.activeElement).toBe(button('Stop'));
  rerender(pane(false));
  expect(document.activeElement).toBe(button('Run'));
});

it('a focus that stood elsewhere stays there', () => {
  const { rerender } = render(pane(false));
  const prompt = screen.getByRole('textbox', { name: 'Prompt' });
  prompt.focus();
  rerender(pane(true));
  expect(document.activeElement).toBe(prompt);
});
