import type { RewardModelDescription } from '../../core/index.ts';

type Settings = RewardModelDescription['settings'];

/** What a figure's sum of settings is made of: the same text for the same settings, in whatever order they stand. */
export function textOfSettings(settings: Settings): string {
  const sorted = Object.entries(settings).toSorted(([first], [second]) =>
    first < second ? -1 : 1,
  );
  return JSON.stringify(sorted);
}

/** Hexadecimal digits of SHA-256 that a figure keeps. */
export const KEPT_DIGITS = 12;

/**
 * The sum of the settings as figures keep it. It is the browser's own SHA-256 where it has one: it has none where an address has no
 * https, and then rejects where the code that reckons it can't be fetched.
 */
export async function sumOfSettings(settings: Settings): Promise<string> {
  const text = textOfSettings(settings);
  return (await sha256(text)).slice(0, KEPT_DIGITS);
}

async function sha256(text: string): Promise<string> {
  if (!('subtle' in crypto)) return (await import('hash-wasm')).sha256(text);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
