import { describe, expect, it } from 'vitest';
import { messageOf, type Path, placeOf } from '../testing/changed-file.ts';
import { exampleRun } from '../testing/example-runs.ts';
import { parseRunFile } from '../run-file/import-and-export-run.ts';

describe('a bad file gets one sentence', () => {
  it.each([
    ['not JSON at all', "The file isn't a run of PRS Playground: it should be a JSON object."],
    ['[1]', "The file isn't a run of PRS Playground: it should be a JSON object."],
    [
      '{"format":"other"}',
      `The file's field "format" should be the text "prs-playground-run" but is the text "other".`,
    ],
    [
      '{"format":"prs-playground-run","version":3}',
      'This file was written by a newer version of PRS Playground (format 3): reload the page to get that version, then try again.',
    ],
    [
      '{"format":"prs-playground-run"}',
      `The file's field "version" should be a whole number from 1 but is missing.`,
    ],
    [
      '{"format":"prs-playground-run","version":1}',
      `The file's field "run" should be an object but is missing.`,
    ],
  ])('%s', (text, message) => {
    expect(parseRunFile(text)).toEqual({ ok: false, message });
  });

  it.each<[Path, unknown, string]>([
    [
      ['run', 'id'],
      'a/b',
      `"run.id" should be at most 100 letters, digits, - and _ but is the text`,
    ],
    [['run', 'name'], 7, `"run.name" should be a text but is the number 7.`],
    [['run', 'createdAt'], 1e300, `"run.createdAt" should be at most 8,640,000,000,000,000 but is`],
    [['run', 'plan', 'budget'], 2.5, `"run.plan.budget" should be a whole number but is the`],
    [
      ['run', 'plan', 'arms', 0, 'kind'],
      'best',
      `"run.plan.arms[0].kind" should be one of "rand",`,
    ],
    [['run', 'plan', 'arms', 1, 'id'], 'rand', `should be different for each arm but is the text`],
    [
      ['run', 'plan', 'arms', 0, 'split'],
      [3],
      `should be numbers that sum to the budget 4 but is 3.`,
    ],
    [['run', 'plan', 'arms', 0, 'split'], [2, 2], `should be one number, since this arm has one`],
    [
      ['run', 'plan', 'arms', 3, 'split'],
      [2, 2],
      `should be no drafts and all refinements but is 2/2.`,
    ],
    [
      ['run', 'policy', 'engine'],
      'gpt',
      `should be one of "webllm", "llama-cpp", "openai", "wllama", "scripted" but is`,
    ],
    [
      ['run', 'rewardModel', 'settings'],
      { w: {} },
      `"run.rewardModel.settings.w" should be a number,`,
    ],
    [['events'], {}, `"events" should be a list but is an object.`],
    [
      ['events', 1, 'type'],
      'poem-started',
      `"events[1].type" should be a name that this page knows`,
    ],
    [
      ['events', 1, 'armId'],
      'mcts',
      `"events[1].armId" should be the id of one of the plan's arms`,
    ],
    [['events', 2, 'nodeId'], 'draft-9', `should be the id of one of the plan's nodes in this arm`],
    [['events', 2, 'type'], 'feedback-started', `should be about a draft, since "draft-1" is one,`],
    [
      ['events', 0, 'run', 'plan', 'seed'],
      1,
      `"events[0].run" should be the same as the field "run"`,
    ],
    [
      ['run', 'name'],
      'x'.repeat(2_000),
      `should be at most 1,000 characters but is 2,000 characters.`,
    ],
  ])('%j = %j', async (path, value, message) => {
    expect(await messageOf(path, value)).toContain(message);
  });

  it('names a number that is a text', async () => {
    const place = placeOf(await exampleRun(), 'reward-given');
    expect(await messageOf(['events', place, 'reward', 'value'], 'high')).toBe(
      `The file's field "events[${String(place)}].reward.value" should be a number but is the text "high".`,
    );
  });

  it('names a reward that its breakdown does not sum to', async () => {
    const place = placeOf(await exampleRun(), 'reward-given');
    expect(await messageOf(['events', place, 'reward', 'value'], 5)).toBe(
      `The file's field "events[${String(place)}].reward.value" should be the sum of its breakdown, 0.1, but is the number 5.`,
    );
  });

  it('names a winner that does not win and an anchor without a reward', async () => {
    const run = await exampleRun();
    const winner = placeOf(run, 'winner-chosen');
    expect(await messageOf(['events', winner, 'nodeId'], 'draft-1')).toContain(
      'should be the response with the highest reward so far but is the text "draft-1".',
    );
    const anchor = placeOf(run, 'anchor-chosen');
    expect(await messageOf(['events', anchor, 'layer'], 2)).toContain('a layer that this arm has');
    expect(await messageOf(['events', anchor, 'nodeId'], 'refinement-1-1')).toContain(
      'should be a scored response of an earlier layer',
    );
  });

  it('names events that come before what they are about', async () => {
    const run = await exampleRun();
    const reward = placeOf(run, 'reward-given');
    const swapped = [run.events[0], run.events[reward]];
    expect(await messageOf(['events'], swapped)).toContain('a response that was finished before');
    const finished = placeOf(run, 'draft-finished');
    expect(await messageOf(['events'], [run.events[finished]])).toContain(
      'a node that was started before',
    );
  });

  it('refuses too much', async () => {
    expect(
      await messageOf(
        ['events'],
        Array.from({ length: 100_001 }, () => 0),
      ),
    ).toContain('should be at most 100,000 entries but is 100,001 entries.');
    expect(parseRunFile(' '.repeat(500_000_001))).toMatchObject({
      ok: false,
      message:
        'The file should be at most 500 MB, which is more than any run takes, but is larger.',
    });
  });
});
