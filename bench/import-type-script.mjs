// @ts-check
import { join } from 'node:path';

/**
 * Imports a file of this folder through Vite, because the oldest Node.js that is supported knows no TypeScript.
 *
 * @template Module
 * @param {string} file
 * @returns {Promise<Module>}
 */
export async function importTypeScript(file) {
  // Vite would make it "development", and what is built from here on would be slower than what people get.
  process.env['NODE_ENV'] = 'production';
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(import.meta.dirname, file), {
    configFile: false,
    logLevel: 'warn',
  });
  return module;
}
