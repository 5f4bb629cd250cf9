import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';
import { QUIET_FLAGS } from '../../scripts/setup/browser.mjs';
import { plainTable } from '../overhead/plain-table.ts';
import { spreadOf } from '../overhead/spread.ts';
import { measureEngine, type EngineFigures } from './measure-engine.ts';
import { measureRun, type RunFigures } from './measure-run.ts';
import type { Options } from './options.mjs';
import { measureNative, type NativeFigures } from './measure-native.ts';
import { serveCheckout } from './serve-checkout.ts';

/** One checkout, measured once. */
interface Measured {
  readonly engine: EngineFigures;
  readonly run: RunFigures;
}

const PORT = 4420;

/** Measures this checkout, and the other one where there is one, in turns, and prints a table. */
export async function measureAndReport(
  executablePath: string,
  { before, rounds, tokens, native }: Options,
): Promise<void> {
  const folders = before === null ? [repositoryRoot] : [resolve(before), repositoryRoot];
  const browser = await chromium.launch({ executablePath, args: QUIET_FLAGS });
  try {
    const sides: Measured[][] = folders.map(() => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [side, folder] of folders.entries()) {
        console.log(`Round ${String(round + 1)}: ${folder}`);
        sides[side]?.push(await measure(browser, folder, tokens));
      }
    }
    console.log(report(sides, tokens));
    console.log(native ? nativeReport(measureNative(), sides.at(-1) ?? []) : NOT_NATIVE);
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, folder: string, tokens: number): Promise<Measured> {
  const served = await serveCheckout(folder, PORT);
  try {
    const engine = await measureEngine(browser, served.enginesUrl);
    return { engine, run: await measureRun(browser, served.appUrl, tokens) };
  } finally {
    await served.close();
  }
}

const ROWS: readonly (readonly [string, (measured: Measured) => number])[] = [
  ['load, s', ({ engine }) => engine.load],
  ['prefill, tokens/s', ({ engine }) => engine.prefill],
  ['decode, tokens/s', ({ engine }) => engine.decode],
  ['eight together, tokens/s', ({ engine }) => engine.together],
  ['scoring, tokens/s', ({ engine }) => engine.scoring],
  ['run in the page, s', ({ run }) => run.whole],
  ['  of them load, s', ({ run }) => run.load],
  ['  the rest, s', ({ run }) => run.whole - run.load],
  ['  of the rest scoring, %', ({ run }) => (100 * run.scoring) / (run.whole - run.load)],
];

function report(sides: readonly (readonly Measured[])[], tokens: number): string {
  const [before, now] = sides.length === 2 ? sides : [undefined, sides[0]];
  const of = (side: readonly Measured[] | undefined, row: (one: Measured) => number): number =>
    side === undefined ? Number.NaN : spreadOf(side.map(row)).median;
  const shown = (figure: number, digits: number): string =>
    Number.isNaN(figure) ? '' : figure.toFixed(digits);
  const devices = sides.map((side) => side[0]?.engine.device ?? '').join(' · ');
  return [
    '',
    `  ${new Date().toISOString().slice(0, 10)}, ${String(cpus().length)} cores of ${cpus()[0]?.model ?? '?'}; ${devices}`,
    `  Medians of ${String(now?.length ?? 0)}; the run: PRS 4/4, PRand 8 and Rand 8, at most ${String(tokens)} tokens, default scorer`,
    '',
    plainTable([
      [
        '',
        ...(before === undefined ? [] : ['before']),
        'now',
        ...(before === undefined ? [] : ['now/before']),
      ],
      ...ROWS.map(([name, row]) => [
        name,
        ...(before === undefined ? [] : [shown(of(before, row), 1)]),
        shown(of(now, row), 1),
        ...(before === undefined ? [] : [shown(of(now, row) / of(before, row), 2)]),
      ]),
    ]),
  ].join('\n');
}

const NOT_NATIVE =
  '\n  llama.cpp without a browser is not measured: --native fetches node-llama-cpp (85 MB, once) and measures it too.';

/** The engine in the browser beside the same library compiled for this machine's processor, on the same model and threads. */
function nativeReport(native: NativeFigures, now: readonly Measured[]): string {
  const rows = (['prefill', 'decode', 'together'] as const).map((name) => {
    const here = spreadOf(now.map(({ engine }) => engine[name])).median;
    return [name, here.toFixed(1), native[name].toFixed(1), (here / native[name]).toFixed(2)];
  });
  const heading = ['tokens/s', 'browser', 'native', 'browser/native'];
  return `\n  llama.cpp compiled for this processor (node-llama-cpp ${native.version}), ${String(native.threads)} threads\n\n${plainTable([heading, ...rows])}`;
}
