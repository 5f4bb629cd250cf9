import { expect, it } from 'vitest';
import { type BuiltInPrompt, readPromptSet } from '../../../studies/index.ts';
import { promptsOfForm, readStudyForm, type StudyForm } from './study-form.ts';

const form: StudyForm = {
  name: 'Test',
  source: 'typed',
  prompts: 'Why?',
  preferences: 'Be brief.\nBe formal.',
  kinds: ['plan'],
  builtInCount: 1,
  fileCount: 2,
  arms: ['prs'],
  budget: 4,
  splits: '2/2',
  seeds: 1,
  scorerId: null,
};

const builtIn: readonly BuiltInPrompt[] = (['explain', 'plan', 'plan'] as const).map(
  (kind, place) => ({
    id: `${kind}-${String(place)}`,
    ...{ kind, prompt: `${kind} ${String(place)}?`, preferences: ['Short.', 'Long.'] },
  }),
);

const file = readPromptSet('prompt,preference\nHow?,As a list.\nWhen?,\nWhere?,\n');

const askedOf = (changes: Partial<StudyForm>) =>
  promptsOfForm({ ...form, ...changes }, { builtIn, file }).prompts.map(
    ({ prompt, preference }) => `${prompt} ${preference}`,
  );

it('asks what its source has, and keeps what was said of the others', () => {
  expect(askedOf({})).toEqual(['Why? Be brief.', 'Why? Be formal.']);
  expect(askedOf({ source: 'built-in' })).toEqual(['plan 1? Short.', 'plan 1? Long.']);
  expect(askedOf({ source: 'file' })).toEqual([
    ...['How? As a list.', 'When? Be brief.', 'When? Be formal.'],
  ]);
});

it('asks nothing of a set or a file that is not here yet', () => {
  for (const source of ['built-in', 'file'] as const) {
    const nothing = { prompts: [], problems: [] };
    expect(promptsOfForm({ ...form, source }, { builtIn: null, file: null })).toEqual(nothing);
  }
});

it('reads what was kept before prompts came from elsewhere, and gives up nothing for one thing that is wrong', () => {
  const { source, kinds, builtInCount, fileCount, ...earlier } = form;
  expect(source).toBe('typed');
  const read = readStudyForm(earlier, { ...form, prompts: '' });
  expect(read.prompts).toBe('Why?');
  expect(read).toMatchObject({ source: 'typed', fileCount: 10_000, builtInCount: 8 });
  expect(read.kinds).toHaveLength(8);
  const changed = { ...form, source: 'file', kinds: ['other'], builtInCount: -1 };
  expect(readStudyForm(changed, form)).toMatchObject({ source: 'file', builtInCount: 8 });
  expect([kinds, builtInCount, fileCount]).toEqual([['plan'], 1, 2]);
});
