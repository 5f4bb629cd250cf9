export { createLongest } from './longest.ts';
export { createRandom } from './random.ts';
