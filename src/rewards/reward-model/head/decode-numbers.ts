/** The number formats in which heads are published, by their names in a safetensors file. */
export const NUMBER_FORMATS: Readonly<Record<string, NumberFormat>> = {
  F32: { bytes: 4, read: (view, place) => view.getFloat32(place, true) },
  F16: { bytes: 2, read: (view, place) => halfToNumber(view.getUint16(place, true)) },
  BF16: { bytes: 2, read: (view, place) => brainToNumber(view.getUint16(place, true)) },
};

export interface NumberFormat {
  /** Of one number. */
  readonly bytes: number;
  /** @param place in bytes */
  readonly read: (view: DataView, place: number) => number;
}

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
