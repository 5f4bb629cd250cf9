import type { Browser } from '@playwright/test';
import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import type { BareEngine } from './bare/bare.ts';
import { prefillOf, type Prefill } from './least-prefill.ts';
import type { Options } from './options.mjs';
import { layersOf, type PageRun } from './page-run.ts';
import { MOST_OTHERS, needsAnotherRound, type PageSide, type Round, type Side } from './round.ts';
import { runBare, withBarePage, type BareParts } from './run-bare.ts';
import { runPage } from './run-page.ts';
import type { ServedPages } from './serve-pages.ts';
import type { BusyCores } from './watch-cores.ts';

export interface Measurement {
  readonly browserVersion: string;
  readonly engine: BareEngine;
  readonly rounds: readonly Round[];
  readonly prefill: Prefill;
}

export interface MeasurementParts {
  readonly browser: Browser;
  readonly pages: ServedPages;
  readonly options: Options;
  readonly say: (line: string) => void;
}

/**
 * Runs page and bare engine in turns, one window with one model at a time, the order changing with each round
 * (page, bare; bare, page; …) so that a machine that warms up or slows down wrongs neither.
 */
export async function measureOverhead(parts: MeasurementParts): Promise<Measurement> {
  const { browser, options, say } = parts;
  const measurePage = async (): Promise<PageSide> =>
    told('page', await runPage(browser, parts.pages.appUrl, options), say);
  say('Round 1');
  const firstPage = await measurePage();
  const layers = layersOf(firstPage.calls);
  const measureBare = async () => told('bare', await runBare(parts, layers), say);
  const { engine, ...firstBare } = await measureBare();
  checkAlike(firstPage, engine);

  const rounds: Round[] = [{ first: 'page', page: firstPage, bare: firstBare }];
  while (needsAnotherRound(rounds, options.rounds)) {
    say(`Round ${String(rounds.length + 1)}`);
    const first = rounds.length % 2 === 0 ? 'page' : 'bare';
    rounds.push(
      first === 'page'
        ? { first, page: await measurePage(), bare: await measureBare() }
        : { first, bare: await measureBare(), page: await measurePage() },
    );
  }
  say('Shared beginnings of the prompts');
  const prefill = await measurePrefill(firstPage, parts);
  return { browserVersion: browser.version(), engine, rounds, prefill };
}

function told<Result extends { readonly seconds: number; readonly cores: BusyCores }>(
  side: Side,
  result: Result,
  say: (line: string) => void,
): Result {
  const { seconds, cores } = result;
  const others =
    cores.others > MOST_OTHERS ? `, disturbed: others ${cores.others.toFixed(2)} cores` : '';
  say(`  ${side}: ${seconds.toFixed(2)} s${others}`);
  return result;
}

function measurePrefill({ calls }: PageRun, parts: BareParts): Promise<Prefill> {
  return withBarePage(parts, (bare) =>
    prefillOf(calls, (earlier, later) =>
      bare.sharedTokens(earlier.request.messages, later.request.messages),
    ),
  );
}

/** @throws PlainError where the two sides did not run the same engine in the same way. */
function checkAlike({ device, contextTokens }: PageRun, engine: BareEngine): void {
  if (device === engine.device && contextTokens === engine.contextTokens) return;
  throw new PlainError(
    `The page ran on “${device}” with a context of ${String(contextTokens)} tokens, the bare engine on “${engine.device}” with ${String(engine.contextTokens)}: that can't be compared. Measure again in peace.`,
  );
}
