import { avalanche } from '../../../core/index.ts';
import type { BatchLimits, BatchModel } from '../batch-model.ts';
import { pagesOf } from '../page-ledger.ts';

export const VOCABULARY = 12;

export interface FakeBatchModel extends BatchModel {
  /** What it was asked to read, in order: how many tokens of each sequence. */
  readonly calls: string[];
  /** Sequences in its cache. */
  sequences(): number;
  /** Makes the next such call fail. */
  failNext(kind: 'prefill' | 'decode' | 'verify' | 'fork' | 'remove', error: Error): void;
}

/**
 * A model whose logits are a hash of all that a sequence has read, so that a token in the wrong sequence, or twice, or left out
 * changes everything after it. It throws where the cache would overflow.
 */
export function createFakeBatchModel(overrides: Partial<BatchLimits> = {}): FakeBatchModel {
  const limits = { ...LIMITS, ...overrides };
  const read = new Map<number, { readonly tokens: number[]; readonly shared: number }>();
  const calls: string[] = [];
  let failing: { readonly kind: string; readonly error: Error } | null = null;

  const of = (id: number) => {
    const found = read.get(id);
    if (found === undefined) throw new Error(`There is no sequence ${String(id)}.`);
    return found;
  };
  const failIfAsked = (kind: string): void => {
    if (failing?.kind !== kind) return;
    const { error } = failing;
    failing = null;
    throw error;
  };
  const call = async (kind: string, lengths: readonly number[]): Promise<void> => {
    await Promise.resolve();
    calls.push(`${kind} ${kind === 'decode' ? String(lengths.length) : lengths.join('+')}`);
    failIfAsked(kind);
  };
  const readOn = (id: number, tokens: readonly number[]): readonly Float32Array[] => {
    const sequence = of(id);
    const rows = tokens.map((token) => {
      sequence.tokens.push(token);
      return logitsAfter(sequence.tokens);
    });
    const used = [...read.values()].reduce(
      (sum, { tokens: all, shared }) => sum + pagesOf(all.length - shared, limits.pageTokens),
      0,
    );
    if (used > limits.pages) throw new Error(`${String(used)} pages are too many.`);
    return rows;
  };
  return {
    limits,
    calls,
    sequences: () => read.size,
    failNext: (kind, error) => {
      failing = { kind, error };
    },
    add: (id) => void read.set(id, { tokens: [], shared: 0 }),
    fork: (parent, child, length) => {
      failIfAsked('fork');
      const tokens = of(parent).tokens.slice(0, length);
      read.set(child, { tokens, shared: length - (length % limits.pageTokens) });
    },
    remove: (id) => {
      failIfAsked('remove');
      of(id);
      read.delete(id);
    },
    clear: () => {
      read.clear();
    },
    prefill: async ({ id, tokens }) => {
      await call('prefill', [tokens.length]);
      return readOn(id, tokens).at(-1) ?? new Float32Array();
    },
    decode: async (steps) => {
      await call(
        'decode',
        steps.map(() => 1),
      );
      return steps.flatMap(({ id, token }) => readOn(id, [token]));
    },
    verify: async (parts) => {
      await call(
        'verify',
        parts.map(({ tokens }) => tokens.length),
      );
      return parts.map(({ id, tokens }) => readOn(id, tokens));
    },
  };
}

const LIMITS: BatchLimits = {
  contextTokens: 64,
  pageTokens: 4,
  pages: 100,
  sequences: 8,
  prefillTokens: 4,
  verifyTokens: 8,
};

function logitsAfter(tokens: readonly number[]): Float32Array {
  const state = tokens.reduce((hash, token) => avalanche(hash ^ (token + 1)), 1);
  return Float32Array.from(
    { length: VOCABULARY },
    (_, token) => avalanche(state ^ token) / 2 ** 31,
  );
}
