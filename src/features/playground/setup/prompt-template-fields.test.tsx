// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { CHAT_PROMPTS, MODEL_SETTINGS, type PromptTemplates } from '../../../core/index.ts';
import { FoldedPrompts } from './folded-fields.tsx';

afterEach(cleanup);

function Fields({ told }: { readonly told: (prompts: PromptTemplates) => void }) {
  const [prompts, setPrompts] = useState<PromptTemplates>(CHAT_PROMPTS);
  return (
    <FoldedPrompts
      prompts={prompts}
      size="small"
      onChange={(changed) => {
        setPrompts(changed);
        told(changed);
      }}
    />
  );
}

it('lets a person say where the prompts stand and which example comes first', async () => {
  let prompts: PromptTemplates = CHAT_PROMPTS;
  render(
    <Fields
      told={(changed) => {
        prompts = changed;
      }}
    />,
  );
  expect(screen.queryByLabelText('Where the prompts stand')).toBeNull();
  fireEvent.click(screen.getByText('Prompts to the model'));
  fireEvent.change(await screen.findByLabelText('Where the prompts stand'), {
    target: { value: 'one-turn' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Show the model an example first' }));
  fireEvent.change(screen.getByLabelText('Example: feedback'), { target: { value: '- shorter' } });
  expect(prompts).toMatchObject({ layout: 'one-turn', example: { feedback: '- shorter' } });
  fireEvent.click(screen.getByRole('button', { name: 'No example' }));
  expect(prompts.example).toBeUndefined();
  fireEvent.click(screen.getByRole('button', { name: 'Back to the prompts as shipped' }));
  expect(prompts).toEqual(MODEL_SETTINGS.small.prompts);
});
