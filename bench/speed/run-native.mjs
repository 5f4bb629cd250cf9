// @ts-check
/** `node run-native.mjs FOLDER MODEL THREADS`: measures llama.cpp by the node-llama-cpp in FOLDER; prints JSON, tokens a second. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const TOGETHER = 8;
const ANSWER_TOKENS = 48;
const SETTINGS = { temperature: 0.8, topK: 50, yieldEogToken: true };
const WORDS =
  'The leaves turn red because the green in them is taken back into the tree before winter comes. ';

const [folder = '', modelPath = '', threadsTold = '1'] = process.argv.slice(2);
const threads = Number(threadsTold);
const entry = join(folder, 'node_modules/node-llama-cpp/dist/index.js');
const { getLlama } = await import(pathToFileURL(entry).href);
const llama = await getLlama({
  gpu: false,
  build: 'never',
  progressLogs: false,
  logLevel: 'error',
  maxThreads: threads,
});
const model = await llama.loadModel({ modelPath });
const context = await model.createContext({
  sequences: TOGETHER,
  contextSize: 1024,
  batchSize: 512,
  threads,
});
const sequences = Array.from({ length: TOGETHER }, () => context.getSequence());
const [first] = sequences;
const long = model.tokenize(WORDS.repeat(16));
const short = long.slice(0, 16);

await draw(first, short, 8);
const prefill = await rate(long.length, () => draw(first, long, 1));
const decode = await rate(ANSWER_TOKENS, () => draw(first, short, ANSWER_TOKENS));
const together = await rate(TOGETHER * ANSWER_TOKENS, () =>
  Promise.all(sequences.map((sequence) => draw(sequence, short, ANSWER_TOKENS))),
);
console.log(JSON.stringify({ threads, prefill, decode, together }));
process.exit(0);

/**
 * @param {any} sequence of a package that has no types here
 * @param {number[]} tokens
 * @param {number} count
 */
async function draw(sequence, tokens, count) {
  let drawn = 0;
  for await (const token of sequence.evaluate(tokens, SETTINGS)) {
    if (token !== undefined) drawn += 1;
    if (drawn >= count) break;
  }
}

/**
 * @param {number} tokens
 * @param {() => Promise<unknown>} work
 */
async function rate(tokens, work) {
  await first.clearHistory();
  const before = performance.now();
  await work();
  return (1000 * tokens) / (performance.now() - before);
}
