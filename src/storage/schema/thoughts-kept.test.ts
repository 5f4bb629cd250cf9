import { expect, it } from 'vitest';
import { isDurable, makeArm, plantTree } from '../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../core/testing/fake-run.ts';
import { exportRun, parseRunFile } from '../run-file/import-and-export-run.ts';

/** Two arms that share their drafts, by a model that thinks: as a file. */
async function thinkingFile(): Promise<string> {
  const header = fakeHeader(fakePlan([makeArm('prs', 2, [1, 1]), makeArm('prand', 2, [2])]));
  const policy = fakePolicy((_, call) => `<think> hm ${String(call)} </think> answer`);
  const rewardModel = fakeRewardModel(({ response }) => response.length);
  const { events } = await runToEnd(plantTree(header), policy, rewardModel);
  return exportRun({ header, events: events.filter(isDurable) }, 0);
}

it('a model’s thoughts are kept with its answers, and with those that another arm takes over', async () => {
  const file = await thinkingFile();
  const opened = parseRunFile(file);
  expect(opened.ok ? null : opened.message).toBe(null);
  expect(file.match(/"thoughts"/g)).toHaveLength(5);
  expect(file).toContain('"thoughts":{"text":"hm 1","closed":true}');
});

it('thoughts of another draw, or that are no text, are refused with their field', async () => {
  const file = await thinkingFile();
  const [first, second, ...others] = file.split('"text":"hm 1"');
  // The draft that PRand takes over from PRS.
  const other = [first, second].join('"text":"hm 1"') + ['"text":"hm 9"', ...others].join('');
  const said = (text: string): string => {
    const opened = parseRunFile(text);
    return opened.ok ? 'opened' : opened.message;
  };
  expect(said(other)).toContain('thoughts');
  expect(said(file.replace('"text":"hm 1"', '"text":1'))).toContain('thoughts');
});
