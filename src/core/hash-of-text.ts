import { avalanche } from './seeds.ts';

/** A whole number of 32 bits, from 0, drawn from a text's UTF-16 units in their order: the same in every browser and process. */
export function hashOfText(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = avalanche(hash ^ text.charCodeAt(at));
  return hash;
}
