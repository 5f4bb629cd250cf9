// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { late } from '../../../core/index.ts';
import { FIRST_FORM } from '../form/run-form.ts';
import { SetupPane } from './setup-pane.tsx';

afterEach(cleanup);

const ignore = (): void => undefined;

function pane(busy: boolean, onStop = ignore, contextTokens: number | null = null) {
  return (
    <SetupPane
      {...{ busy, form: FIRST_FORM, assessment: null, ownSetUp: null }}
      choice={{
        ...{ offerId: null, name: 'M', source: { kind: 'embedded', engine: 'llama-cpp' } },
        ...{ downloadBytes: null, memoryBytes: null, licence: null, needsConsent: false },
      }}
      known={{ contextTokens, lacksChatTemplate: false }}
      scorers={{ suggested: () => 'rubric', code: late('Nothing', () => Promise.resolve(true)) }}
      lacks={() => []}
      newSeed={() => 1}
      {...{ onChange: ignore, onChoose: ignore, onRun: ignore, onStop }}
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

it('whoever presses Enter twice on Run doesn’t stop it, and may a moment later', async () => {
  const onStop = vi.fn();
  const { rerender } = render(pane(false, onStop));
  button('Run').focus();
  rerender(pane(true, onStop));
  fireEvent.click(button('Stop'), { detail: 0 });
  expect(onStop).not.toHaveBeenCalled();
  fireEvent.click(button('Stop'), { detail: 1 });
  expect(onStop).toHaveBeenCalledOnce();
  await new Promise((resolve) => setTimeout(resolve, 700));
  fireEvent.click(button('Stop'), { detail: 0 });
  expect(onStop).toHaveBeenCalledTimes(2);
});

it('whoever has left Stop is not brought to Run when the run ends', () => {
  const { rerender } = render(pane(false));
  button('Run').focus();
  rerender(pane(true));
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  button('Stop').blur();
  rerender(pane(false));
  expect(document.activeElement).toBe(document.body);
});

it('a model with little room is told of with the first set-up too', async () => {
  render(pane(false, ignore, 256));
  expect(await screen.findByText(/cut off|may fail/)).toBeTruthy();
});

it('a focus that stood elsewhere stays there', () => {
  const { rerender } = render(pane(false));
  const prompt = screen.getByRole('textbox', { name: 'Prompt' });
  prompt.focus();
  rerender(pane(true));
  expect(document.activeElement).toBe(prompt);
});
