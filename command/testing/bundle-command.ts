import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * A program of this folder as one file that starts at once: tests start it again and again.
 *
 * @param program from this folder
 * @param folder where it is written to
 * @returns its path
 */
export async function bundleCommand(program: string, folder: string): Promise<string> {
  await build({
    ...{ configFile: false, envDir: false, logLevel: 'error', publicDir: false },
    root: fileURLToPath(new URL('.', import.meta.url)),
    ssr: { noExternal: true },
    build: {
      ...{ ssr: program, outDir: folder, emptyOutDir: false, minify: false },
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  });
  return `${folder}/${program.replace(/\.ts$/, '.mjs')}`;
}
