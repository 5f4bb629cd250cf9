import type { MLCEngine } from '@mlc-ai/web-llm';

export const MODEL_ID = 'model';

export interface FakeEngine {
  readonly engine: MLCEngine;
  /** What was called, in order. */
  readonly calls: string[];
  readonly pipeline: Record<string, unknown>;
}

export interface FakeEngineOptions {
  /** Functions that the library or the runtime lacks. */
  readonly without?: readonly string[];
  readonly pipeline?: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Sequences that the adapter has room for a cache of; any number where left out. */
  readonly room?: number;
}

/** Numbers in a shape, as far as they are looked at; the first of a row of logits is the token that it comes after. */
class FakeTensor {
  shape: readonly number[];
  numbers: readonly number[];

  constructor(shape: readonly number[], numbers: readonly number[] = []) {
    this.shape = shape;
    this.numbers = numbers;
  }
  view(shape: readonly number[]): FakeTensor {
    return new FakeTensor(shape, this.numbers);
  }
  copyFrom(from: FakeTensor | Int32Array): void {
    this.numbers = from instanceof FakeTensor ? from.numbers : [...from];
  }
  toArray(): Float32Array {
    return Float32Array.from(this.numbers);
  }
  dispose(): void {
    this.numbers = [];
  }
  /** As a result of several values, of which the logits are the first. */
  get(): this {
    return this;
  }
}

/** WebLLM's insides as version 0.2.86 has them, without a model behind them. */
export function createFakeEngine(options: FakeEngineOptions = {}): FakeEngine {
  const calls: string[] = [];
  const said: string[] = [];
  const conversation = {
    said,
    reset: () => void said.splice(0),
    appendMessage: (role: string, content: string) => void said.push(`${role}: ${content}`),
    appendReplyHeader: (role: string) => void said.push(role),
  };
  const functions = new Map<string, unknown>(
    Object.entries({ ...library(calls, options), ...runtime(calls) }).filter(
      ([name]) => options.without?.includes(name) !== true,
    ),
  );
  const find = (name: string): unknown => {
    if (functions.has(name)) return functions.get(name);
    throw new Error(`Cannot find function ${name}`);
  };
  const pipeline: Record<string, unknown> = {
    tvm: { ...objects(), getGlobalFunc: find },
    vm: { getFunction: find },
    device: { sync: () => Promise.resolve(calls.push('sync')) },
    params: 'weights',
    kvCache: { dispose: () => calls.push('dispose') },
    slidingWindowSize: -1,
    contextWindowSize: 2048,
    prefillChunkSize: 256,
    config: { vocab_size: 3 },
    stopTokens: [2],
    stopStr: [],
    conversation,
    getInputData: () => Promise.resolve([[[1, 2], [3]], 3]),
    ...options.pipeline,
  };
  const engine: unknown = { loadedModelIdToPipeline: new Map([[MODEL_ID, pipeline]]) };
  if (!isEngine(engine)) throw new Error('no engine');
  return { engine, calls, pipeline };
}

function isEngine(value: unknown): value is MLCEngine {
  return typeof value === 'object' && value !== null && 'loadedModelIdToPipeline' in value;
}

function objects() {
  return {
    empty: (shape: readonly number[]) => new FakeTensor(shape),
    cpu: () => 'cpu',
    scalar: (value: number) => value,
    makeShapeTuple: (numbers: readonly number[]) => `[${numbers.join()}]`,
    beginScope: () => undefined,
    endScope: () => undefined,
    detachFromCurrentScope: (kept: unknown) => kept,
  };
}

function runtime(calls: string[]) {
  const state = (name: string) => `vm.builtin.kv_state_${name}`;
  return {
    [state('add_sequence')]: () => undefined,
    [state('fork_sequence')]: () => undefined,
    [state('remove_sequence')]: () => undefined,
    [state('clear')]: () => undefined,
    [state('begin_forward')]: (_: unknown, ids: string, lengths: string) =>
      calls.push(`begin ${ids} ${lengths}`),
    [state('end_forward')]: () => calls.push('end'),
  };
}

/** Three numbers a row, in the embedding as in the logits; the first is the token. */
function library(
  calls: string[],
  { metadata = { max_batch_size: 16 }, room = Number.POSITIVE_INFINITY }: FakeEngineOptions,
) {
  const tripled = (numbers: readonly number[]) => numbers.flatMap((number) => [number, 0, 0]);
  const all = (embedded: FakeTensor) =>
    new FakeTensor([1, embedded.numbers.length / 3, 3], embedded.numbers);
  return {
    _metadata: () => JSON.stringify(metadata),
    embed: ({ numbers }: FakeTensor) => new FakeTensor([numbers.length, 3], tripled(numbers)),
    batch_prefill: (embedded: FakeTensor, { numbers: positions }: FakeTensor) => {
      calls.push(`batch_prefill ${embedded.shape.join()} at ${positions.join()}`);
      const firsts = positions.map((position) => embedded.numbers[position * 3] ?? Number.NaN);
      return new FakeTensor([1, positions.length, 3], tripled(firsts));
    },
    decode: (embedded: FakeTensor) => {
      calls.push(`decode ${embedded.shape.join()}`);
      return all(embedded);
    },
    batch_decode: (embedded: FakeTensor) => {
      calls.push(`batch_decode ${embedded.shape.join()}`);
      return all(embedded);
    },
    batch_verify: (embedded: FakeTensor) => {
      calls.push(`batch_verify ${embedded.shape.join()}`);
      return all(embedded);
    },
    create_tir_paged_kv_cache: (sequences: string, ...sizes: readonly string[]) => {
      calls.push(`create_tir_paged_kv_cache ${[sequences, ...sizes].join(' ')}`);
      if (Number(sequences.slice(1, -1)) > room) throw new Error('Device lost: no room');
      return `cache of ${sequences.slice(1, -1)}`;
    },
  };
}
