/** A ratio beside the most that is aimed at. */
export function verdict(ratio: number, most: number): string {
  const outcome = ratio <= most ? 'reached' : 'missed';
  return `${ratio.toFixed(4)}; the aim, at most ${most.toFixed(2)}, is ${outcome}.`;
}
