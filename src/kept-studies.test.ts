import { expect, it } from 'vitest';
import { makeArm } from './core/index.ts';
import { fakePlan } from './core/testing/fake-run.ts';
import { MemoryDocuments } from './storage/keep-documents.ts';
import { readPlan } from './storage/schema/read-plan.ts';
import { keptStudy } from './studies/testing/kept-studies.ts';
import { createStudyStore } from './studies/kept/study-store.ts';

const readers = { plan: readPlan, scorerValues: () => ({ weight: 2 }) };
const study = keptStudy({ id: 'one', scorer: { id: 'fake', values: { weight: 2 } } });

it('gives studies back as they were, the newest first', async () => {
  const store = createStudyStore(new MemoryDocuments(), readers);
  const newer = { ...study, id: 'newer', createdAt: study.createdAt + 1 };
  await store.put(study);
  await store.put(newer);
  expect(await store.list()).toEqual({ studies: [newer, study], unreadable: [] });
  expect(await store.load('one')).toEqual(study);
  await store.remove('one');
  expect(await store.load('one')).toBeNull();
});

it.each([
  ['no study at all', 7],
  ['no prompts', { ...study, study: { ...study.study, prompts: [] } }],
  ['a plan that is none', { ...study, study: { ...study.study, shared: { budget: 4 } } }],
  ['another id than it is kept under', { ...study, id: 'another' }],
  ['an id that could be no run’s', { ...study, id: '../one' }],
])('lists one with %s as unreadable', async (_, value) => {
  const documents = new MemoryDocuments();
  await documents.put('one', value);
  await documents.put('two', { ...study, id: 'two' });
  const list = await createStudyStore(documents, readers).list();
  expect(list.studies.map(({ id }) => id)).toEqual(['two']);
  expect(list.unreadable).toEqual(['one']);
});

it('drops what it does not know of', async () => {
  const documents = new MemoryDocuments();
  const shared = { ...fakePlan([makeArm('rand', 2, [2])]), more: 'of it' };
  await documents.put('one', { ...study, study: { ...study.study, shared }, other: 1 });
  const read = await createStudyStore(documents, readers).load('one');
  expect(Object.keys(read ?? {}).toSorted()).toEqual(Object.keys(study).toSorted());
  expect(read?.study.shared).not.toHaveProperty('more');
  expect(read?.study.shared).not.toHaveProperty('prompt');
});

it('reads one that was kept before failed rewards were counted', async () => {
  const documents = new MemoryDocuments();
  await documents.put('one', { ...study, unscored: undefined });
  expect(await createStudyStore(documents, readers).load('one')).toEqual(study);
});
