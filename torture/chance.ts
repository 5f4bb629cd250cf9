import { avalanche } from '../src/core/seeds.ts';

/** Draws that follow from a seed alone, so that a try can be repeated. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = avalanche(seed);
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    this.#state = avalanche(this.#state);
    return Math.floor((this.#state / 2 ** 32) * count);
  }

  /** One of a list that isn't empty. */
  pick<One>(list: readonly One[]): One {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error('There is nothing to choose from.');
    return one;
  }
}
