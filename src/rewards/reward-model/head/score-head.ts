import { noWebAddress, webAddress } from '../../../core/index.ts';
import {
  bytesOfAddress,
  bytesOfFile,
  type ByteSource,
  type Fetch,
  HeadError,
} from './byte-source.ts';
import {
  decodeNumbers,
  findShard,
  findTensor,
  isIndexName,
  MAX_INDEX_BYTES,
  NUMBER_FORMATS,
  pickShard,
  readSafetensorsHeader,
  type Tensor,
} from './safetensors.ts';

/** The last layer of a sequence classifier with one label: reward = weights · state + bias. */
export interface ScoreHead {
  /** One weight for each number of the hidden state, finite. */
  readonly weights: Float64Array;
  /** 0 where the model has none. */
  readonly bias: number;
  /** Where it was read from, for people. */
  readonly source: string;
}

/** weights · state + bias, summed in 64 bits. */
export function scoreState({ weights, bias }: ScoreHead, state: Float32Array): number {
  return weights.reduce((sum, weight, place) => sum + weight * (state[place] ?? NaN), bias);
}

/** The head of the self-test; tools/parity/reward-model.py makes the same one. */
const MADE_UP_SEED = 20_261_123;
const MADE_UP_BIAS = 0.5;

/**
 * A head that was never trained, the same everywhere: weight i is 0.2 · (s_i / 2^32 - 0.5), where
 * s_i = 1664525 · s_(i-1) + 1013904223 modulo 2^32 (the linear congruential generator of Numerical Recipes) from the seed.
 */
export function makeUpHead(width: number): ScoreHead {
  let state = MADE_UP_SEED;
  const weights = Float64Array.from({ length: width }, () => {
    state = (Math.imul(1_664_525, state) + 1_013_904_223) >>> 0;
    return 0.2 * (state / 2 ** 32 - 0.5);
  });
  return { weights, bias: MADE_UP_BIAS, source: `made up from seed ${String(MADE_UP_SEED)}` };
}

/**
 * Where the reward model's own weights lie: a safetensors file, or the index of one that was published in several files.
 * Only the file's header and the head, some kilobytes, are read. An address that ends in model.safetensors and isn't there
 * is tried again as model.safetensors.index.json.
 */
export type HeadSource =
  | { readonly kind: 'address'; readonly url: string }
  /** One safetensors file, or an index with the file that it names. */
  | { readonly kind: 'files'; readonly files: readonly File[] };

const WEIGHT = 'score.weight';
const BIAS = 'score.bias';

/**
 * Reads a head with one label.
 *
 * @param width numbers in the backbone's hidden state.
 * @throws HeadError with a sentence that says what to do.
 * @throws the signal's reason when it is aborted.
 */
export async function readScoreHead(
  source: HeadSource,
  width: number,
  signal: AbortSignal,
  fetch: Fetch = (url, init) => globalThis.fetch(url, init),
): Promise<ScoreHead> {
  const file = await openFile(source, fetch, signal);
  const header = await readSafetensorsHeader(file, signal);
  const weight = findTensor(header, WEIGHT, file.name);
  if (weight === null) throw hasNoHead(file.name);
  const bias = findTensor(header, BIAS, file.name);
  checkShape(weight, width, file.name);
  const weights = await readNumbers(file, weight, width, signal);
  const [biasValue = 0] = bias === null ? [] : await readNumbers(file, bias, 1, signal);
  return { weights, bias: biasValue, source: file.name };
}

async function openFile(
  source: HeadSource,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<ByteSource> {
  if (source.kind === 'address') return openAddress(checkAddress(source.url), fetch, signal);
  const files = source.files.map(bytesOfFile);
  const index = files.find(({ name }) => isIndexName(name));
  if (index !== undefined) return pickShard(files, await readIndex(index, signal));
  const [only, ...others] = files.filter(({ name }) => name.endsWith('.safetensors'));
  if (only !== undefined && others.length === 0) return only;
  throw new HeadError(
    'Choose one safetensors file, or model.safetensors.index.json together with the file that holds the head.',
  );
}

async function openAddress(url: string, fetch: Fetch, signal: AbortSignal): Promise<ByteSource> {
  const file = bytesOfAddress(url, fetch);
  if (isIndexName(url)) return openNamed(file, url, fetch, signal);
  try {
    await file.read(0, 1, signal);
    return file;
  } catch (error) {
    const missing = error instanceof HeadError && error.notFound;
    if (!missing || !/\/model\.safetensors($|[?#])/.test(url)) throw error;
    const index = url.replace(/\/model\.safetensors(?=$|[?#])/, '$&.index.json');
    return openNamed(bytesOfAddress(index, fetch), index, fetch, signal);
  }
}

/** The file beside an index that holds the head. */
async function openNamed(
  index: ByteSource,
  url: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<ByteSource> {
  return bytesOfAddress(new URL(await readIndex(index, signal), url).href, fetch);
}

async function readIndex(index: ByteSource, signal: AbortSignal): Promise<string> {
  const file = findShard(await index.readAll(MAX_INDEX_BYTES, signal), WEIGHT, index.name);
  if (file === null) throw hasNoHead(index.name);
  return file;
}

function checkShape({ shape }: Tensor, width: number, file: string): void {
  const [labels, numbers] = shape;
  if (shape.length !== 2 || labels !== 1) {
    throw new HeadError(
      `The head in ${file} has the shape [${shape.join(', ')}], not one row: it is no reward model with a single score. Choose another model.`,
    );
  }
  if (numbers === width) return;
  throw new HeadError(
    `The head in ${file} fits hidden states of ${String(numbers)} numbers; this backbone gives ${String(width)}. Choose the GGUF and the head of the same model.`,
  );
}

async function readNumbers(
  file: ByteSource,
  { dtype, start, end }: Tensor,
  count: number,
  signal: AbortSignal,
): Promise<Float64Array> {
  const format = Object.hasOwn(NUMBER_FORMATS, dtype) ? NUMBER_FORMATS[dtype] : undefined;
  if (format === undefined) {
    throw new HeadError(
      `The head in ${file.name} is stored as ${dtype}; F32, F16 and BF16 can be read. Choose the model as it was published, not quantised.`,
    );
  }
  if (end - start !== count * format.bytes) throw damaged(file.name);
  const numbers = decodeNumbers(await file.read(start, end, signal), format);
  if (!numbers.every(Number.isFinite)) throw damaged(file.name);
  return numbers;
}

function checkAddress(address: string): string {
  const url = webAddress(address);
  if (url === null) throw new HeadError(noWebAddress(address));
  return url;
}

function hasNoHead(name: string): HeadError {
  return new HeadError(
    `${name} has no ${WEIGHT}: it is not a reward model of the kind that this page runs. Choose a sequence classifier with one label.`,
  );
}

function damaged(name: string): HeadError {
  return new HeadError(`The head in ${name} is damaged. Download the file again, whole.`);
}
