import {
  ModelLoadError,
  noPlainWebAddress,
  plainWebAddress,
  webAddress,
} from '../../core/index.ts';

/**
 * What a server's paths begin with, as a person typed it or copied it with one of its paths: "http://host:8000/v1/models" →
 * "http://host:8000/v1".
 *
 * @throws ModelLoadError where it is no address, or one with a password or a key in it.
 */
export function serverAddress(typed: string): string {
  const address = plainWebAddress(typed);
  if (address === null) throw new ModelLoadError('load-failed', noPlainWebAddress(typed));
  return addressOf(address);
}

/** The same of an address that may be none, which stays what it is. */
export function addressOf(typed: string): string {
  const address = webAddress(typed);
  if (address === null) return typed;
  const { origin, pathname } = new URL(address);
  const path = pathname.replace(/\/(chat\/completions|completions|models)\/?$/, '');
  return `${origin}${path.endsWith('/') ? path.slice(0, -1) : path}`;
}

/** A path that isn't part of the OpenAI protocol stands beside it: "http://host:8000/v1" → "http://host:8000/props". */
export function besideProtocol(address: string, path: string): string {
  return `${address.replace(/\/v1$/, '')}/${path}`;
}
