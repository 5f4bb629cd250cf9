import { expect, it } from 'vitest';
import { readTypedPrompts } from './typed-prompts.ts';

it('gives a prompt its own preference, or each of those for all', () => {
  const { prompts, problems } = readTypedPrompts({
    prompts: 'Why is the sky blue?\n\n  What is rain? | As a poem.\n',
    preferences: 'Be brief.\nBe thorough.',
  });
  expect(problems).toEqual([]);
  expect(prompts).toEqual([
    { id: '1. Why is the sky blue?', prompt: 'Why is the sky blue?', preference: 'Be brief.' },
    { id: '2. Why is the sky blue?', prompt: 'Why is the sky blue?', preference: 'Be thorough.' },
    { id: '3. What is rain?', prompt: 'What is rain?', preference: 'As a poem.' },
  ]);
});

it('asks a prompt without any preference alone', () => {
  expect(readTypedPrompts({ prompts: 'a or b | c?|', preferences: '' }).prompts).toEqual([
    { id: '1. a or b | c?', prompt: 'a or b | c?', preference: '' },
  ]);
});

it('names the lines that ask nothing, or what was asked before', () => {
  const { prompts, problems } = readTypedPrompts({
    prompts: '| Be brief.\nWhy?\n\nWhy? | Be brief.',
    preferences: 'Be brief.\nBe brief.',
  });
  expect(prompts).toHaveLength(1);
  expect(problems).toEqual([
    'Line 1 has a preference and no prompt: write one.',
    'Line 2 meets the same preference twice: each is asked once.',
    'Line 4 asks the same as line 2: it is asked once.',
  ]);
});
