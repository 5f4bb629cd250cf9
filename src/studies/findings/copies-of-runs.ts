import type { RunFacts } from './run-facts.ts';

/** The same for runs of one prompt and preference whose arms have the same texts, and for no others. */
export function copyKeyOf({ prompt, preference, arms }: RunFacts): string {
  return JSON.stringify([prompt.trim(), preference.trim(), arms.map(({ texts }) => texts).sort()]);
}
