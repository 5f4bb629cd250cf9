import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { asTable, typicalWish, winnersByWish } from './typical-wish.ts';

/** Prints the winners of each wish in a report's texts, and says which wish is typical. */
export async function tellTypical(path: string): Promise<void> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  const wishes = await winnersByWish(lines);
  process.stdout.write(asTable(wishes));
  console.error(`Typical: ${typicalWish(wishes).id}`);
}
