import { expect, it } from 'vitest';
import { leftOutSentence } from './left-out-runs.ts';

const group = { model: 'Small', scorer: 'Rubric', reporter: null, reporterId: null };
const at = (runId: string, facts: readonly string[], key = facts.join()) => ({
  runId,
  group: { ...group, key, facts },
});
const WARM = ['version 5', 'temperature 0.8'];

it('counts the runs that a group leaves out by what they have instead', () => {
  const own = [at('a', WARM), at('b', WARM)];
  const cold = ['c', 'd'].map((id) => at(id, ['version 5', 'temperature 0.2']));
  const older = at('e', ['version 4', 'temperature 0.2']);
  const set = at('f', WARM, 'other');
  expect(leftOutSentence([...own, ...cold, older, set], own)).toBe(
    'Left out are 4 of 6 runs: 2 have temperature 0.2, 1 has version 4 and temperature 0.2, 1 has other settings.',
  );
});

it('names another model, and says nothing where none is left out', () => {
  const own = [at('a', WARM)];
  const other = at('b', WARM, 'large');
  const large = { ...other, group: { ...other.group, model: 'Large' } };
  expect(leftOutSentence([...own, large], own)).toBe(
    'Left out is 1 of 2 runs: 1 has the model Large.',
  );
  expect(leftOutSentence(own, own)).toBe('');
});

it('counts a run once that is read in several ways, and not where one of them is the group’s', () => {
  const own = [at('a', WARM)];
  const again = at('a', WARM, 'by another scorer');
  const twice = [at('b', ['version 4', 'temperature 0.8']), at('b', WARM, 'by another scorer')];
  expect(leftOutSentence([...own, again], own)).toBe('');
  expect(leftOutSentence([...own, ...twice], own)).toMatch(/^Left out is 1 of 2 runs: 1 has /);
});

it('says which runs the scorer that reports has not read', () => {
  const by = (reporter: string, run: ReturnType<typeof at>) => ({
    ...run,
    group: { ...run.group, reporter, key: `${run.group.key} by ${reporter}` },
  });
  const cold = ['version 5', 'temperature 0.2'];
  const own = [by('Length', at('a', WARM))];
  const unread = [at('b', WARM), at('c', cold), by('Judge', at('c', cold))];
  const colder = [at('d', cold), by('Length', at('d', cold)), by('Judge', at('d', cold))];
  expect(leftOutSentence([...own, ...unread, ...colder], own)).toBe(
    'Left out are 3 of 4 runs: 2 have not been read by Length, 1 has temperature 0.2.',
  );
});
