import { copyFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repositoryRoot } from '../scripts/repository-paths.mjs';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { readText } from './read-json.ts';
import { readOrder, type ReportOrder } from './read-order.mjs';
import { scoreRuns } from './score-runs.ts';
import { keepQuiet } from './testing/keep-quiet.ts';
import { sampledStudy, SMALL_STUDY } from './testing/studies.ts';
import { writeReport } from './write-report.ts';

const never = new AbortController().signal;
const HOSTILE = '<script>alert("x")</script>\u0000 & =HYPERLINK("x")';

/** Two folders: a study that another scorer has read, with texts of bad people in it, and a larger one that none has. */
async function sampledStudies(): Promise<readonly string[]> {
  const [sky] = SMALL_STUDY.prompts;
  const hostile = { id: 'x', prompt: `Why? ${HOSTILE}`, preference: `=1+1 ${HOSTILE}` };
  // Some texts are cut off.
  const short = { ...SMALL_STUDY, sampling: { maxTokens: 5 } };
  const study = await sampledStudy({ ...short, prompts: [sky, hostile], name: HOSTILE });
  const larger = await sampledStudy({ ...short, budget: 6, arms: ['rand', 'prs'] });
  const policy = { address: null, model: null, key: null, inFlight: 4 };
  await scoreRuns({ command: 'score', sources: [study], reward: 'pick-longest', policy }, never);
  return [study, larger];
}

beforeEach(keepQuiet);
afterEach(() => {
  vi.restoreAllMocks();
});

async function reportOn(
  sources: readonly string[],
  changes: Partial<ReportOrder> = {},
): Promise<string> {
  const folder = join(await temporaryFolder('prs-report'), 'out');
  const asked = { question: `Which? ${HOSTILE}`, baseline: 'Rand 4' };
  await writeReport({ command: 'report', sources, folder, ...asked, ...changes }, never);
  return folder;
}

const contentOf = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder).map((name) => [name, readText(join(folder, name))]);

const rowsOf = (folder: string): readonly Readonly<Record<string, unknown>>[] =>
  readText(join(folder, 'responses.jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());

describe('a report', () => {
  it('is the same to the byte for the same folders', async () => {
    const studies = await sampledStudies();
    const content = contentOf(await reportOn(studies));
    expect(contentOf(await reportOn(studies))).toEqual(content);
    // A run that is in two folders counts once, and the page says so.
    const twice = contentOf(await reportOn([...studies, ...studies]));
    const figures = (files: typeof content) => files.filter(([name]) => name !== 'report.html');
    expect(figures(twice)).toEqual(figures(content));
    const page = new Map(twice).get('report.html');
    expect(page).toContain('10 copies of runs that are here already are left out');
    expect(new Map(content).get('report.html')).not.toContain('copies of runs');
  });

  it('has a page that holds no script, no address and no text of anybody unescaped', async () => {
    const page = readText(join(await reportOn(await sampledStudies()), 'report.html'));
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|https?:|url\(|@import/i);
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;\uFFFD');
    const tags = [...page.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag);
    for (const tag of ['svg', 'table', 'figcaption']) expect(tags).toContain(tag);
    // The rewards of the scorer that chose are a proxy, and stand behind those of the other.
    const heads = [...page.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, head]) => head);
    expect(heads).toEqual([
      'What came of it',
      'What was done',
      // The two studies are of one scorer, which chose in both.
      expect.stringMatching(/^Side by side. Rewards by Rubric, version \d+$/),
      expect.stringMatching(/^N = 4. By .*, version 1$/),
      'N = 4. Proxy, by Rubric, which chose',
      'N = 6. Proxy, by Rubric, which chose',
      'Costs',
      'What to keep in mind',
    ]);
    expect(page).toContain('Other scorers have read 4 of 10 runs');
    expect(page).toMatch(
      /Cut off at the limit of tokens: \d+ % of \d+ drafts, \d+ % of \d+ refine/,
    );
  });

  it('gives every figure as JSON, every table as CSV, and no cell that a spreadsheet would run', async () => {
    const folder = await reportOn(await sampledStudies());
    const names = readdirSync(folder);
    for (const name of [
      'side-by-side-1-winners.csv',
      'n4-reported-winners.csv',
      'n4-proxy-head-to-head.csv',
      'costs.csv',
    ])
      expect(names).toContain(name);
    const figures: unknown = JSON.parse(readText(join(folder, 'report.json')));
    expect(figures).toMatchObject({ question: expect.stringContaining('Which?') as string });
    const preferences = readText(join(folder, 'n4-proxy-preferences.csv'));
    expect(preferences).toContain('"\'=1+1');
    expect(preferences).not.toMatch(/^"?=/m);
    // Each text is there once, with the arms that share it and what each scorer gave it.
    const rows = rowsOf(folder);
    const keys = rows.map(({ run, of }) => JSON.stringify([run, of]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set(['draft', 'feedback', 'refinement']),
    );
    expect(rows.some(({ arms }) => Array.isArray(arms) && arms.length > 1)).toBe(true);
    const scored = rows.filter(({ kind, name }) => kind === 'draft' && String(name).includes('x'));
    for (const { rewards } of scored)
      expect(Object.keys(rewards as object)).toEqual([
        expect.stringMatching(/^rubric@/),
        'pick-longest@1',
      ]);
    expect(JSON.stringify(rows)).not.toContain('logProbability');
  });

  it('names each arm’s winner once, and what a text was written from by the row that has it', async () => {
    const arms = [
      'prs',
      { kind: 'prs', split: [1, 3] },
      { kind: 'prs', split: [3, 1] },
      'tpo',
      'ab-mcts',
    ];
    const rows = rowsOf(await reportOn([await sampledStudy({ ...SMALL_STUDY, arms })]));
    const labels = (row: (typeof rows)[number], name: string): readonly string[] =>
      (row[name] as readonly string[]).map((label) => JSON.stringify([row.run, label]));
    const arrived = new Set(rows.flatMap((row) => labels(row, 'arms')));
    const won = rows.flatMap((row) => labels(row, 'winner_of'));
    expect(won.toSorted()).toEqual([...arrived].sort());
    expect(rows.some((row) => labels(row, 'winner_of').length > 1)).toBe(true);
    const byAddress = new Map(rows.map((row) => [JSON.stringify([row.run, row.of]), row]));
    const pointsTo = (row: (typeof rows)[number], name: string) =>
      byAddress.get(JSON.stringify([row.run, row[name]]))?.kind;
    const refinements = rows.filter(({ kind }) => kind === 'refinement');
    expect(refinements.length).toBeGreaterThan(0);
    for (const row of refinements) expect(pointsTo(row, 'anchor')).toMatch(/draft|refinement/);
    const read = rows.filter(({ feedback }) => feedback !== null);
    const rejecting = rows.filter(({ rejected }) => rejected !== null);
    expect(Math.min(read.length, rejecting.length)).toBeGreaterThan(0);
    for (const row of read) expect(pointsTo(row, 'feedback')).toBe('feedback');
    for (const row of rejecting) expect(pointsTo(row, 'rejected')).toMatch(/draft|refinement/);
  });

  it('tells the share at equal length where there are prompts enough', async () => {
    const studyOf = (count: number) =>
      sampledStudy({
        ...SMALL_STUDY,
        ...{ seeds: [1], budget: 2, arms: ['rand', 'prs'] },
        prompts: Array.from({ length: count }, (_, place) => ({
          ...{ id: `wish ${String(place)}`, prompt: `Why ${String(place)}?` },
          preference: 'Be brief.',
        })),
      });
    const table = async (count: number) =>
      readText(join(await reportOn([await studyOf(count)]), 'n2-proxy-head-to-head.csv'))
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(','));
    const [head = [], duel = []] = await table(30);
    const at = head.indexOf('share at equal length');
    expect(head.slice(at)).toEqual(['share at equal length', 'low', 'high', 'characters longer']);
    const [share, low, high] = duel.slice(at).map(Number);
    expect(low).toBeLessThanOrEqual(share ?? Number.NaN);
    expect(share).toBeLessThanOrEqual(high ?? Number.NaN);
    expect(duel).toHaveLength(head.length);
    expect((await table(29))[0]).not.toContain('share at equal length');
  });

  it('says which runs a section and a file are of, where several differ in their settings', async () => {
    const studies = [9, 5].map((maxTokens) =>
      sampledStudy({ ...SMALL_STUDY, sampling: { maxTokens } }),
    );
    const folder = await reportOn(await Promise.all(studies));
    const page = readText(join(folder, 'report.html'));
    const setUp = readText(join(folder, 'set-up.csv'));
    for (const [place, maxTokens] of [
      ['n4-proxy', 5],
      ['n4-proxy-2', 9],
    ] as const) {
      const facts = `scored by Rubric, at most ${String(maxTokens)} tokens`;
      expect(page).toMatch(new RegExp(`<h2[^>]*>N = 4. Proxy, by Rubric, which chose .*${facts}`));
      expect(page).toMatch(new RegExp(`<li[^>]*>Proxy, by Rubric.*${facts}.*: at N = 4 `));
      const [row] = setUp.split('\r\n').filter((line) => line.startsWith(`Tables ${place}-…`));
      expect(row).toContain(facts);
      expect(row).toMatch(/, N = 4"$/);
      const [head, winner] = readText(join(folder, `${place}-winners.csv`)).split('\r\n');
      expect(head).toMatch(/^runs of,arm,/);
      expect(winner).toContain(facts);
    }
  });

  it('holds PRS against PRand where nothing is asked, with Rand beside', async () => {
    const study = await sampledStudy({ ...SMALL_STUDY, arms: ['rand', 'prand', 'prs'] });
    const folder = await reportOn([study], { baseline: null });
    const page = readText(join(folder, 'report.html'));
    const told = [...page.matchAll(/<li[^>]*>(P?R[a-zA-Z]+ [\d/]+) against (P?R[a-z]+ \d)/g)];
    expect(told.map(([, arm, other]) => [arm, other])).toEqual([
      ['PRS 2/2', 'PRand 4'],
      ['Rand 4', 'PRand 4'],
    ]);
    // All figures of it are written alike.
    const figures = [...page.matchAll(/class="number">([^<]*)</g)].map(([, cell]) => cell);
    expect(figures.some((cell) => /^\d\.\d{3}$/.test(cell ?? ''))).toBe(true);
    expect(
      figures.filter((cell) => /\.\d/.test(cell ?? '') && !/\.\d{3}$/.test(cell ?? '')),
    ).toEqual([]);
  });

  it('counts the calls that brought no answer, apart by group', async () => {
    const studies = [9, 5].map((maxTokens) =>
      sampledStudy({ ...SMALL_STUDY, sampling: { maxTokens } }),
    );
    const costs = readText(join(await reportOn(await Promise.all(studies)), 'costs.csv'));
    const [head, ...rows] = costs.trimEnd().split('\r\n');
    expect(head).toMatch(/^runs of,arm,runs,calls,calls without answer,/);
    expect(rows.filter((row) => row.includes('at most 5 tokens')).length).toBeGreaterThan(1);
    expect(rows.at(-1)).toMatch(/^all,/);
  });

  it('has the texts of the copy that another scorer has read, and of no other', async () => {
    const study = await sampledStudy();
    const alone = await temporaryFolder('prs-unread');
    for (const name of filesIn(study)) copyFileSync(join(study, name), join(alone, name));
    const policy = { address: null, model: null, key: null, inFlight: 4 };
    await scoreRuns({ command: 'score', sources: [study], reward: 'pick-longest', policy }, never);
    const texts = async (...sources: string[]) =>
      readText(join(await reportOn(sources), 'responses.jsonl'));
    expect(await texts(alone, study)).toBe(await texts(study));
    expect(await texts(study, alone)).toBe(await texts(study));
    expect(await texts(alone)).not.toBe(await texts(study));
  });

  it('leaves nothing behind where it is ended, or finds no runs', async () => {
    const study = await sampledStudy();
    const folder = join(await temporaryFolder('prs-report'), 'out');
    const ending = new AbortController();
    setImmediate(() => {
      ending.abort(new Error('Ended.'));
    });
    const asked = { question: 'Which?', baseline: null };
    const order = { command: 'report', folder, ...asked } as const;
    await expect(writeReport({ ...order, sources: [study] }, ending.signal)).rejects.toThrow(
      'Ended.',
    );
    expect(readdirSync(folder)).toEqual([]);
    const empty = await temporaryFolder('prs-empty');
    await expect(writeReport({ ...order, sources: [empty] }, never)).rejects.toThrow(
      /holds no runs/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes away what a kill has left half written', async () => {
    const folder = await temporaryFolder('prs-half-report');
    for (const name of ['responses.jsonl.new', 'report.html.new'])
      writeFileSync(join(folder, name), '{"pro');
    await reportOn([join(repositoryRoot, 'public/recorded/first.json')], { folder });
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
    expect(readdirSync(folder)).toContain('report.html');
  });

  it('is refused in a sentence', async () => {
    const recorded = [join(repositoryRoot, 'public/recorded/first.json')];
    const folder = await reportOn(recorded);
    await expect(reportOn(recorded, { folder })).rejects.toThrow(
      /isn’t empty: name another folder/,
    );
    await expect(reportOn(['/nowhere'])).rejects.toThrow('There is no /nowhere.');
    expect(() => readOrder(['report', 'a'], {})).toThrow(/Name the folder of the report/);
    expect(() => readOrder(['report', '--out', 'b'], {})).toThrow(/report takes folders/);
    expect(readOrder(['report', 'a', 'b', '--out', 'c'], { INIT_CWD: '/w' })).toEqual({
      ...{ command: 'report', sources: ['/w/a', '/w/b'], folder: '/w/c' },
      ...{ question: 'What do these runs say?', baseline: null },
    });
  });
});
