import * as z from 'zod/mini';

const told = z.object({ change: z.string(), path: z.string() });

/** What is written, in the words of what a study keeps. The first that fits. */
const FILES: readonly (readonly [RegExp, string])[] = [
  [/\.new$/, 'a new file beside its place'],
  [/under-way[^.]*\.jsonl$/, 'the log of a run'],
  [/runs-\d+\.json$/, 'the file of finished runs'],
  [/study\.json$/, 'the study’s own file'],
];

const CHANGES: Readonly<Record<string, string>> = {
  write: 'half of a write into',
  rename: 'just before a new file takes the place of',
  remove: 'just before the removal of',
  cut: 'just before the cut of a torn end of',
};

/** Where a kill landed. @param said what the killed program said on stderr, with what `kill-at.mjs` told */
export function killInWords(said: string): string {
  const [, json] = /^KILLED_AT (.*)$/m.exec(said) ?? [];
  if (json === undefined) return 'between changes, as the server was asked';
  const { change, path } = told.parse(JSON.parse(json));
  const [, file = path] = FILES.find(([pattern]) => pattern.test(path)) ?? [];
  return `${CHANGES[change] ?? change} ${file}`;
}
