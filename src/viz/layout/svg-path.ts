/** Template tag for SVG paths and transforms: numbers are rounded to a hundredth. */
export function svg(parts: TemplateStringsArray, ...values: readonly (number | string)[]): string {
  return String.raw(
    { raw: parts },
    ...values.map((value) => (typeof value === 'string' ? value : Math.round(value * 100) / 100)),
  );
}
