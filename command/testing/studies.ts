import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/testing/temporary-folder.mjs';
import { tickingClock } from '../../src/core/testing/fake-run.ts';
import { createScriptedPolicy, wordScript } from '../../src/engines/testing/scripted-policy.ts';
import { runStudy } from '../run-study.ts';

/** A small study of two prompts with two preferences of one of them, two seeds, and arms that share their drafts. */
export const SMALL_STUDY = {
  prompts: [
    { id: 'sky', prompt: 'Why is the sky blue?', preference: 'Be brief.' },
    { id: 'sea', prompt: 'Why is the sea salty?', preference: 'Be thorough.' },
    { id: 'sea-2', prompt: 'Why is the sea salty?', preference: 'Be brief.' },
  ],
  seeds: [1, 2],
  budget: 4,
  arms: ['rand', 'prand', 'prs', 'prs-without-feedback', { kind: 'prs', split: [1, 3] }],
  sampling: { maxTokens: 9 },
};

/** Samples a study by a policy that says words, into a folder of its own. @returns the folder's path */
export async function sampledStudy(study: object = SMALL_STUDY): Promise<string> {
  const place = await temporaryFolder('prs-sampled-study');
  const studyFile = join(place, 'study.json');
  const folder = join(place, 'out');
  writeFileSync(studyFile, JSON.stringify(study));
  const order = {
    ...({ command: 'study', studyFile, folder, reward: null, again: false } as const),
    policy: { address: null, model: null, key: null, inFlight: 8 },
  };
  const policy = createScriptedPolicy(wordScript(['sky ', 'sea. ', 'salt ', 'blue ', '- why '], 8));
  await runStudy(order, new AbortController().signal, {
    clock: tickingClock(),
    openPolicy: () => ({ policy, lacks: [] }),
    newRunId: () => 'unused',
  });
  return folder;
}
