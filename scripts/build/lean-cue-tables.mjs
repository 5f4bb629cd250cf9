// @ts-check
import { readFile } from 'node:fs/promises';

const CUE_TABLE = /^(?<path>.*\/cues\/[\w-]+\.txt)\?raw$/;

/**
 * Builds the tables of cues into the page without what is there for people only: comments and blank lines.
 *
 * @returns {import('vite').Plugin}
 */
export function leanCueTables() {
  return {
    name: 'lean-cue-tables',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      const path = CUE_TABLE.exec(id)?.groups?.path;
      if (path === undefined) return null;
      return `export default ${JSON.stringify(leanTable(await readFile(path, 'utf8')))};`;
    },
  };
}

/**
 * @param {string} table as `src/rewards/rubric/cue-table.ts` reads it
 * @returns {string} the lines that hold a heading or a cue, the latter behind one space
 */
export function leanTable(table) {
  return table.replace(/^(?:#.*|[ \t]*)\n/gm, '').replace(/^ +/gm, ' ');
}
