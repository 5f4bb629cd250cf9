import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import {
  accountsOf,
  createPlay,
  failedNodes,
  PolicyError,
  readEverySplit,
  replay,
  type StoredRun,
} from '../src/core/index.ts';
import { tickingClock } from '../src/core/testing/fake-run.ts';
import { createScriptedPolicy, wordScript } from '../src/engines/testing/scripted-policy.ts';
import { runFileFormat } from '../src/storage/index.ts';
import { readText } from './read-json.ts';
import type { StudyOrder } from './read-order.mjs';
import { runStudy } from './run-study.ts';
import { keepQuiet } from './testing/keep-quiet.ts';

const never = new AbortController().signal;

const STUDY = {
  prompts: [
    { id: 'sky', prompt: 'Why is the sky blue?', preference: 'Be brief.' },
    { id: 'sea', prompt: 'Why is the sea salty?' },
  ],
  preference: 'Be thorough.',
  seeds: [1, 2],
  budget: 4,
  arms: ['prand', 'prs', { kind: 'prs', split: [1, 3] }],
  sampling: { maxTokens: 9 },
};

beforeEach(keepQuiet);
afterEach(() => {
  vi.restoreAllMocks();
});

const scripted = () => createScriptedPolicy(wordScript(['sky ', 'sea ', 'salt ', 'blue '], 8));

function worldWith(policy: ReturnType<typeof scripted>) {
  return {
    clock: tickingClock(),
    openPolicy: () => ({ policy, lacks: [] }),
    newRunId: () => 'unused',
  };
}

async function orderOf(study: object, changes: Partial<StudyOrder> = {}): Promise<StudyOrder> {
  const folder = await temporaryFolder('prs-study');
  const studyFile = join(folder, 'study.json');
  writeFileSync(studyFile, JSON.stringify(study));
  return {
    ...{ command: 'study', studyFile, folder: join(folder, 'out') },
    policy: { address: 'http://127.0.0.1:1/v1', model: null, key: null, inFlight: 8 },
    ...{ reward: null, again: false },
    ...changes,
  };
}

function runsIn({ folder }: StudyOrder): readonly StoredRun[] {
  const names = readdirSync(folder).filter((name) => name.startsWith('runs-'));
  return names.flatMap((name) =>
    runFileFormat.parse(readText(join(folder, name))).map((parsed) => {
      if (!parsed.ok) throw new Error(parsed.message);
      return parsed.run;
    }),
  );
}

describe('a study', () => {
  it('is a run for each prompt and seed, in files that the page imports', async () => {
    const order = await orderOf(STUDY);
    await runStudy(order, never, worldWith(scripted()));
    const runs = runsIn(order);
    expect(runs.map(({ header }) => header.name).toSorted()).toEqual([
      ...['sea, seed 1', 'sea, seed 2', 'sky, seed 1', 'sky, seed 2'],
    ]);
    for (const { header, events } of runs) {
      const { arms } = replay(header, events);
      expect(arms.map(({ arm }) => arm.id)).toEqual(['prand', 'prs', 'prs-1-3']);
      expect(arms.map((arm) => accountsOf(arm).responses)).toEqual([4, 4, 4]);
      // Arms share their drafts.
      expect(events.filter((event) => 'drawnFor' in event).length).toBeGreaterThanOrEqual(3);
      const isSky = header.name.startsWith('sky');
      expect(header.plan.preference).toBe(isSky ? 'Be brief.' : 'Be thorough.');
    }
    const again = scripted();
    await runStudy(order, never, worldWith(again));
    expect(again.calls).toHaveLength(0);
  });

  it('samples every split of PRS beside its arms, stopped on the way and gone on with', async () => {
    const order = await orderOf({ ...STUDY, arms: ['rand', 'prand', 'prs'], splits: 'every' });
    const stop = new AbortController();
    const policy = scripted();
    let looks = 0;
    const clock = { now: () => ((looks += 1) === 200 && stop.abort(), looks) };
    await runStudy(order, stop.signal, { ...worldWith(policy), clock });
    expect(runsIn(order).length).toBeLessThan(4);
    await runStudy(order, never, { ...worldWith(policy), clock });
    const runs = runsIn(order);
    expect(runs).toHaveLength(4);
    for (const { header, events } of runs) {
      const tree = replay(header, events);
      const splits = readEverySplit(createPlay(tree), 'prs', 4);
      expect(splits.map(({ status }) => status)).toEqual(Array.from(splits, () => 'finished'));
      expect(tree.arms.length).toBeGreaterThan(header.plan.arms.length);
    }
    const other = await orderOf(STUDY, { folder: order.folder });
    await expect(runStudy(other, never, worldWith(policy))).rejects.toThrow('another study');
  });

  it('goes on in a folder that says of its splits "every", whose runs are named after that', async () => {
    const order = await orderOf({ ...STUDY, arms: ['prand'], seeds: [1], splits: 'every' });
    await runStudy(order, never, worldWith(scripted()));
    const kept: unknown = JSON.parse(readText(join(order.folder, 'study.json')));
    expect(kept).toMatchObject({ study: { splits: 'every' } });
    const { study } = kept as { readonly study: object };
    expect(Object.keys(study)).toEqual(['name', 'prompts', 'seeds', 'shared', 'splits']);
    const key = createHash('sha256').update(JSON.stringify(study)).digest('hex').slice(0, 12);
    const ids = runsIn(order).map(({ header }) => header.id);
    expect(ids.toSorted()).toEqual([`${key}-1-1`, `${key}-2-1`]);
    const again = scripted();
    await runStudy(order, never, worldWith(again));
    expect(again.calls).toHaveLength(0);
  });

  it('takes its prompts from a file of lines', async () => {
    const order = await orderOf({ ...STUDY, prompts: 'prompts.jsonl', seeds: [5] });
    const file = join(order.studyFile, '../prompts.jsonl');
    writeFileSync(file, STUDY.prompts.map((prompt) => `${JSON.stringify(prompt)}\n`).join('\n'));
    await runStudy(order, never, worldWith(scripted()));
    expect(runsIn(order).map(({ header }) => header.name)).toEqual(['sky', 'sea']);
    appendFileSync(file, '{"id": "sun", "prompt": " "}\n');
    await expect(runStudy(order, never, worldWith(scripted()))).rejects.toThrow(
      /prompts.jsonl is not read. .*\nLine 4 has no "prompt": a text that asks something./,
    );
  });

  it('takes its prompts from the built-in set', async () => {
    const prompts = { set: 'built-in', kinds: ['answer', 'plan'], count: 3 };
    const order = await orderOf({ ...STUDY, prompts, seeds: [5], arms: ['prand'] });
    await runStudy(order, never, worldWith(scripted()));
    const kinds = runsIn(order).map(({ header }) => header.name.split('-')[0]);
    expect(kinds.toSorted()).toEqual(['answer', 'answer', 'plan', 'plan', 'plan', 'plan']);
  });

  it('takes its prompts from a table, by columns that it names', async () => {
    const prompts = { file: 'table.csv', columns: { prompt: 'question', id: 'key' } };
    const study = { ...STUDY, prompts, seeds: [5], preference: 'Be kind.' };
    const order = await orderOf(study);
    writeFileSync(
      join(order.studyFile, '../table.csv'),
      'key,question,preference\r\nsky,"Why, then?",Be brief.\r\nsea,How?,\r\n',
    );
    await runStudy(order, never, worldWith(scripted()));
    const asked = runsIn(order).map(({ header: { name, plan } }) => [
      ...[name, plan.prompt, plan.preference],
    ]);
    expect(asked).toEqual([
      ['sky', 'Why, then?', 'Be brief.'],
      ['sea', 'How?', 'Be kind.'],
    ]);
  });

  it.each<[object, RegExp]>([
    [{ prompts: { set: 'others' } }, /"set" should be /],
    [{ prompts: { set: 'built-in', kinds: ['sing'] } }, /"kinds\[0\]" should be one of "explain"/],
    [{ prompts: { set: 'built-in', count: 0 } }, /"count" should be at least 1/],
    [{ prompts: undefined }, /says no prompts: give it "prompts"/],
    [{ prompts: [] }, /should be at least 1 entries/],
    [
      {
        prompts: [
          { id: 'a', prompt: 'x' },
          { id: 'a', prompt: 'y' },
        ],
      },
      /two prompts of the id "a"/,
    ],
    [{ seeds: [1, 1] }, /names the seed 1 twice/],
    [{ arms: ['prs', 'prs'] }, /names the arm prs 2\/2 twice/],
    [{ arms: ['best'] }, /"arms\[0\]" should be one of "rand"/],
    [{ split: [3, 3] }, /a budget of 4, and the split 3\/3 of PRand doesn’t sum to it/],
    [{ sampling: { heat: 1 } }, /has a field "sampling.heat" that is not known/],
    [{ promts: [] }, /has a field "promts" that is not known/],
    [{ scorer: 'taste' }, /There is no scorer “taste” here: take one of rubric/],
  ])('%j is refused in a sentence', async (change, sentence) => {
    const order = await orderOf({ ...STUDY, arms: ['prand'], ...change });
    await expect(runStudy(order, never, worldWith(scripted()))).rejects.toThrow(sentence);
    expect(existsSync(order.folder)).toBe(false);
  });

  it('finds a seed that is named twice among very many', async () => {
    const seeds = [...Array(300_000).keys(), 7];
    const order = await orderOf({ ...STUDY, seeds });
    await expect(runStudy(order, never, worldWith(scripted()))).rejects.toThrow(
      /names the seed 7 twice/,
    );
  });

  it('refuses the folder of another study, another model, another scorer, and one that is none', async () => {
    const order = await orderOf(STUDY);
    await runStudy(order, never, worldWith(scripted()));
    const before = runsIn(order);
    const other = await orderOf({ ...STUDY, seeds: [1, 2, 3] }, { folder: order.folder });
    await expect(runStudy(other, never, worldWith(scripted()))).rejects.toThrow(
      'holds another study: move it away, or name another folder with --out.',
    );
    const model = createScriptedPolicy(wordScript(['word '], 3), { id: 'another' });
    await expect(runStudy(order, never, worldWith(model))).rejects.toThrow(
      'is written by Scripted, asked as scripted: go on with that',
    );
    const longest = { ...order, reward: 'pick-longest' };
    await expect(runStudy(longest, never, worldWith(scripted()))).rejects.toThrow(
      'is scored by another scorer',
    );
    expect(runsIn(order)).toEqual(before);
    const diary = await temporaryFolder('prs-diary');
    writeFileSync(join(diary, 'diary.txt'), 'Dear diary');
    await expect(
      runStudy({ ...order, folder: diary }, never, worldWith(scripted())),
    ).rejects.toThrow('isn’t empty, and no study’s: name another folder with --out.');
  });

  it('asks once more for what failed in runs that had ended, where that is wished', async () => {
    const order = await orderOf({ ...STUDY, seeds: [1], arms: ['prand'] });
    const words = wordScript(['sky ', 'sea ', 'salt ', 'blue '], 8);
    const gone = new PolicyError('engine-failed', 'The server failed (500).');
    const failing = createScriptedPolicy((request, call) =>
      call === 2 ? { kind: 'fail', pieces: [], error: gone } : words(request, call),
    );
    await runStudy(order, never, worldWith(failing));
    const failuresIn = ({ header, events }: StoredRun) => failedNodes(replay(header, events));
    const before = runsIn(order);
    expect(before.map((run) => failuresIn(run).length).toSorted()).toEqual([0, 1]);
    const idle = scripted();
    await runStudy(order, never, worldWith(idle));
    expect(idle.calls).toHaveLength(0);
    const again = scripted();
    await runStudy({ ...order, again: true }, never, worldWith(again));
    expect(again.calls).toHaveLength(1);
    const after = runsIn(order);
    expect(after.flatMap(failuresIn)).toEqual([]);
    expect(after).toContainEqual(before.find((run) => failuresIn(run).length === 0));
    const ids = (runs: readonly StoredRun[]) => runs.map(({ header }) => header.id).toSorted();
    expect(ids(after)).toEqual(ids(before));
    expect(readdirSync(join(order.folder, 'under-way'))).toEqual([]);
  });

  it('counts a run as finished that a kill left in its file while it was taken out', async () => {
    const order = await orderOf({ ...STUDY, seeds: [1] });
    await runStudy(order, never, worldWith(scripted()));
    const [run] = runsIn(order);
    if (run === undefined) throw new Error('A run was expected.');
    const log = [{ version: 2, run: run.header }, ...run.events];
    const underWay = join(order.folder, 'under-way', `${run.header.id}.jsonl`);
    writeFileSync(underWay, log.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const again = scripted();
    await runStudy({ ...order, again: true }, never, worldWith(again));
    expect(again.calls).toHaveLength(0);
    expect(existsSync(underWay)).toBe(false);
    expect(runsIn(order)).toHaveLength(2);
  });

  it('drops the line of a run that a kill has torn, and has it again from its log', async () => {
    const order = await orderOf({ ...STUDY, seeds: [1] });
    await runStudy(order, never, worldWith(scripted()));
    const file = join(order.folder, 'runs-00001.json');
    const whole = readFileSync(file, 'utf8');
    const [first, second] = runsIn(order);
    if (first === undefined || second === undefined) throw new Error('Two runs were expected.');
    // As a kill leaves it between the first half of the second run’s line and the rest.
    writeFileSync(file, whole.slice(0, whole.lastIndexOf('"refinement-finished"')));
    const log = [{ version: 2, run: second.header }, ...second.events];
    const underWay = join(order.folder, 'under-way', `${second.header.id}.jsonl`);
    writeFileSync(underWay, log.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const again = scripted();
    await runStudy(order, never, worldWith(again));
    expect(again.calls).toHaveLength(0);
    expect(runsIn(order)).toEqual([first, second]);
    expect(existsSync(underWay)).toBe(false);
  });
});
