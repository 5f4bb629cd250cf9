import { ModelLoadError } from '../../core/index.ts';

/** @throws ModelLoadError where it is no address of the web. */
export function checkAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  throw new ModelLoadError(
    'weights-not-found',
    `“${address}” is not a web address; it must begin with https:// (or http:// on your own network).`,
  );
}

/** The last part of an address's path that says something: "https://x/y/Model-GGUF/m.gguf?z" → "m.gguf". */
export function lastPart(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : address;
  const parts = path.replace(/\/resolve\/[^/]+\/?$/, '').split('/');
  return parts.filter((part) => part !== '').at(-1) ?? address;
}
