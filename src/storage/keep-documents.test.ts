import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { IndexedDbDocuments, MemoryDocuments } from './keep-documents.ts';
import { newRunId } from './open-run-store.ts';

describe.each([
  ['IndexedDB', () => new IndexedDbDocuments(newRunId())],
  ['memory', () => new MemoryDocuments()],
])('documents in %s', (_, open) => {
  it('are kept by id, replaced, and removed', async () => {
    const documents = open();
    await documents.put('one', { seeds: [1] });
    await documents.put('other', { seeds: [2] });
    await documents.put('one', { seeds: [1, 2] });
    expect(await documents.get('one')).toEqual({ seeds: [1, 2] });
    expect(await documents.all()).toEqual([
      ['one', { seeds: [1, 2] }],
      ['other', { seeds: [2] }],
    ]);
    await documents.remove('one');
    await documents.remove('nobody');
    expect(await documents.get('one')).toBeUndefined();
    expect(await documents.all()).toHaveLength(1);
  });
});

it('are the same for every tab of the page', async () => {
  const name = newRunId();
  const [one, other] = [new IndexedDbDocuments(name), new IndexedDbDocuments(name)];
  await Promise.all([one.put('a', 1), other.put('b', 2)]);
  expect(await one.all()).toEqual(await other.all());
  expect(await one.all()).toHaveLength(2);
});

it('say that the storage is full', async () => {
  const documents = new IndexedDbDocuments(newRunId());
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room.', 'QuotaExceededError');
  });
  await expect(documents.put('a', 1)).rejects.toMatchObject({ kind: 'full' });
  full.mockRestore();
  expect(await documents.all()).toEqual([]);
});
