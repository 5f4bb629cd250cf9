// @ts-check
/**
 * `npm run bench:remote`: what a study's queue makes of a server, beside a bare client with the same requests: on a server of delays
 * that stands for a large one, and on llama.cpp's with the embedded model. `-- --server delays` measures one alone.
 */
import { requireNodeVersion } from '../scripts/setup/node-version.mjs';
import { ensurePackages } from '../scripts/setup/packages.mjs';
import { runToTheEnd } from '../scripts/terminal/run-to-the-end.mjs';
import { besideLlamaCppServer } from '../scripts/testing/llama-cpp-server.mjs';
import { importTypeScript } from './import-type-script.mjs';
import { besideDelayedServer } from './remote/delayed-server.mjs';
import { readOptions } from './remote/options.mjs';

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  const { server, rounds } = readOptions(process.argv.slice(2));
  await ensurePackages();
  /** @type {typeof import('./remote/measure-and-report.ts')} */
  const { measureAndReport, LOADS } = await importTypeScript('remote/measure-and-report.ts');
  if (server !== 'llama-cpp') {
    await besideDelayedServer((address) => measureAndReport(address, LOADS.delays, rounds));
  }
  if (server !== 'delays') {
    const skipped = await besideLlamaCppServer((address) =>
      measureAndReport(address, LOADS.llamaCpp, rounds),
    );
    if (skipped !== undefined) console.log(`llama.cpp: ${skipped}`);
  }
});
