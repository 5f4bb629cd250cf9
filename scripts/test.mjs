// @ts-check
/**
 * `npm test`: every check, in the order in which a mistake shows soonest. `npm test -- --only unit,e2e`
 * runs the named steps alone.
 */
import { ensureBuilt } from './build/ensure-built.mjs';
import { ensureBrowser } from './setup/browser.mjs';
import { ensureEmbeddedModel } from './setup/embedded-model.mjs';
import { requireNodeVersion } from './setup/node-version.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { besideLlamaCppServer } from './testing/llama-cpp-server.mjs';
import { runNpm } from './terminal/npm-command.mjs';
import { PlainError } from './terminal/plain-error.mjs';
import { runToTheEnd } from './terminal/run-to-the-end.mjs';
import { chooseSteps, runSteps } from './terminal/steps.mjs';

/**
 * @param {string} script in package.json
 * @param {string} advice the sentence for when it fails
 */
function npmScript(script, advice) {
  return async () => {
    const { exitCode } = await runNpm(['run', '--silent', script]);
    if (exitCode !== 0) throw new PlainError(advice);
  };
}

const ON_REAL_SERVER = ['src/engines/openai/real-server.test.ts', 'command/real-server.test.ts'];

/** The engine for servers, and the command, against llama.cpp's own on the embedded weights. */
function testOnRealServer() {
  return besideLlamaCppServer(async (address) => {
    const { exitCode } = await runNpm(['run', '--silent', 'unit', '--', ...ON_REAL_SERVER], {
      PRS_TEST_SERVER: address,
    });
    if (exitCode !== 0) {
      throw new PlainError(
        'Mend what the failed test above found; `npm test -- --only server` starts the server and runs it alone.',
      );
    }
  });
}

/** @type {import('./terminal/steps.mjs').Step[]} */
const steps = [
  { name: 'packages', run: ensurePackages },
  {
    name: 'typecheck',
    run: npmScript(
      'typecheck',
      'Mend the types named above; `npm run typecheck` checks them alone.',
    ),
  },
  {
    name: 'lint',
    run: npmScript('lint', 'Mend what the linter names above; `npm run lint` checks it alone.'),
  },
  {
    name: 'unused',
    run: npmScript(
      'unused',
      'Delete what is named above, or keep it to its file; `npm run unused` looks alone.',
    ),
  },
  {
    name: 'format',
    run: npmScript('format:check', 'Run `npm run format`, which lays out the files named above.'),
  },
  {
    name: 'unit',
    run: npmScript(
      'unit',
      'Mend what the failed test above found; `npx vitest` runs it again at every change.',
    ),
  },
  { name: 'model', run: ensureEmbeddedModel },
  { name: 'server', run: testOnRealServer },
  { name: 'build', run: ensureBuilt },
  { name: 'browser', run: ensureBrowser },
  {
    name: 'torture',
    run: npmScript(
      'torture:small',
      'Mend what was lost above; each line says how that try is repeated.',
    ),
  },
  {
    name: 'e2e',
    run: npmScript(
      'e2e',
      'Mend what the failed browser test above found; `npm run e2e` runs these tests alone.',
    ),
  },
];

await runToTheEnd(async () => {
  requireNodeVersion(process.versions.node);
  await runSteps(chooseSteps(steps, process.argv.slice(2)));
});
