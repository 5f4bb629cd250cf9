import { expect, test } from 'vitest';
import { PolicyError } from '../../core/index.ts';
import { ask, POLICY_CONTRACT, readAnswer } from './policy-contract.ts';
import { SCORING_CONTRACT } from './scoring-contract.ts';
import { createScriptedPolicy, wordScript, type Script } from './scripted-policy.ts';

const words = ['pear', 'plum', 'fig', 'quince', 'medlar', 'sloe', 'lime', 'date'];

/** Answers for ever, but for the one question that is answered in a word. */
export const contractScript: Script = (request, call) =>
  request.messages.at(-1)?.content === 'Say only: hi'
    ? { kind: 'answer', pieces: ['hi'] }
    : wordScript(words, 1000)(request, call);

test.each([...POLICY_CONTRACT, ...SCORING_CONTRACT])('a scripted policy $name', async ({ run }) => {
  await run(createScriptedPolicy(contractScript));
});

test('it records its calls', async () => {
  const policy = createScriptedPolicy(wordScript(words, 2));
  const request = ask('One?');
  await readAnswer(policy, request);
  expect(policy.calls).toEqual([request]);
});

test('it fails and hangs where the script says so', async () => {
  const error = new PolicyError('engine-lost', 'The device is gone.');
  const policy = createScriptedPolicy((_, call) =>
    call === 0 ? { kind: 'fail', pieces: ['a'], error } : { kind: 'hang', pieces: ['b'] },
  );
  await expect(readAnswer(policy, ask('One?'))).rejects.toBe(error);
  const abort = new AbortController();
  const hanging = readAnswer(policy, ask('Two?'), abort.signal);
  abort.abort(new Error('enough'));
  await expect(hanging).rejects.toThrow('enough');
});

test('it gives an empty answer', async () => {
  const policy = createScriptedPolicy(() => ({ kind: 'answer', pieces: [] }));
  const answer = await readAnswer(policy, ask('Nothing?'));
  expect(answer).toMatchObject({ text: '', finishReason: 'stop' });
});
