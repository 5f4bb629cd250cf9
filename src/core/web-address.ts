import { shortened } from './cut-text.ts';

/** Longer ones name no file, and a run keeps the address of its model. */
const LONGEST_ADDRESS = 900;

/** An absolute http(s) URL as it was typed, tidied; null where it isn't one, or one with a name and password in it. */
export function webAddress(typed: string): string | null {
  const url = parsed(typed);
  return url !== null && isWeb(url) && !hasCredentials(url) && url.href.length <= LONGEST_ADDRESS
    ? url.href
    : null;
}

/** Why something typed isn't taken as an address, in a sentence; it repeats no password. */
export function noWebAddress(typed: string): string {
  const url = parsed(typed);
  if (url !== null && hasCredentials(url)) {
    return 'An address with a name and password in it is not used: it would be kept with each run and told in its files. Take them out.';
  }
  if (url !== null && isWeb(url)) {
    return `The address is longer than ${String(LONGEST_ADDRESS)} characters.`;
  }
  return `“${shortened(typed, MOST_SHOWN)}” is not a web address; it must begin with https:// (or http:// on your own network).`;
}

/** The same of a server that is asked: one with a key after a ? or a # is null too. */
export function plainWebAddress(typed: string): string | null {
  const address = webAddress(typed);
  if (address === null) return null;
  const { search, hash } = new URL(address);
  return search === '' && hash === '' ? address : null;
}

/** Why something typed isn't taken as such an address, in a sentence; it repeats no key. */
export function noPlainWebAddress(typed: string): string {
  return webAddress(typed) === null
    ? noWebAddress(typed)
    : 'An address with a ? or # in it is not used: it would be kept with each run, and a key may stand there.';
}

function parsed(typed: string): URL | null {
  const trimmed = typed.trim();
  return URL.canParse(trimmed) ? new URL(trimmed) : null;
}

function isWeb({ protocol }: URL): boolean {
  return ['http:', 'https:'].includes(protocol);
}

function hasCredentials({ username, password }: URL): boolean {
  return username !== '' || password !== '';
}

const MOST_SHOWN = 100;
