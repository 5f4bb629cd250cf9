import { z } from 'zod';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { meanOf } from '../src/studies/findings/band-of-figures.ts';

/** A wish of a study: the rewards of two arms' winners by the scorer that chose, each the mean over seeds. */
export interface WinnersOfWish {
  readonly id: string;
  readonly prs: number;
  readonly prand: number;
}

const ARMS = { prs: 'PRS 8/8', prand: 'PRand 16' } as const;

const rowShape = z.object({
  name: z.string(),
  winner_of: z.array(z.string()),
  rewards: z.record(z.string(), z.number().nullable()),
});

/**
 * The winners of each wish in the texts that a report wrote, in the order of their ids.
 *
 * @param lines of a report's `responses.jsonl`
 * @throws PlainError where a wish lacks a winner
 */
export async function winnersByWish(
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<readonly WinnersOfWish[]> {
  const wishes = new Map<string, Record<keyof typeof ARMS, number[]>>();
  for await (const line of lines) {
    const row = rowShape.parse(JSON.parse(line));
    // The scorer that chose stands first; a run is called by its wish and its seed.
    const [reward] = Object.values(row.rewards);
    const id = row.name.replace(/, seed \d+$/, '');
    for (const arm of ['prs', 'prand'] as const) {
      if (!row.winner_of.includes(ARMS[arm]) || typeof reward !== 'number') continue;
      const wish = wishes.get(id) ?? { prs: [], prand: [] };
      wish[arm].push(reward);
      wishes.set(id, wish);
    }
  }
  return [...wishes]
    .map(([id, { prs, prand }]) => {
      if (prs.length === 0 || prs.length !== prand.length)
        throw new PlainError(`${id} lacks a winner of ${ARMS.prs} or of ${ARMS.prand}.`);
      return { id, prs: meanOf(prs), prand: meanOf(prand) };
    })
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * The wish in the middle of a study: PRS less PRand lies nearest to the median over all wishes; among equals, of whom there are many
 * where a draft wins both, PRand's winner lies nearest to its own median; then the first by id.
 *
 * @throws PlainError for no wish
 */
export function typicalWish(wishes: readonly WinnersOfWish[]): WinnersOfWish {
  const difference = ({ prs, prand }: WinnersOfWish): number => prs - prand;
  const middle = median(wishes.map(difference));
  const level = median(wishes.map(({ prand }) => prand));
  const far = (one: WinnersOfWish): number => Math.abs(difference(one) - middle);
  const [typical] = wishes.toSorted(
    (one, other) =>
      far(one) - far(other) || Math.abs(one.prand - level) - Math.abs(other.prand - level),
  );
  if (typical === undefined) throw new PlainError('The file has no winners of these arms.');
  return typical;
}

const COLUMNS = 'wish,PRS 8/8,PRand 16';

export function asTable(wishes: readonly WinnersOfWish[]): string {
  const rows = wishes.map(({ id, prs, prand }) => `${id},${String(prs)},${String(prand)}`);
  return [COLUMNS, ...rows, ''].join('\n');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[half]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}
