export { createLongest, longest } from './longest.ts';
export { createRandom, random } from './random.ts';
