/**
 * Where an arrow key leads from a mark: left and right along its curve, up and down to the mark at the same place of the curve
 * before or after it. Null at the ends.
 *
 * @param rows the marks of each curve, from left to right
 */
export function walkCurves<Id>(
  rows: readonly (readonly Id[])[],
): (from: Id, key: string) => Id | null {
  return (from, key) => {
    const row = rows.findIndex((ids) => ids.includes(from));
    const place = rows[row]?.indexOf(from) ?? -1;
    const step = STEPS[key];
    if (step === undefined || place === -1) return null;
    const [down, along] = step;
    const other = rows[row + down];
    return other?.[down === 0 ? place + along : Math.min(place, other.length - 1)] ?? null;
  };
}

const STEPS: Readonly<Record<string, readonly [down: number, along: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};
