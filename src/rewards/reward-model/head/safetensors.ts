import type { ByteSource } from './byte-source.ts';
import { HeadError } from './head-error.ts';
import { isListOfCounts, isRecord, parseJson } from './read-values.ts';

/**
 * The part of a safetensors file before its numbers: eight bytes with the header's length, little-endian, then the header as
 * JSON, tensor by tensor.
 */
export interface SafetensorsHeader {
  readonly tensors: Readonly<Record<string, unknown>>;
  /** Where the numbers begin, in bytes from the file's start. */
  readonly dataStart: number;
}

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
