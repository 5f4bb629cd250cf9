import type { Prefill } from './least-prefill.ts';
import { plainTable } from './plain-table.ts';
import { verdict } from './verdict.ts';

const MOST_RATIO = 1.05;

/** The account of the prompt tokens, and what it comes to. */
export function prefillReport({ sent, read, trie, repeats, quoted }: Prefill): string {
  const least = trie + repeats;
  const rows: readonly (readonly [string, number | null])[] = [
    ['prompt tokens sent', sent],
    ['read: less those that the engine reports as cached', read],
    ['shared beginnings once: nodes of the token trie over all prompts', trie],
    ['the last token again of a prompt sent before: llama.cpp needs it to go on', repeats],
    ['least possible from the prompts alone', least],
    ['of it what the model wrote itself, in its cache since then', quoted],
    ['least possible if no answer is read either', least - quoted],
  ];
  const table = plainTable(rows.map(([what, count]) => [what, String(count ?? 'unknown')]));
  if (read === null) return table;
  return [
    table,
    '',
    `  read/least, prompts alone: ${verdict(read / least, MOST_RATIO)}`,
    `  read/least, no answer either: ${verdict(read / (least - quoted), MOST_RATIO)}`,
  ].join('\n');
}
