import { loadavg } from 'node:os';
import { chromium, type Browser } from '@playwright/test';
import { preview } from 'vite';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';
import { QUIET_FLAGS } from '../../scripts/setup/browser.mjs';
import {
  BUDGET,
  measureFirstPicture,
  measureSplitSteps,
  SLOW,
  type FirstPicture,
  type SplitStep,
} from './measure-first-picture.ts';
import type { Options } from './options.mjs';

const PORT = 4395;

/** What is aimed at, in milliseconds, on a machine that does nothing else. */
const AIMS = { picture: 1000, step: 16 } as const;

/** Prints both tables. Whatever else the machine does only adds, so the best of the rounds says most. */
export async function measureAndReport(browserPath: string, { rounds }: Options): Promise<void> {
  const server = await preview({
    root: repositoryRoot,
    logLevel: 'error',
    preview: { host: 'localhost', port: PORT, strictPort: false },
  });
  const appUrl = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch({ executablePath: browserPath, args: QUIET_FLAGS });
  try {
    await report(browser, appUrl, rounds);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function report(browser: Browser, appUrl: string, rounds: number): Promise<void> {
  console.log(`Load of the machine over the last minute: ${(loadavg()[0] ?? 0).toFixed(1)}\n`);
  for (const slowdown of [SLOW.cpu, 1]) {
    const visits: FirstPicture[] = [];
    for (let round = 0; round < rounds; round += 1) {
      visits.push(await measureFirstPicture(browser, appUrl, slowdown));
    }
    console.log(`${pictureTable(visits, slowdown)}\n`);
  }
  const steps: SplitStep[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    steps.push([...(await measureSplitSteps(browser, appUrl))]);
  }
  console.log(stepTable(steps));
}

function pictureTable(visits: readonly FirstPicture[], slowdown: number): string {
  const row = (name: string, values: readonly number[]): string =>
    `| ${name} | ${Math.min(...values).toFixed(0)} | ${quantile(values, 0.5).toFixed(0)} |`;
  return [
    `| first visit at 10 Mbit/s, ${String(SLOW.latency)} ms, processor slowed ${String(slowdown)}×: ms after the first byte | best of ${String(visits.length)} | median |`,
    '| --- | ---: | ---: |',
    row(
      `recorded run drawn (aim ${String(AIMS.picture)} at ${String(SLOW.cpu)}×)`,
      visits.map(({ picture }) => picture),
    ),
    row(
      'Run can be pressed',
      visits.map(({ usable }) => usable),
    ),
    row(
      'all that it needs fetched',
      visits.map(({ fetched }) => fetched),
    ),
    row(
      'script until both (ms of work)',
      visits.map(({ script }) => script),
    ),
  ].join('\n');
}

function stepTable(rounds: readonly (readonly SplitStep[])[]): string {
  const count = rounds[0]?.length ?? 0;
  // Of each step the round in which the machine was least in its way.
  const best = Array.from({ length: count }, (_, step) => {
    const tries = rounds.flatMap((steps) => steps[step] ?? []);
    return {
      before: Math.min(...tries.map(({ before }) => before)),
      script: Math.min(...tries.map(({ script }) => script)),
      all: Math.min(...tries.map(({ all }) => all)),
    };
  });
  const row = (name: string, values: readonly number[]): string =>
    `| ${name} | ${[0.5, 0.95, 1].map((share) => quantile(values, share).toFixed(1)).join(' | ')} |`;
  return [
    `| a step of the split over a recorded pool of ${String(BUDGET)}, ms, best of ${String(rounds.length)} for each of ${String(count)} steps | p50 | p95 | most |`,
    '| --- | ---: | ---: | ---: |',
    row(
      `until the step can be drawn (aim ${String(AIMS.step)} at p95)`,
      best.map(({ before }) => before),
    ),
    row(
      'script, with what follows the drawing',
      best.map(({ script }) => script),
    ),
    row(
      'script, styles, layout and drawing',
      best.map(({ all }) => all),
    ),
  ].join('\n');
}

/** By the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
