import { expect, it } from 'vitest';
import { firstPrompts, withSharedPreferences } from './shared-preferences.ts';

const asked = (id: string, prompt: string, preference = '') => ({ id, prompt, preference });

it('leaves a prompt its own preference, and asks the others with each that is typed', () => {
  const rows = [asked('a', 'Why?', 'Be brief.'), asked('b', 'When?')];
  expect(withSharedPreferences(rows, 'As a poem.\n\n Be formal. \nAs a poem.')).toEqual({
    prompts: [
      asked('a', 'Why?', 'Be brief.'),
      asked('b-1', 'When?', 'As a poem.'),
      asked('b-2', 'When?', 'Be formal.'),
    ],
    problems: [],
  });
});

it('keeps the ids where there is one preference for all, or none', () => {
  const rows = [asked('a', 'Why?'), asked('b', 'When?')];
  expect(withSharedPreferences(rows, ' \n').prompts).toEqual(rows);
  expect(withSharedPreferences(rows, 'Be brief.').prompts.map(({ id }) => id)).toEqual(['a', 'b']);
});

it('asks nothing twice, and has no id twice', () => {
  const rows = [asked('a', 'Why?'), asked('a-1', 'When?'), asked('c', 'Why?', 'Be brief.')];
  const { prompts, problems } = withSharedPreferences(rows, 'Be brief.\nBe formal.');
  expect(prompts.map(({ id }) => id)).toEqual(['a-2', 'a-1-1', 'a-1-2', 'c']);
  expect(problems).toEqual([
    'A row asks with a typed preference what another row asks with its own: that is asked once.',
  ]);
  const named = withSharedPreferences([asked('a', 'Why?'), asked('a-1', 'When?', 'x')], 'y\nz');
  expect(named.prompts.map(({ id }) => id)).toEqual(['a-1+', 'a-2', 'a-1']);
});

it('takes the first prompts with all of their preferences', () => {
  const rows = [asked('a', 'Why?', 'x'), asked('b', 'When?'), asked('c', 'Why?', 'y')];
  expect(firstPrompts(rows, 1).map(({ id }) => id)).toEqual(['a', 'c']);
  expect(firstPrompts(rows, 9)).toEqual(rows);
});
