import type { ModelSource } from '../../core/index.ts';
import type { Engine } from '../engine.ts';
import { createScriptedPolicy, wordScript } from './scripted-policy.ts';

const WORDS = ['pear', 'plum', 'fig', 'quince', 'medlar', 'sloe', 'lime', 'date'];

const takes = (source: ModelSource): boolean =>
  source.kind === 'embedded' && source.engine === 'scratch';

/** It writes, and reads no texts. */
const { description, generate, unload } = createScriptedPolicy(
  (request, call) =>
    request.messages.at(-1)?.content === 'Say only: hi'
      ? { kind: 'answer', pieces: ['hi'] }
      : wordScript(WORDS, 1000)(request, call),
  { id: 'scratch', name: 'Scratch', engine: 'scratch' },
);

/** The smallest engine: all that CONTRIBUTING's recipe asks for beside a policy, so that a test can hold the recipe to it. */
export const SCRATCH_ENGINE: Engine = {
  id: 'scratch',
  label: { name: 'A script in the page', badge: 'Script', device: 'a script' },
  suits: () => true,
  obstacle: () => null,
  embeddedBytes: () => 0,
  lacks: () => ['score-text'],
  takes,
  find: (source) =>
    takes(source) ? () => Promise.resolve({ description, generate, unload }) : null,
};
