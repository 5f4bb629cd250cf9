import { expect, it } from 'vitest';
import { keptStudy } from '../testing/kept-studies.ts';
import { readKeptStudy, type StudyReaders } from './kept-study.ts';

const { study } = keptStudy();
const readers: StudyReaders = {
  plan: () => ({ prompt: '', preference: '', seed: 0, ...study.shared }),
  scorerValues: () => ({}),
};

it('reads back that every split is sampled, and of another value of it nothing', () => {
  const every = keptStudy({ study: { ...study, everySplit: true } });
  expect(readKeptStudy(structuredClone(every), readers)).toEqual(every);
  expect(readKeptStudy(structuredClone(keptStudy()), readers)).toEqual(keptStudy());
  const hostile = { ...every, study: { ...study, everySplit: 'some' } };
  expect(() => readKeptStudy(hostile, readers)).toThrow(/everySplit/);
});
