/** An absolute http(s) URL as it was typed, tidied; null where it isn't one. */
export function webAddress(typed: string): string | null {
  const url = URL.parse(typed.trim());
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}

/** The last part of an address's path, for a name. */
export function fileNameOf(address: string): string {
  const parts = new URL(address).pathname.split('/').filter((part) => part !== '');
  const last = parts.at(-1) ?? address;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
