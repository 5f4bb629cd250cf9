import { isCount, isListOf, isRecord } from '../worker/read-values.ts';
import type { BatchLimits, BatchModel, DecodeStep, SequencePart } from './batch-model.ts';
import { method, PAGE_TOKENS, type VendorPipeline } from './vendor-pipeline.ts';

/** A sequence that a batch has room for, in tokens: a common prompt's share and an answer of the usual length. */
const TOKENS_OF_A_SEQUENCE = 256;
/** More are no faster here and make each one's first token wait. */
const MOST_SEQUENCES = 16;
/** Logits of a verification that are held at once. */
const LOGIT_BYTES = 32 * 2 ** 20;
/** `batch_verify` makes room for the logits of its longest input, whatever is asked for. */
const MOST_VERIFY_BYTES = 128 * 2 ** 20;

/** How many sequences a batch has; 1 where the library or the cache isn't made for more. */
export function batchSequences({ sizes }: Pick<VendorPipeline, 'sizes'>): number {
  const held = Math.floor(sizes.contextTokens / TOKENS_OF_A_SEQUENCE);
  return Math.max(1, Math.min(sizes.batchSequences, held, MOST_SEQUENCES));
}

/**
 * The model behind WebLLM's pipeline as one of batches. Its cache takes the place of WebLLM's and is as large, but for two
 * pages (where a fork begins in the middle of a page, that page is there twice): the sequences share what one call had.
 */
export function createVendorBatchModel(vendor: VendorPipeline): BatchModel {
  const limits = limitsOf(vendor);
  const cache = vendor.replaceCache(limits.sequences, limits.pages * PAGE_TOKENS);
  const { tvm, sequences } = vendor;
  const integer = (value: number): unknown => tvm.scalar(value, 'int64');
  const forward = createForward(vendor, cache);
  return {
    limits,
    add: (id) => void sequences.add(cache, integer(id)),
    fork: (parent, child, length) =>
      void sequences.fork(cache, integer(parent), integer(child), integer(length)),
    remove: (id) => void sequences.remove(cache, integer(id)),
    clear: () => void sequences.clear(cache),
    prefill: async ({ id, tokens }) => {
      const rows = await forward.prefill([{ id, tokens }], [tokens.length - 1]);
      return rows[0] ?? new Float32Array();
    },
    decode: (steps) => forward.decode(steps),
    verify: async (parts) => {
      const rows = await forward.verify(parts);
      let first = 0;
      return parts.map(({ tokens }) => rows.slice(first, (first += tokens.length)));
    },
  };
}

/**
 * The same, or null where the graphics adapter has no room for a batch's cache: then WebLLM has a cache of one sequence, as it
 * made its own.
 *
 * @throws what the library throws where it has no room for that either
 */
export async function tryVendorBatchModel(vendor: VendorPipeline): Promise<BatchModel | null> {
  try {
    const model = createVendorBatchModel(vendor);
    await vendor.tvm.sync();
    return model;
  } catch {
    vendor.replaceCache(1, vendor.sizes.contextTokens);
    await vendor.tvm.sync();
    return null;
  }
}

function limitsOf(vendor: VendorPipeline): BatchLimits {
  const { contextTokens, prefillTokens, vocabularyTokens } = vendor.sizes;
  const rows = Math.max(1, Math.floor(LOGIT_BYTES / (vocabularyTokens * 4)));
  return {
    contextTokens,
    pageTokens: PAGE_TOKENS,
    pages: Math.ceil(contextTokens / PAGE_TOKENS) + 2,
    sequences: batchSequences(vendor),
    prefillTokens,
    verifyTokens: Math.min(
      prefillTokens,
      rows,
      verifiesWhole(vendor) ? prefillTokens : vendor.sizes.batchSequences,
    ),
  };
}

function verifiesWhole({ library, sizes }: VendorPipeline): boolean {
  const bytes = sizes.prefillTokens * sizes.vocabularyTokens * 4;
  return library.batchVerify !== null && bytes <= MOST_VERIFY_BYTES;
}

type Rows = Promise<readonly Float32Array[]>;

interface Forward {
  /** @param positions of the tokens whose logits are wanted, among all of the parts' */
  prefill(parts: readonly SequencePart[], positions: readonly number[]): Rows;
  decode(steps: readonly DecodeStep[]): Rows;
  verify(parts: readonly SequencePart[]): Rows;
}

function createForward(vendor: VendorPipeline, cache: unknown): Forward {
  const { library, parameters } = vendor;
  const prefill: Forward['prefill'] = (parts, positions) =>
    runForward(vendor, cache, parts, (embedded, length) => {
      const wanted = integers(vendor, positions);
      return library.batchPrefill(view(embedded, [1, length]), wanted, cache, parameters);
    });
  const { batchVerify } = library;
  return {
    prefill,
    decode: (steps) => {
      const parts = steps.map(({ id, token }) => ({ id, tokens: [token] }));
      const one = steps.length === 1 ? library.decode : null;
      const decode = one ?? library.batchDecode;
      return runForward(vendor, cache, parts, (embedded, length) =>
        decode(view(embedded, [length, 1]), cache, parameters),
      );
    },
    verify: (parts) => {
      const all = parts.flatMap(({ tokens }) => tokens).map((_, place) => place);
      if (batchVerify === null || !verifiesWhole(vendor)) return prefill(parts, all);
      return runForward(vendor, cache, parts, (embedded, length) =>
        batchVerify(view(embedded, [1, length]), cache, parameters),
      );
    },
  };
}

/** The same numbers in another shape, the rows of one dimension in two. */
function view(tensor: unknown, rows: readonly [number, number]): unknown {
  return method(tensor, 'view')([...rows, shapeOf(tensor).at(-1)]);
}

/** One pass through the model: embeds, runs, and brings the logits over, all rows in one copy. */
async function runForward(
  vendor: VendorPipeline,
  cache: unknown,
  parts: readonly SequencePart[],
  run: (embedded: unknown, length: number) => unknown,
): Rows {
  const { tvm, library, parameters, sequences } = vendor;
  tvm.beginScope();
  let copy: unknown;
  try {
    const tokens = parts.flatMap((part) => part.tokens);
    const embedded = library.embed(integers(vendor, tokens), parameters);
    const ids = tvm.makeShapeTuple(parts.map(({ id }) => id));
    const lengths = tvm.makeShapeTuple(parts.map((part) => part.tokens.length));
    sequences.beginForward(cache, ids, lengths);
    const made = run(embedded, tokens.length);
    sequences.endForward(cache);
    const logits = method(made, 'get')(0);
    copy = tvm.empty(shapeOf(logits), 'float32', tvm.cpu());
    method(copy, 'copyFrom')(logits);
    tvm.detachFromCurrentScope(copy);
  } finally {
    tvm.endScope();
  }
  try {
    await tvm.sync();
    return rowsOf(method(copy, 'toArray')(), shapeOf(copy).at(-1) ?? 0);
  } finally {
    method(copy, 'dispose')();
  }
}

function integers({ tvm }: VendorPipeline, numbers: readonly number[]): unknown {
  const tensor = tvm.empty([numbers.length], 'int32', tvm.device);
  method(tensor, 'copyFrom')(Int32Array.from(numbers));
  return tensor;
}

function rowsOf(numbers: unknown, width: number): readonly Float32Array[] {
  if (!(numbers instanceof Float32Array) || width === 0) {
    throw new TypeError('The library gave logits of another kind.');
  }
  return Array.from({ length: numbers.length / width }, (_, row) =>
    numbers.subarray(row * width, (row + 1) * width),
  );
}

function shapeOf(tensor: unknown): readonly number[] {
  const shape = isRecord(tensor) ? tensor.shape : null;
  if (isListOf(isCount, shape)) return shape;
  throw new TypeError('The library gave something else than numbers in a shape.');
}
