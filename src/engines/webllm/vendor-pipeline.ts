import type { MLCEngine } from '@mlc-ai/web-llm';
import type { ChatMessage } from '../../core/index.ts';
import { isCount, isListOf, isRecord, isString } from '../worker/read-values.ts';

/**
 * What WebLLM 0.2.86 keeps to itself and a batch needs: the one place that reaches into it. Everything is looked for and
 * checked once, after loading; where something is missing the model is served one call at a time, through WebLLM's own calls.
 * package-lock.json pins the version; docs/decisions/2026-11-25-webgpu-batches.md says what to look at when it moves.
 */
export interface VendorPipeline {
  readonly tvm: VendorRuntime;
  /**
   * Functions of the model's library. `decode` reads on in one sequence; null unless the library says that what it gives is
   * what a batch of one gives. `batchVerify` is null where there is none.
   */
  readonly library: {
    readonly embed: Callable;
    readonly decode: Callable | null;
    readonly batchPrefill: Callable;
    readonly batchDecode: Callable;
    readonly batchVerify: Callable | null;
  };
  /** Functions of the runtime, on the cache. */
  readonly sequences: {
    readonly add: Callable;
    readonly fork: Callable;
    readonly remove: Callable;
    readonly clear: Callable;
    readonly beginForward: Callable;
    readonly endForward: Callable;
  };
  /** The weights. */
  readonly parameters: unknown;
  readonly sizes: VendorSizes;
  /**
   * Frees WebLLM's cache, and the new one takes its place in WebLLM too. May be tried again where it throws.
   *
   * @param tokens of all sequences together
   */
  readonly replaceCache: (sequences: number, tokens: number) => unknown;
  /** The tokens of a chat in the model's template, up to where the answer begins. */
  readonly promptTokens: (messages: readonly ChatMessage[]) => Promise<readonly number[]>;
  readonly stopTokens: readonly number[];
  readonly stopTexts: readonly string[];
}

export interface VendorSizes {
  readonly contextTokens: number;
  readonly prefillTokens: number;
  /** Most sequences in a batch that the library was compiled for. */
  readonly batchSequences: number;
  /** Width of a row of logits. */
  readonly vocabularyTokens: number;
}

/** The runtime that WebLLM loads libraries with; objects that it makes in a scope are freed at the scope's end. */
export interface VendorRuntime {
  readonly device: unknown;
  readonly empty: Callable;
  readonly cpu: Callable;
  readonly scalar: Callable;
  readonly makeShapeTuple: Callable;
  readonly beginScope: Callable;
  readonly endScope: Callable;
  readonly detachFromCurrentScope: Callable;
  readonly sync: Callable;
}

export type Callable = (...parts: readonly unknown[]) => unknown;

/** Tokens of a page of the cache, as WebLLM makes its own. */
export const PAGE_TOKENS = 16;

/** @returns null where this version of WebLLM, or this model's library, can't serve a batch. */
export function findVendorPipeline(engine: MLCEngine, modelId: string): VendorPipeline | null {
  const pipelines: unknown = Reflect.get(engine, 'loadedModelIdToPipeline');
  const pipeline: unknown = pipelines instanceof Map ? pipelines.get(modelId) : null;
  if (!isRecord(pipeline) || !isPlainDecoder(pipeline)) return null;
  const tvm = findRuntime(pipeline);
  if (tvm === null) return null;
  tvm.beginScope();
  try {
    return gather(pipeline, tvm);
  } catch {
    return null;
  } finally {
    tvm.endScope();
  }
}

type Pipeline = Readonly<Record<string, unknown>>;

/** Only plain chat models: no sliding window, no recurrent state, no packaged program. */
function isPlainDecoder(pipeline: Pipeline): boolean {
  const { slidingWindowSize, rnnState, artifact, kvCache } = pipeline;
  return (
    slidingWindowSize === -1 &&
    rnnState === undefined &&
    artifact === undefined &&
    isRecord(kvCache)
  );
}

/** A method, bound to its owner. @throws TypeError where there is none. */
export function method(owner: unknown, name: string): Callable {
  const value: unknown = isRecord(owner) ? Reflect.get(owner, name) : null;
  if (typeof value !== 'function') throw new TypeError(`WebLLM has no ${name}.`);
  return (...parts) => {
    const made: unknown = Reflect.apply(value, owner, parts);
    return made;
  };
}

function findRuntime({ tvm, device }: Pipeline): VendorRuntime | null {
  try {
    return {
      device,
      empty: method(tvm, 'empty'),
      cpu: method(tvm, 'cpu'),
      scalar: method(tvm, 'scalar'),
      makeShapeTuple: method(tvm, 'makeShapeTuple'),
      beginScope: method(tvm, 'beginScope'),
      endScope: method(tvm, 'endScope'),
      detachFromCurrentScope: method(tvm, 'detachFromCurrentScope'),
      sync: method(device, 'sync'),
    };
  } catch {
    return null;
  }
}

function gather(pipeline: Pipeline, tvm: VendorRuntime): VendorPipeline | null {
  const keep = (found: unknown): Callable => {
    if (typeof found !== 'function') throw new TypeError('not a function');
    tvm.detachFromCurrentScope(found);
    // As it is, because the runtime tells its own functions by what hangs on them.
    return (...parts) => {
      const made: unknown = Reflect.apply(found, undefined, parts);
      return made;
    };
  };
  const ofLibrary = method(pipeline.vm, 'getFunction');
  const ofRuntime = method(pipeline.tvm, 'getGlobalFunc');
  const state = (name: string): Callable => keep(ofRuntime(`vm.builtin.kv_state_${name}`));
  const metadata = readMetadata(ofLibrary);
  const sizes = readSizes(pipeline, metadata);
  const stops = readStops(pipeline);
  if (sizes === null || stops === null) return null;
  return {
    tvm,
    library: {
      embed: keep(ofLibrary('embed')),
      decode: metadata.decode_equals_batch === true ? keep(ofLibrary('decode')) : null,
      batchPrefill: keep(ofLibrary('batch_prefill')),
      batchDecode: keep(ofLibrary('batch_decode')),
      batchVerify: whereThere(() => keep(ofLibrary('batch_verify'))),
    },
    sequences: {
      add: state('add_sequence'),
      fork: state('fork_sequence'),
      remove: state('remove_sequence'),
      clear: state('clear'),
      beginForward: state('begin_forward'),
      endForward: state('end_forward'),
    },
    parameters: pipeline.params,
    sizes,
    replaceCache: cacheMaker(pipeline, tvm, keep(ofLibrary('create_tir_paged_kv_cache')), sizes),
    promptTokens: promptReader(pipeline),
    ...stops,
  };
}

function whereThere<Found>(find: () => Found): Found | null {
  try {
    return find();
  } catch {
    return null;
  }
}

/** What the library says of itself. */
function readMetadata(ofLibrary: Callable): Pipeline {
  const tell = ofLibrary('_metadata');
  if (typeof tell !== 'function') throw new TypeError('The library says nothing of itself.');
  const metadata: unknown = JSON.parse(String(Reflect.apply(tell, undefined, [])));
  return isRecord(metadata) ? metadata : {};
}

function readSizes(pipeline: Pipeline, metadata: Pipeline): VendorSizes | null {
  const { contextWindowSize: contextTokens, prefillChunkSize: prefillTokens, config } = pipeline;
  const { max_batch_size: batchSequences } = metadata;
  const vocabularyTokens = isRecord(config) ? config.vocab_size : null;
  return isCount(contextTokens) &&
    isCount(prefillTokens) &&
    isCount(batchSequences) &&
    isCount(vocabularyTokens)
    ? { contextTokens, prefillTokens, batchSequences, vocabularyTokens }
    : null;
}

function readStops(pipeline: Pipeline): Pick<VendorPipeline, 'stopTokens' | 'stopTexts'> | null {
  const { stopTokens, stopStr: stopTexts } = pipeline;
  return isListOf(isCount, stopTokens) && isListOf(isString, stopTexts)
    ? { stopTokens, stopTexts }
    : null;
}

function cacheMaker(
  pipeline: Pipeline,
  tvm: VendorRuntime,
  create: Callable,
  { prefillTokens }: VendorSizes,
): VendorPipeline['replaceCache'] {
  let dispose: Callable | null = method(pipeline.kvCache, 'dispose');
  return (sequences, tokens) => {
    // First, so that never both take room; and never twice, where the next can't be made.
    dispose?.();
    dispose = null;
    tvm.beginScope();
    try {
      const sizes = [sequences, tokens, prefillTokens, PAGE_TOKENS, 0];
      const cache = create(...sizes.map((size) => tvm.makeShapeTuple([size])));
      tvm.detachFromCurrentScope(cache);
      Reflect.set(pipeline, 'kvCache', cache);
      return cache;
    } finally {
      tvm.endScope();
    }
  };
}

/** WebLLM's own template and tokenizer, on the conversation that its pipeline keeps. */
function promptReader(pipeline: Pipeline): VendorPipeline['promptTokens'] {
  const { conversation } = pipeline;
  if (!isRecord(conversation)) throw new TypeError('WebLLM has no conversation.');
  const reset = method(conversation, 'reset');
  const append = method(conversation, 'appendMessage');
  const open = method(conversation, 'appendReplyHeader');
  const read = method(pipeline, 'getInputData');
  return async (messages) => {
    reset();
    for (const { role, content } of messages) {
      if (role === 'system') Reflect.set(conversation, 'override_system_message', content);
      else append(role, content);
    }
    open('assistant');
    const made: unknown = await read();
    const parts: unknown = Array.isArray(made) ? made[0] : null;
    if (isListOf(isTokens, parts)) return parts.flat();
    throw new TypeError('WebLLM split the prompt into something else than tokens.');
  };
}

function isTokens(value: unknown): value is readonly number[] {
  return isListOf(isCount, value);
}
