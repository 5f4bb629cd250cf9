import type { NodeKind } from './tree/sampling-tree.ts';

/**
 * The seed of one draw: a hash of the run's seed and the node's place, spread over [0, 2^31).
 *
 * It depends on nothing else, so another draft or another arm changes no seed, and arms with the same run seed share them.
 * Two nodes of one run share a seed by chance: of 130 nodes, in about one run of 250,000 (130² / 2 / 2^31).
 *
 * Spread matters: WebLLM's generator (Lehmer's) gives the same first token for small neighbouring seeds.
 */
export function nodeSeed(runSeed: number, kind: NodeKind, layer: number, index: number): number {
  const stream = { draft: 1, feedback: 2, refinement: 3 }[kind];
  return (
    [stream, layer, index].reduce(
      (hash, part) => avalanche(hash ^ Math.imul(part + 1, 0x9e3779b9)),
      avalanche(runSeed),
    ) >>> 1
  );
}

/** Seed for what an adaptive arm draws before its response of that number, from 0. */
export function choiceSeed(runSeed: number, step: number): number {
  return avalanche(avalanche(avalanche(runSeed) ^ 0x3c6ef372) ^ step) >>> 1;
}

/** Seed for a control's own draw over the pool of an arm. */
export function controlSeed(runSeed: number): number {
  return avalanche(avalanche(runSeed) ^ 0x5bd1e995) >>> 1;
}

/**
 * A 32-bit integer spread over [0, 2^32), no two to the same number: every input bit flips half of the output bits. The
 * 32-bit finaliser of MurmurHash3 (Appleby, public domain), behind a step that keeps 0 from staying 0.
 */
export function avalanche(value: number): number {
  let hash = (value + 0x6d2b79f5) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
