// @ts-check
import { join } from 'node:path';

/**
 * Imports a file of this folder through Vite, because the oldest Node.js that is supported knows no TypeScript. What it imports later,
 * when it is wanted, is imported too: that is why what imports it stays open until the program ends.
 *
 * @template Module
 * @param {string} file
 * @returns {Promise<Module>}
 */
export async function importTypeScript(file) {
  // Vite would make it "development", and what is built from here on would be slower than what people get.
  process.env['NODE_ENV'] = 'production';
  const { createRunnableDevEnvironment, resolveConfig } = await import('vite');
  const config = await resolveConfig(
    {
      ...{ configFile: false, envDir: false, logLevel: 'warn' },
      environments: {
        [ENVIRONMENT]: {
          consumer: 'server',
          dev: { moduleRunnerTransform: true },
          resolve: { external: true, mainFields: [], conditions: ['node'] },
        },
      },
    },
    'serve',
  );
  const environment = createRunnableDevEnvironment(ENVIRONMENT, config, {
    runnerOptions: { hmr: { logger: false } },
    hot: false,
  });
  await environment.init();
  return environment.runner.import(join(import.meta.dirname, file));
}

const ENVIRONMENT = 'command';
