import { ModelLoadError, noWebAddress, webAddress } from '../../core/index.ts';

/** @throws ModelLoadError where it is no address of the web. */
export function checkAddress(address: string): string {
  const url = webAddress(address);
  if (url === null) throw new ModelLoadError('weights-not-found', noWebAddress(address));
  return url;
}

/** The last part of an address's path that says something: "https://x/y/Model-GGUF/m.gguf?z" → "m.gguf". */
export function lastPart(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : address;
  const parts = path.replace(/\/resolve\/[^/]+\/?$/, '').split('/');
  return parts.filter((part) => part !== '').at(-1) ?? address;
}
