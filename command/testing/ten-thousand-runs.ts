/**
 * A study of ten thousand small runs by a scripted policy, into the folder that is named. With `hold` behind it, it keeps each
 * finished run in memory, to show that this would be found out.
 */
import { createScriptedPolicy, wordScript } from '../../src/engines/testing/scripted-policy.ts';
import { runStudy } from '../run-study.ts';

const [studyFile = '', folder = '', hold] = process.argv.slice(2);
const held: unknown[] = [];
const policy = createScriptedPolicy(wordScript(['fig ', 'pear ', 'plum '], 20));
const order = {
  ...({ command: 'study', studyFile, folder, reward: 'pick-longest', again: false } as const),
  policy: { address: null, model: null, key: null, inFlight: 32 },
};
const calls = policy.generate;
const forgetful = {
  ...policy,
  async *generate(...call: Parameters<typeof calls>) {
    // What it keeps of its calls is for tests of other things.
    (policy.calls as unknown[]).length = 0;
    for await (const chunk of calls(...call)) {
      if (hold === 'hold') held.push(chunk);
      yield chunk;
    }
  },
};
await runStudy(order, new AbortController().signal, {
  // How often its runs are put onto the disk hangs on the time that they take.
  clock: { now: () => Date.now() },
  openPolicy: () => ({ policy: forgetful, lacks: [] }),
  newRunId: () => '',
});
console.log(`held ${String(held.length)}`);
