import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../scripts/repository-paths.mjs';
import { builtInPromptSet, chooseBuiltIn } from '../src/studies/index.ts';
import { asTable, typicalWish, type WinnersOfWish, winnersByWish } from './typical-wish.ts';
import { TYPICAL_WISH } from './wishes.ts';

function readTable(text: string): readonly WinnersOfWish[] {
  const [, ...rows] = text.trimEnd().split('\n');
  return rows.map((row) => {
    const [id = '', prs, prand] = row.split(',');
    return { id, prs: Number(prs), prand: Number(prand) };
  });
}

const line = (name: string, winnerOf: readonly string[], reward: number) =>
  JSON.stringify({ name, winner_of: winnerOf, rewards: { chose: reward, other: -reward } });

it('means the winners of both arms over seeds, by the scorer that chose', async () => {
  const lines = [
    line('b, seed 1', ['PRS 8/8', 'PRand 16'], 1),
    line('b, seed 2', ['PRS 8/8'], 4),
    line('b, seed 2', ['PRand 16', 'PRS 16/0'], 2),
    line('a, seed 1', ['PRS 8/8'], 0),
    line('a, seed 1', ['PRS 4/4'], 9),
    line('a, seed 1', ['PRand 16'], 3),
  ];
  const wishes = await winnersByWish(lines);
  expect(wishes).toEqual([
    { id: 'a', prs: 0, prand: 3 },
    { id: 'b', prs: 2.5, prand: 1.5 },
  ]);
  expect(readTable(asTable(wishes))).toEqual(wishes);
  await expect(winnersByWish(lines.slice(0, 2))).rejects.toThrow('b lacks a winner');
});

it('takes the wish in the middle by the difference, and of equals by the level', () => {
  const wish = (id: string, prs: number, prand: number) => ({ id, prs, prand });
  const wishes = [
    wish('low', 1, 1),
    wish('middle', 2.4, 2.4),
    wish('high', 4, 4),
    wish('behind', 2, 3),
    wish('ahead', 3, 2),
  ];
  expect(typicalWish(wishes).id).toBe('middle');
  expect(() => typicalWish([])).toThrow('no winners');
});

it('is the wish that is recorded as typical of the study: if this fails, record the one that is', async () => {
  const path = join(repositoryRoot, 'docs/findings/winners-by-wish.csv');
  const wishes = readTable(readFileSync(path, 'utf8'));
  const all = chooseBuiltIn(await builtInPromptSet(), {});
  expect(wishes.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted());
  const { id } = typicalWish(wishes);
  const { prompt, preference } = TYPICAL_WISH;
  expect(all.find((wish) => wish.id === id)).toEqual({ id, prompt, preference });
});
