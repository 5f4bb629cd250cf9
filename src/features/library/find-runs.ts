import type { RunSummary } from '../../core/index.ts';
import { displayName } from './run-in-words.ts';

export const ORDERS = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'name', label: 'By name' },
  { value: 'prompt', label: 'By prompt' },
] as const;

export type RunOrder = (typeof ORDERS)[number]['value'];

/** The runs that have each of the words, however they are written, in this order. `runs` are the newest first. */
export function findRuns(
  runs: readonly RunSummary[],
  words: string,
  order: RunOrder,
): readonly RunSummary[] {
  const wanted = plain(words)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const found =
    wanted.length === 0
      ? runs
      : runs.filter((run) => {
          const text = textOf(run);
          return wanted.every((word) => text.includes(word));
        });
  return inOrder(found, order);
}

const compare = new Intl.Collator(undefined, { numeric: true }).compare;

function inOrder(runs: readonly RunSummary[], order: RunOrder): readonly RunSummary[] {
  switch (order) {
    case 'newest':
      return runs;
    case 'oldest':
      return runs.toReversed();
    case 'name':
      return runs.toSorted((a, b) => compare(displayName(a.name), displayName(b.name)));
    case 'prompt':
      return runs.toSorted((a, b) => compare(a.prompt, b.prompt));
  }
}

/** Kept, since the same runs are searched with each letter typed. */
const TEXTS = new WeakMap<RunSummary, string>();

function textOf(run: RunSummary): string {
  const known = TEXTS.get(run);
  if (known !== undefined) return known;
  const { name, prompt, preference, modelName, scorerName } = run;
  const text = plain([displayName(name), prompt, preference, modelName, scorerName].join('\n'));
  TEXTS.set(run, text);
  return text;
}

/** Without case and accents. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}
