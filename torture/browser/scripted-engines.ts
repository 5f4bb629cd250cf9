import type { GenerationRequest } from '../../src/core/index.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { createScriptedPolicy, wordScript } from '../../src/engines/testing/scripted-policy.ts';
import { HOSTILE_PROMPT, hostileOutput } from '../outputs/hostile-outputs.ts';

const WORDS = ['pear', 'plum', 'fig', 'quince', 'medlar', 'sloe', 'lime', 'date'];
const ANSWER_WORDS = 12;

/** Between two tokens: a run of seventeen calls takes about a second. */
const MILLISECONDS = 3;

const fruit = wordScript(WORDS, ANSWER_WORDS);

/** An engine that writes what the seed says, at its own pace; hostile texts where the prompt asks for them. */
const policy = createScriptedPolicy((request, call) =>
  isHostile(request)
    ? { kind: 'answer', pieces: hostileOutput(request.seed) }
    : fruit(request, call),
);

function isHostile({ messages }: GenerationRequest): boolean {
  return messages.some(({ content }) => content.includes(HOSTILE_PROMPT));
}

const SCRIPTED: Engine = {
  id: 'scripted',
  label: { name: 'A script in the page', badge: 'Script', device: 'a script' },
  suits: () => true,
  obstacle: () => null,
  embeddedBytes: () => 0,
  lacks: () => ['score-text'],
  takes: (source) => source.kind === 'embedded' && source.engine === 'scripted',
  find: () => () =>
    Promise.resolve({
      description: policy.description,
      unload: policy.unload,
      async *generate(request, signal) {
        for await (const chunk of policy.generate(request, signal)) {
          await new Promise((resolve) => setTimeout(resolve, MILLISECONDS));
          yield chunk;
        }
      },
    }),
};

/** Stands in place of the page's list of engines. */
export const ENGINES: readonly Engine[] = [SCRIPTED];
