import type { Engine } from '../engine.ts';
import { createScriptedPolicy, wordScript } from './scripted-policy.ts';

const WORDS = ['pear', 'plum', 'fig', 'quince', 'medlar', 'sloe', 'lime', 'date'];

/** The smallest engine: all that CONTRIBUTING's recipe asks for beside a policy, so that a test can hold the recipe to it. */
export const SCRATCH_ENGINE: Engine = {
  id: 'scratch',
  label: { name: 'A script in the page', badge: 'Script', device: 'a script' },
  suits: () => true,
  obstacle: () => null,
  embeddedBytes: () => 0,
  find: (source) => {
    if (source.kind !== 'embedded' || source.engine !== 'scratch') return null;
    return () =>
      Promise.resolve(
        createScriptedPolicy(
          (request, call) =>
            request.messages.at(-1)?.content === 'Say only: hi'
              ? { kind: 'answer', pieces: ['hi'] }
              : wordScript(WORDS, 1000)(request, call),
          { id: 'scratch', name: 'Scratch', engine: 'scratch' },
        ),
      );
  },
};
