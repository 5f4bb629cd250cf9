import { cpus, release, totalmem, type as system } from 'node:os';
import { disagreements } from './agreement.ts';
import type { Measurement } from './measure-overhead.ts';
import { prefillReport } from './prefill-report.ts';
import type { Round } from './round.ts';
import { secondsReport } from './seconds-report.ts';

/** The measurement as plain text. */
export function report(measurement: Measurement): string {
  const { rounds, prefill } = measurement;
  return [
    '',
    ...facts(measurement),
    '',
    '1. Seconds of the whole run, and of the same requests sent bare, layer by layer',
    '',
    secondsReport(rounds),
    ...agreement(rounds),
    '',
    '2. Prompt tokens',
    '',
    prefillReport(prefill),
  ].join('\n');
}

function facts({ browserVersion, engine, rounds }: Measurement): readonly string[] {
  const page = rounds[0]?.page;
  const core = cpus()[0]?.model ?? 'an unknown kind';
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const written = page?.calls.reduce((sum, { usage }) => sum + usage.completionTokens, 0) ?? 0;
  return [
    `  Date: ${new Date().toISOString().slice(0, 10)}`,
    `  Machine: ${String(cpus().length)} cores of ${core}, ${memory}, ${system()} ${release()}`,
    `  Browser: Chromium ${browserVersion}, headless; Node.js ${process.versions.node}`,
    `  Engine: llama.cpp, ${engine.device}`,
    `  Model: ${page?.model ?? ''}, context of ${String(engine.contextTokens)} tokens`,
    `  Run: ${page?.settings ?? ''}`,
    `  Scorer of the page: ${page?.scorer ?? ''}; the bare engine scores nothing`,
    `  Calls: ${String(page?.calls.length ?? 0)}, ${String(written)} tokens written`,
  ];
}

function agreement(rounds: readonly Round[]): readonly string[] {
  const differences = disagreements(rounds);
  const calls = String(rounds[0]?.page.calls.length ?? 0);
  if (differences.length > 0) return differences.map((difference) => `  ${difference}`);
  return [
    `  All ${calls} texts and their token counts are the same on both sides, in every round.`,
  ];
}
