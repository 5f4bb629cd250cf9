/** An absolute http(s) URL as it was typed, tidied; null where it isn't one. */
export function webAddress(typed: string): string | null {
  const trimmed = typed.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}

/** Why something typed isn't taken as an address, in a sentence. */
export function noWebAddress(typed: string): string {
  return `“${typed}” is not a web address; it must begin with https:// (or http:// on your own network).`;
}
