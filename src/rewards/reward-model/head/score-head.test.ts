import { expect, test } from 'vitest';
import { type Fetch, HeadError, MAX_SKIPPED_BYTES } from './byte-source.ts';
import { readScoreHead, scoreState } from './score-head.ts';
import { MAX_HEADER_BYTES } from './safetensors.ts';

const never = new AbortController().signal;
const WIDTH = 4;
const URL_OF_HEAD = 'https://hub.test/owner/model/resolve/main/model.safetensors';

interface TestTensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly bytes: readonly number[];
}

/** 1, -2, 0.5 and 0 as F32, F16 and BF16. */
const F32 = [...[0, 0, 0x80, 0x3f], ...[0, 0, 0, 0xc0], ...[0, 0, 0, 0x3f], ...[0, 0, 0, 0]];
const F16 = [...[0, 0x3c], ...[0, 0xc0], ...[0, 0x38], ...[0, 0]];
const BF16 = [...[0x80, 0x3f], ...[0, 0xc0], ...[0, 0x3f], ...[0, 0]];
const NUMBERS = [1, -2, 0.5, 0];

function tensor(bytes: readonly number[], dtype: string, shape = [1, WIDTH]): TestTensor {
  return { dtype, shape, bytes };
}

function withLength(
  header: string,
  data: readonly number[],
  length?: bigint,
): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(header);
  const start = new DataView(new ArrayBuffer(8));
  start.setBigUint64(0, length ?? BigInt(text.length), true);
  return Uint8Array.from([...new Uint8Array(start.buffer), ...text, ...data]);
}

/** Other weights lie before the head, as they do in a model. */
function safetensors(tensors: Readonly<Record<string, TestTensor>>): Uint8Array<ArrayBuffer> {
  const data: number[] = [9, 9, 9, 9];
  const entries = Object.entries(tensors).map(([name, { dtype, shape, bytes }]) => {
    const offsets = [data.length, data.length + bytes.length];
    data.push(...bytes);
    return [name, { dtype, shape, data_offsets: offsets }] as const;
  });
  const others = { dtype: 'F32', shape: [1], data_offsets: [0, 4] };
  const header = { __metadata__: { format: 'pt' }, others, ...Object.fromEntries(entries) };
  return withLength(JSON.stringify(header), data);
}

const HEAD = safetensors({ 'score.weight': tensor(BF16, 'BF16') });

function fileOf(bytes: Uint8Array<ArrayBuffer> | string, name = 'model.safetensors'): File {
  return new File([bytes], name);
}

function fromFiles(...files: File[]) {
  return readScoreHead({ kind: 'files', files }, WIDTH, never);
}

interface Server {
  readonly fetch: Fetch;
  /** Bytes sent so far. */
  readonly sent: () => number;
  readonly asked: string[];
}

/** Sends parts of files, or, where it ignores ranges, whole ones in pieces of ten bytes. */
function serve(
  files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
  ignoresRanges = false,
): Server {
  const asked: string[] = [];
  let sent = 0;
  const fetch: Fetch = (url, init) => {
    const file = files[url];
    const range = new Headers(init.headers).get('Range');
    asked.push(`${url} ${range ?? 'whole'}`);
    if (file === undefined) return Promise.resolve(new Response('no', { status: 404 }));
    if (range === null || ignoresRanges) {
      let place = 0;
      const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
        if (place >= file.length) controller.close();
        else controller.enqueue(file.slice(place, (place += 10)));
        sent = Math.max(sent, place);
      };
      return Promise.resolve(new Response(new ReadableStream({ pull })));
    }
    const [start = 0, end = 0] = (range.match(/\d+/g) ?? []).map(Number);
    if (start >= file.length) return Promise.resolve(new Response(null, { status: 416 }));
    const part = file.slice(start, end + 1);
    sent += part.length;
    return Promise.resolve(
      new Response(part, {
        status: 206,
        headers: {
          'Content-Range': `bytes ${String(start)}-${String(end)}/${String(file.length)}`,
        },
      }),
    );
  };
  return { fetch, sent: () => sent, asked };
}

function fromAddress(server: Server, url = URL_OF_HEAD) {
  return readScoreHead({ kind: 'address', url }, WIDTH, never, server.fetch);
}

test.each([
  ['F32', F32],
  ['F16', F16],
  ['BF16', BF16],
])('a head is read from a file in %s', async (dtype, bytes) => {
  const file = fileOf(safetensors({ 'score.weight': tensor(bytes, dtype) }));
  const head = await fromFiles(file);
  expect([...head.weights]).toEqual(NUMBERS);
  expect(head).toMatchObject({ bias: 0, source: 'model.safetensors' });
});

test('half floats keep their small and negative numbers', async () => {
  const bytes = [...[1, 0], ...[0, 0x80], ...[0xff, 0x7b], ...[0x01, 0xbc]];
  const head = await fromFiles(fileOf(safetensors({ 'score.weight': tensor(bytes, 'F16') })));
  expect([...head.weights]).toEqual([2 ** -24, -0, 65504, -(1 + 2 ** -10)]);
});

test('a bias is read and added to the weighed state', async () => {
  const bias = tensor(F32.slice(4, 8), 'F32', [1]);
  const weight = tensor(F32, 'F32');
  const head = await fromFiles(fileOf(safetensors({ 'score.bias': bias, 'score.weight': weight })));
  expect(head.bias).toBe(-2);
  expect(scoreState(head, Float32Array.of(3, 1, 2, 100))).toBe(3 - 2 + 1 - 2);
});

test('from an address only the header and the head are fetched', async () => {
  const big = { dtype: 'F32', shape: [9], bytes: new Array<number>(50_000).fill(7) };
  const file = safetensors({ layers: big, 'score.weight': tensor(F32, 'F32'), norm: big });
  const server = serve({ [URL_OF_HEAD]: file });
  expect([...(await fromAddress(server)).weights]).toEqual(NUMBERS);
  expect(server.sent()).toBeLessThan(1000);
});

test('a server that ignores ranges is read as far as the head and no further', async () => {
  const big = { dtype: 'F32', shape: [9], bytes: new Array<number>(50_000).fill(7) };
  const file = safetensors({ 'score.weight': tensor(F32, 'F32'), norm: big });
  const server = serve({ [URL_OF_HEAD]: file }, true);
  expect([...(await fromAddress(server)).weights]).toEqual(NUMBERS);
  expect(server.sent()).toBeLessThan(1000);
});

test('a server that ignores ranges of a large file is not read to its depth', async () => {
  const far = MAX_SKIPPED_BYTES;
  const entry = { dtype: 'F32', shape: [1, WIDTH], data_offsets: [far, far + 16] };
  const file = withLength(JSON.stringify({ 'score.weight': entry }), []);
  const reading = fromAddress(serve({ [URL_OF_HEAD]: file }, true));
  await expect(reading).rejects.toThrow(/sends only whole files.*Download the file/);
});

const INDEX = JSON.stringify({
  weight_map: { 'score.weight': 'model-00002-of-00002.safetensors' },
});
const INDEX_URL = `${URL_OF_HEAD}.index.json`;
const SHARD_URL = URL_OF_HEAD.replace('model.safetensors', 'model-00002-of-00002.safetensors');

test.each([
  ['its index’s address', INDEX_URL],
  ['the address of the file that it would be in one piece', URL_OF_HEAD],
])('a model in several files is found by %s', async (_, url) => {
  const index = new TextEncoder().encode(INDEX);
  const head = await fromAddress(serve({ [INDEX_URL]: index, [SHARD_URL]: HEAD }), url);
  expect([...head.weights]).toEqual(NUMBERS);
  expect(head.source).toBe(SHARD_URL);
});

test('a model in several files is read from disk, index and part together', async () => {
  const index = fileOf(INDEX, 'model.safetensors.index.json');
  const part = fileOf(HEAD, 'model-00002-of-00002.safetensors');
  expect([...(await fromFiles(part, index)).weights]).toEqual(NUMBERS);
  await expect(fromFiles(index, fileOf(HEAD, 'model-00001-of-00002.safetensors'))).rejects.toThrow(
    'The head is in model-00002-of-00002.safetensors. Choose that file together with the index.',
  );
});

test.each([
  ['elsewhere', '{"weight_map":{"score.weight":"https://evil.test/x.safetensors"}}', /names no/],
  ['above', '{"weight_map":{"score.weight":"../x.safetensors"}}', /names no/],
  ['no text', '{"weight_map":{"score.weight":7}}', /names no/],
  ['no head', '{"weight_map":{"lm_head.weight":"a.safetensors"}}', /no score.weight/],
  ['a name of every object', '{"weight_map":{}}', /no score.weight/],
  ['no map', '{"weight_map":[]}', /not the index/],
  ['no JSON', 'hello', /not the index/],
])('an index that names %s is refused', async (_, index, words) => {
  await expect(fromFiles(fileOf(index, 'x.index.json'), fileOf(HEAD))).rejects.toThrow(words);
});

const entry = (change: object): string =>
  JSON.stringify({
    'score.weight': { dtype: 'F32', shape: [1, 4], data_offsets: [0, 16], ...change },
  });

test.each([
  ['two labels', withLength(entry({ shape: [2, 2] }), F32), /shape \[2, 2\].*Choose another model/],
  ['one dimension', withLength(entry({ shape: [4] }), F32), /shape \[4\]/],
  ['another width', withLength(entry({ shape: [1, 3] }), F32), /3 numbers.*gives 4.*same model/],
  ['a shape of words', withLength(entry({ shape: ['1', 4] }), F32), /not a safetensors file/],
  ['another number format', withLength(entry({ dtype: 'I8' }), F32), /stored as I8/],
  ['a format named like a method', withLength(entry({ dtype: 'toString' }), F32), /stored as/],
  ['too few bytes', withLength(entry({ data_offsets: [0, 12] }), F32), /damaged/],
  ['offsets turned round', withLength(entry({ data_offsets: [16, 0] }), F32), /not a safetensors/],
  ['offsets beyond the file', withLength(entry({ data_offsets: [16, 32] }), F32), /ends too soon/],
  ['three offsets', withLength(entry({ data_offsets: [0, 8, 16] }), F32), /not a safetensors/],
  [
    'a number that is none',
    withLength(entry({}), [...F32.slice(0, 12), 0, 0, 0xc0, 0x7f]),
    /damaged/,
  ],
  ['an entry that is none', withLength('{"score.weight":7}', F32), /not a safetensors file/],
  ['no head', withLength('{"lm_head.weight":{}}', F32), /no score\.weight.*one label/],
  ['a header that is a list', withLength('[]', F32), /not a safetensors file/],
  ['a header that is no JSON', withLength('{"score', F32), /not a safetensors file/],
  ['a huge header', withLength('{}', F32, 2n ** 63n), /not a safetensors file/],
  [
    'a header too long for us',
    withLength('{}', [], BigInt(MAX_HEADER_BYTES + 1)),
    /not a safetens/,
  ],
  ['a header longer than the file', withLength('{}', [], 1000n), /ends too soon/],
  ['an empty header', withLength('', F32), /not a safetensors file/],
  ['a few bytes', Uint8Array.of(1, 2, 3), /ends too soon/],
])('a file with %s is refused with a sentence', async (_, bytes, words) => {
  await expect(fromFiles(fileOf(bytes))).rejects.toThrow(words);
  await expect(fromAddress(serve({ [URL_OF_HEAD]: bytes }))).rejects.toBeInstanceOf(HeadError);
});

test('files that don’t say which one holds the head are refused', async () => {
  await expect(fromFiles()).rejects.toThrow(/Choose one safetensors file/);
  await expect(
    fromFiles(fileOf(HEAD, 'a.safetensors'), fileOf(HEAD, 'b.safetensors')),
  ).rejects.toThrow(/Choose one safetensors file/);
});

test('what keeps an address from being read is said', async () => {
  await expect(fromAddress(serve({}))).rejects.toThrow(/answered 404/);
  await expect(fromAddress(serve({}), 'javascript:alert(1)')).rejects.toThrow(/not a web address/);
  const offline = readScoreHead({ kind: 'address', url: URL_OF_HEAD }, WIDTH, never, () =>
    Promise.reject(new TypeError('Failed to fetch')),
  );
  await expect(offline).rejects.toThrow(/connection failed.*Check the network/);
});

test('a part that wasn’t asked for is refused', async () => {
  const fetch: Fetch = () =>
    Promise.resolve(
      new Response(HEAD, { status: 206, headers: { 'Content-Range': 'bytes 5-100/1000' } }),
    );
  const reading = readScoreHead({ kind: 'address', url: URL_OF_HEAD }, WIDTH, never, fetch);
  await expect(reading).rejects.toThrow(/another part of the file/);
});

test('an abort is passed on as it is', async () => {
  const abort = new AbortController();
  const reason = new Error('not now');
  const fetch: Fetch = () => {
    abort.abort(reason);
    return Promise.reject(reason);
  };
  const reading = readScoreHead({ kind: 'address', url: URL_OF_HEAD }, WIDTH, abort.signal, fetch);
  await expect(reading).rejects.toBe(reason);
});
