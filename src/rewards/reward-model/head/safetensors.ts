import { type ByteSource, HeadError } from './byte-source.ts';

/**
 * The part of a safetensors file before its numbers: eight bytes with the header's length, little-endian, then the header as
 * JSON, tensor by tensor.
 */
export interface SafetensorsHeader {
  readonly tensors: Readonly<Record<string, unknown>>;
  /** Where the numbers begin, in bytes from the file's start. */
  readonly dataStart: number;
}

/** Where a tensor lies in its file. */
export interface Tensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Bytes from the file's start. */
  readonly start: number;
  readonly end: number;
}

const LENGTH_BYTES = 8;

/** A header has about 100 bytes for each tensor; models of the size that a browser holds have some hundred tensors. */
export const MAX_HEADER_BYTES = 2 ** 23;

/** @throws HeadError */
export async function readSafetensorsHeader(
  source: ByteSource,
  signal: AbortSignal,
): Promise<SafetensorsHeader> {
  const start = await source.read(0, LENGTH_BYTES, signal);
  const length = new DataView(start.buffer, start.byteOffset).getBigUint64(0, true);
  if (length < 2n || length > BigInt(MAX_HEADER_BYTES)) throw notSafetensors(source.name);
  const dataStart = LENGTH_BYTES + Number(length);
  const bytes = await source.read(LENGTH_BYTES, dataStart, signal);
  const tensors = parseJson(new TextDecoder().decode(bytes));
  if (!isRecord(tensors)) throw notSafetensors(source.name);
  return { tensors, dataStart };
}

/**
 * Where a tensor lies; null where the file has none of that name.
 *
 * @throws HeadError where its entry makes no sense.
 */
export function findTensor(
  { tensors, dataStart }: SafetensorsHeader,
  name: string,
  file: string,
): Tensor | null {
  if (!Object.hasOwn(tensors, name)) return null;
  const entry = tensors[name];
  const { dtype, shape, data_offsets: offsets } = isRecord(entry) ? entry : {};
  if (typeof dtype !== 'string' || !isListOfCounts(shape) || !isListOfCounts(offsets)) {
    throw notSafetensors(file);
  }
  const [start, end, ...more] = offsets;
  if (start === undefined || end === undefined || more.length > 0 || end < start) {
    throw notSafetensors(file);
  }
  return { dtype, shape, start: dataStart + start, end: dataStart + end };
}

function notSafetensors(name: string): HeadError {
  return new HeadError(
    `${name} is not a safetensors file, or it is damaged. Choose the reward model’s model.safetensors, downloaded whole.`,
  );
}

/** The number formats in which heads are published, by their names in a safetensors file. */
export const NUMBER_FORMATS: Readonly<Record<string, NumberFormat>> = {
  F32: { bytes: 4, read: (view, place) => view.getFloat32(place, true) },
  F16: { bytes: 2, read: (view, place) => halfToNumber(view.getUint16(place, true)) },
  BF16: { bytes: 2, read: (view, place) => brainToNumber(view.getUint16(place, true)) },
};

/** How numbers of one format are read. */
export interface NumberFormat {
  /** Of one number. */
  readonly bytes: number;
  /** @param place in bytes */
  readonly read: (view: DataView, place: number) => number;
}

/** @returns the numbers in 64 bits, as many as the bytes hold */
export function decodeNumbers(bytes: Uint8Array, format: NumberFormat): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.byteLength / format.bytes }, (_, place) =>
    format.read(view, place * format.bytes),
  );
}

/** IEEE 754 binary16: 1 bit sign, 5 bits exponent, 10 bits fraction. */
function halfToNumber(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = (bits & 0x3ff) / 2 ** 10;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -14;
  return sign * (1 + fraction) * 2 ** (exponent - 15);
}

/** bfloat16: the upper half of a binary32. */
function brainToNumber(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, bits << 16);
  return view.getFloat32(0);
}

/** Most bytes of an index: it has one line for each tensor. */
export const MAX_INDEX_BYTES = 2 ** 23;

/** How the index of a model in several files is named. */
export function isIndexName(name: string): boolean {
  return /\.index\.json($|[?#])/.test(name);
}

/**
 * The file, beside the index, that holds a tensor; null where the model has no such tensor.
 *
 * @throws HeadError
 */
export function findShard(index: Uint8Array, tensor: string, name: string): string | null {
  const body = parseJson(new TextDecoder().decode(index));
  const map = isRecord(body) ? body.weight_map : null;
  if (!isRecord(map)) {
    throw new HeadError(
      `${name} is not the index of a model in several files. Choose model.safetensors.index.json as it was published.`,
    );
  }
  if (!Object.hasOwn(map, tensor)) return null;
  const file = map[tensor];
  // A plain name: an index must not send us elsewhere.
  if (typeof file !== 'string' || !/^[\w-][\w.-]*\.safetensors$/.test(file)) {
    throw new HeadError(
      `${name} names no safetensors file for the head. Choose the file that holds ${tensor} itself.`,
    );
  }
  return file;
}

/** Picks from the chosen files the one that an index names. */
export function pickShard(shards: readonly ByteSource[], file: string): ByteSource {
  const shard = shards.find(({ name }) => name === file);
  if (shard !== undefined) return shard;
  throw new HeadError(`The head is in ${file}. Choose that file together with the index.`);
}

/** Guards for values from a file that anyone may have written. */

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isListOfCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isCount);
}

/** The value of a JSON text; undefined where it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
