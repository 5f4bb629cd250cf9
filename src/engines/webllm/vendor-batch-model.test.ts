import { expect, test } from 'vitest';
import { createVendorBatchModel, tryVendorBatchModel } from './vendor-batch-model.ts';
import { findVendorPipeline } from './vendor-pipeline.ts';
import { createFakeEngine, MODEL_ID, type FakeEngine } from './testing/fake-vendor.ts';

function vendorOf(engine: FakeEngine['engine']) {
  const vendor = findVendorPipeline(engine, MODEL_ID);
  if (vendor === null) throw new Error('nothing was found');
  return vendor;
}

test('what a batch needs is found, and the cache of many sequences takes the place of the old', () => {
  const { engine, calls, pipeline } = createFakeEngine();
  const model = createVendorBatchModel(vendorOf(engine));
  // 2048 tokens in pages of 16, and two more; 8 sequences of 256.
  expect(model.limits).toMatchObject({ contextTokens: 2048, pages: 130, sequences: 8 });
  expect(calls).toEqual(['dispose', 'create_tir_paged_kv_cache [8] [2080] [256] [16] [0]']);
  expect(pipeline.kvCache).toBe('cache of 8');
});

test('where there is no room for a batch’s cache, WebLLM has one of one sequence again, as its own', async () => {
  const { engine, calls, pipeline } = createFakeEngine({ room: 1 });
  expect(await tryVendorBatchModel(vendorOf(engine))).toBeNull();
  expect(calls).toEqual([
    'dispose',
    'create_tir_paged_kv_cache [8] [2080] [256] [16] [0]',
    'create_tir_paged_kv_cache [1] [2048] [256] [16] [0]',
    'sync',
  ]);
  expect(pipeline.kvCache).toBe('cache of 1');
});

test('where there is no room for any cache, that is thrown', async () => {
  const { engine } = createFakeEngine({ room: 0 });
  await expect(tryVendorBatchModel(vendorOf(engine))).rejects.toThrow('no room');
});

test('where there is room, the batch is there when the adapter has made its cache', async () => {
  const { engine, calls } = createFakeEngine();
  expect((await tryVendorBatchModel(vendorOf(engine)))?.limits.sequences).toBe(8);
  expect(calls.at(-1)).toBe('sync');
});

test.each([
  ['the library has no batch_decode', { without: ['batch_decode'] }],
  ['the library has no batch_prefill', { without: ['batch_prefill'] }],
  ['the runtime has no fork', { without: ['vm.builtin.kv_state_fork_sequence'] }],
  ['the model has a sliding window', { pipeline: { slidingWindowSize: 4096 } }],
  ['the model keeps a recurrent state', { pipeline: { rnnState: {} } }],
  ['the pipeline has other insides', { pipeline: { conversation: undefined } }],
  ['the tokens that end an answer are not told', { pipeline: { stopTokens: undefined } }],
  ['the metadata does not say how large a batch may be', { metadata: {} }],
])('nothing is found where %s', (_, how) => {
  expect(findVendorPipeline(createFakeEngine(how).engine, MODEL_ID)).toBeNull();
});

test('nothing is found where the model is not loaded', () => {
  expect(findVendorPipeline(createFakeEngine().engine, 'another')).toBeNull();
});

test('a batch takes no more sequences than the library was compiled for', () => {
  const { engine } = createFakeEngine({ metadata: { max_batch_size: 4 } });
  expect(createVendorBatchModel(vendorOf(engine)).limits.sequences).toBe(4);
});

test('one token of each sequence is decoded, and the rows come back in their order', async () => {
  const { engine, calls } = createFakeEngine();
  const model = createVendorBatchModel(vendorOf(engine));
  calls.length = 0;
  const steps = [
    { id: 5, token: 50 },
    { id: 7, token: 70 },
  ];
  const rows = await model.decode(steps);
  expect(rows.map((row) => row[0])).toEqual([50, 70]);
  expect(calls).toEqual(['begin [5,7] [1,1]', 'batch_decode 2,1,3', 'end', 'sync']);
});

test.each([
  ['by decode where the library says that it is the same', true, 'decode 1,1,3'],
  ['as a batch where it does not', undefined, 'batch_decode 1,1,3'],
])('one sequence alone is decoded %s', async (_, same, expected) => {
  const { engine, calls } = createFakeEngine({
    metadata: { max_batch_size: 16, decode_equals_batch: same },
  });
  const model = createVendorBatchModel(vendorOf(engine));
  calls.length = 0;
  expect((await model.decode([{ id: 5, token: 50 }])).map((row) => row[0])).toEqual([50]);
  expect(calls).toEqual(['begin [5] [1]', expected, 'end', 'sync']);
});

const PARTS = [
  { id: 5, tokens: [50, 51] },
  { id: 7, tokens: [70] },
];
const FIRSTS = [[50, 51], [70]];

test('texts are verified in one call, and the rows come back by text', async () => {
  const { engine, calls } = createFakeEngine();
  const model = createVendorBatchModel(vendorOf(engine));
  calls.length = 0;
  const made = await model.verify(PARTS);
  expect(made.map((rows) => rows.map((row) => row[0]))).toEqual(FIRSTS);
  expect(calls).toEqual(['begin [5,7] [2,1]', 'batch_verify 1,3,3', 'end', 'sync']);
});

test('without batch_verify the same is a prefill that gives every row', async () => {
  const { engine, calls } = createFakeEngine({ without: ['batch_verify'] });
  const model = createVendorBatchModel(vendorOf(engine));
  expect(model.limits.verifyTokens).toBe(16);
  calls.length = 0;
  const made = await model.verify(PARTS);
  expect(made.map((rows) => rows.map((row) => row[0]))).toEqual(FIRSTS);
  expect(calls).toEqual(['begin [5,7] [2,1]', 'batch_prefill 1,3,3 at 0,1,2', 'end', 'sync']);
});

test('batch_verify is left alone where its logits would be too many', () => {
  const { engine } = createFakeEngine({ pipeline: { config: { vocab_size: 150_000 } } });
  expect(createVendorBatchModel(vendorOf(engine)).limits.verifyTokens).toBe(16);
});

test('a prompt is read for its last row', async () => {
  const { engine, calls } = createFakeEngine();
  const model = createVendorBatchModel(vendorOf(engine));
  calls.length = 0;
  expect((await model.prefill({ id: 2, tokens: [20, 21, 22] }))[0]).toBe(22);
  expect(calls).toEqual(['begin [2] [3]', 'batch_prefill 1,3,3 at 2', 'end', 'sync']);
});

test('a chat is split by the pipeline’s own template', async () => {
  const { engine, pipeline } = createFakeEngine();
  const tokens = await vendorOf(engine).promptTokens([
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Name a fruit.' },
  ]);
  expect(pipeline.conversation).toMatchObject({
    override_system_message: 'Be brief.',
    said: ['user: Name a fruit.', 'assistant'],
  });
  expect(tokens).toEqual([1, 2, 3]);
});
