import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_REWARD } from '../../core/index.ts';
import { fileWith, messageOf } from '../testing/changed-file.ts';
import { exampleRun } from '../testing/example-runs.ts';
import {
  eventAsJson,
  exportRun,
  joinRunFiles,
  parseRunFile,
  parseRunFiles,
  runOnOneLine,
} from './import-and-export-run.ts';

const EXPORTED_AT = Date.UTC(2026, 10, 23);

describe('exportRun', () => {
  it('writes a header for readers and one line for each event', async () => {
    const run = await exampleRun();
    const text = exportRun(run, EXPORTED_AT);
    expect(JSON.parse(text)).toMatchObject({
      format: 'prs-playground-run',
      version: 2,
      exportedAt: '2026-11-23T00:00:00.000Z',
      run: run.header,
    });
    const lines = text.split('\n');
    expect(lines.filter((line) => line.startsWith('    {"type":'))).toHaveLength(run.events.length);
    expect(text).toContain('\n    "plan": {\n');
  });

  it('writes the same on one line', async () => {
    const run = await exampleRun();
    const line = runOnOneLine(run.header, EXPORTED_AT).join(run.events.map(eventAsJson).join(','));
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual(JSON.parse(exportRun(run, EXPORTED_AT)));
  });

  it('writes a run without events', async () => {
    const { header } = await exampleRun();
    const parsed = parseRunFile(exportRun({ header, events: [] }, EXPORTED_AT));
    expect(parsed).toEqual({ ok: true, run: { header, events: [] } });
  });
});

/** Any number that a reward may be but -0, which JSON doesn't tell from 0. */
const numbers = fc
  .double({ noNaN: true, min: -LARGEST_REWARD, max: LARGEST_REWARD })
  .map((value) => value + 0);
const settings = fc.dictionary(
  fc.string().filter((key) => key !== '__proto__'),
  fc.oneof(numbers, fc.string(), fc.boolean()),
);

const examples = fc.record({
  header: fc.record({
    id: fc.stringMatching(/^[\w-]{1,100}$/),
    name: fc.string({ unit: 'binary' }),
    createdAt: fc.nat(),
    rewardModel: fc.record({
      id: fc.string({ minLength: 1 }),
      name: fc.string(),
      version: fc.nat(),
      summary: fc.string(),
      settings,
    }),
  }),
  split: fc
    .array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 })
    .filter((split) => split.some((part) => part > 0)),
  texts: fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }),
  rewards: fc.array(numbers, { minLength: 1 }),
  stopAfter: fc.integer({ min: 1, max: 200 }),
});

describe('a file', () => {
  it('gives back the prompts of a run, where they stand and the example before them', async () => {
    const { header } = await exampleRun();
    const example = {
      prompt: 'x',
      preference: 'z',
      response: 'y',
      feedback: 'f',
      refinement: 'y1',
    };
    const prompts = { ...header.plan.prompts, layout: 'one-turn', example } as const;
    const run = { header: { ...header, plan: { ...header.plan, prompts } }, events: [] };
    expect(parseRunFile(exportRun(run, EXPORTED_AT))).toEqual({ ok: true, run });
  });

  it('gives back the run that it was written from, whatever the sampler made', async () => {
    await fc.assert(
      fc.asyncProperty(examples, async (example) => {
        const run = await exampleRun(example);
        expect(parseRunFile(exportRun(run, EXPORTED_AT))).toEqual({ ok: true, run });
      }),
    );
  });

  it('drops what it does not know', async () => {
    const run = await exampleRun();
    const parsed = parseRunFile(await fileWith(['run', 'plan', 'colour'], 'red'));
    expect(parsed).toEqual({ ok: true, run });
    expect(parseRunFile(await fileWith(['events', 1, '__proto__'], { evil: true }))).toEqual({
      ok: true,
      run,
    });
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const parsed = parseRunFile(text);
        expect(parsed.ok).toBe(false);
        expect(parsed.ok ? '' : parsed.message).toMatch(/^Th.*\.$/su);
      }),
    );
  });

  it('is refused where any one value of it is of another kind', async () => {
    const run = await exampleRun();
    const position = fc.nat({ max: run.events.length - 1 });
    await fc.assert(
      fc.asyncProperty(position, fc.constantFrom(null, true, {}), async (place, value) => {
        expect(await messageOf(['events', place], value)).toContain(`events[${String(place)}]`);
      }),
    );
  });
});

describe('a file of many runs', () => {
  it('gives each back as a file of its own would', async () => {
    const runs = [await exampleRun(), await exampleRun({ split: [0, 3] })];
    const files = runs.map((run) => exportRun(run, EXPORTED_AT));
    const text = joinRunFiles(files, EXPORTED_AT);
    expect(JSON.parse(text)).toMatchObject({
      format: 'prs-playground-runs',
      exportedAt: '2026-11-23T00:00:00.000Z',
    });
    expect(parseRunFiles(text)).toEqual(files.map((file) => parseRunFile(file)));
    expect(parseRunFiles(files[0] ?? '')).toEqual([parseRunFile(files[0] ?? '')]);
  });

  it('says which of them can’t be read, and why', async () => {
    const good = exportRun(await exampleRun(), EXPORTED_AT);
    const [first, second, third] = parseRunFiles(joinRunFiles([good, '7', '{}'], EXPORTED_AT));
    expect(first?.ok).toBe(true);
    expect(second?.ok === false && second.message).toMatch(/^Run 2 of the file isn't one/);
    expect(third?.ok === false && third.message).toMatch(/^Run 3 of the file's field "format"/);
  });

  it('gives back those of its lines that are whole, where it is cut off', async () => {
    const run = await exampleRun();
    const line = runOnOneLine(run.header, EXPORTED_AT).join(run.events.map(eventAsJson).join(','));
    const whole = joinRunFiles([line, line, line], EXPORTED_AT);
    for (const file of [whole.slice(0, -30), whole.slice(0, -line.length), `${whole}\0`]) {
      const [first, second, ...others] = parseRunFiles(file);
      expect([first, second]).toEqual([parseRunFile(line), parseRunFile(line)]);
      for (const other of others)
        if (!other.ok) expect(other.message).toBe('Run 3 of the file is cut off or damaged.');
    }
    expect(parseRunFiles(whole.replace('draft-started', 'draft\0started'))[0]?.ok).toBe(false);
    expect(parseRunFiles(`\ufeff${whole}`)).toEqual(parseRunFiles(whole));
  });

  it('holds one at least', () => {
    const [only] = parseRunFiles(joinRunFiles([], EXPORTED_AT));
    expect(only?.ok === false && only.message).toMatch(/field "runs" should be a list of 1 to/);
    expect(parseRunFiles('nonsense')).toEqual([parseRunFile('nonsense')]);
    const own = parseRunFile('{"ok":false,"message":"Send your key to …"}');
    expect(own.ok ? '' : own.message).toMatch(/"prs-playground-run"/);
  });
});
