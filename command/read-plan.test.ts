import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../scripts/repository-paths.mjs';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { MODEL_SETTINGS } from '../src/core/index.ts';
import { countRuns } from '../src/studies/index.ts';
import { readOrder } from './read-order.mjs';
import { readPlan } from './read-plan.ts';
import { readStudy } from './read-study.ts';

async function planned(text: string): Promise<string> {
  const path = join(await temporaryFolder('prs-plan'), 'plan.json');
  writeFileSync(path, text);
  return path;
}

it('takes what is left out as the page does for a larger model', async () => {
  const { name, plan, scorer } = readPlan(await planned('{"prompt": " Why is the sky blue? "}'));
  expect([name, scorer, plan.prompt, plan.preference]).toEqual([
    ...['Why is the sky blue?', null, 'Why is the sky blue?', ''],
  ]);
  expect(plan.arms.map(({ kind, split }) => [kind, split])).toEqual([
    ['prs', [4, 4]],
    ['rand', [8]],
    ['prand', [8]],
  ]);
  expect(plan).toMatchObject(MODEL_SETTINGS.larger);
});

it.each([
  ['', /isn’t JSON/],
  ['[]', /should be an object but is a list/],
  ['{"preference": "Be brief."}', /"prompt" should be a text but is missing/],
  ['{"prompt": "x", "seed": -1}', /"seed" should be at least 0 but is/],
  ['{"prompt": "x", "split": [0, 0]}', /asks for no responses/],
  ['{"prompt": "x", "budget": 9, "split": [4, 4]}', /a budget of 9, and the split 4\/4/],
])('%s is refused in a sentence', async (text, sentence) => {
  const path = await planned(text);
  expect(() => readPlan(path)).toThrow(sentence);
});

it('reads the examples', async () => {
  const examples = join(repositoryRoot, 'docs/examples');
  expect(readPlan(join(examples, 'plan.json')).plan.budget).toBe(8);
  const { study } = await readStudy(join(examples, 'study.json'));
  expect(countRuns(study)).toBe(16);
  expect(study.shared.arms.map(({ id }) => id)).toEqual(['prand', 'prs', 'prs-4-4', 'prs-6-2']);
  const builtIn = await readStudy(join(examples, 'study-built-in.json'));
  expect(countRuns(builtIn.study)).toBe(32);
  expect(new Set(builtIn.study.prompts.map(({ prompt }) => prompt)).size).toBe(16);
});

it.each<[string[], RegExp]>([
  [['sample'], /There is no command "sample"/],
  [['run'], /run takes one plan, or --resume/],
  [['run', 'a.json', '--resume', 'b.json'], /run takes one plan, or --resume/],
  [['run', 'a.json'], /Say who writes: --policy/],
  [['run', 'a.json', '--policy', 'http://a/v1', '--in-flight', '0'], /--in-flight takes a whole/],
  [['study', 's.json', '--policy', 'http://a/v1'], /Name the folder of its runs/],
  [['study', '--resume', 'x'], /study takes one study/],
  [['run', '--olny'], /Usage: npx prs-playground run/],
])('%j is refused in a sentence', (commandLine, sentence) => {
  expect(() => readOrder(commandLine, {})).toThrow(sentence);
});

it('takes paths from where it was asked, and keys from the environment alone', () => {
  const line = ['run', 'a/plan.json', '--policy', 'http://lab/v1'];
  expect(
    readOrder(line, { INIT_CWD: '/work', PRS_POLICY_KEY: 'sk-1', PRS_REWARD_KEY: 'sk-2' }),
  ).toEqual({
    ...{ command: 'run', planFile: '/work/a/plan.json', outFile: '/work/a/plan.run.json' },
    policy: { address: 'http://lab/v1', model: null, key: 'sk-1', inFlight: 8 },
    ...{ reward: null, rewardKey: 'sk-2', again: false },
  });
  expect(readOrder(['--help'], {})).toEqual({ command: 'help' });
});

it.each(['PRS_POLICY_KEY', 'PRS_REWARD_KEY'])(
  'refuses a key in %s that no server can be told, and doesn’t repeat it',
  (name) => {
    const line = ['run', 'a/plan.json', '--policy', 'http://lab/v1'];
    for (const key of ['canary\n', 'canary 1', 'canary\u0436']) {
      expect(() => readOrder(line, { [name]: key })).toThrow(
        new RegExp(`^(?!.*canary)${name} holds .*set it to the key alone`),
      );
    }
    expect(() => readOrder(line, { [name]: 'sk-canary_~/+=' })).not.toThrow();
  },
);
