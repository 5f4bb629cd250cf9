// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/**
 * Who imports whom: from each file, the files it names, types included. Paths from the root, with forward slashes.
 *
 * @typedef {ReadonlyMap<string, readonly string[]>} ImportGraph
 */

const CODE = /\.(?:tsx?|mjs)$/;
const NOT_PRODUCTION = /\.test\.|\/testing\/|\.d\.mts$/;

/**
 * @param {string} root
 * @param {string} folder from the root
 * @returns {ImportGraph} of the production files: no tests, nothing that only tests use
 */
export function readImports(root, folder) {
  const paths = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => CODE.test(path) && !NOT_PRODUCTION.test(path))
    .sort();
  return new Map(
    paths.map((path) => [path, importsOf(path, readFileSync(join(root, path), 'utf8'))]),
  );
}

/**
 * @param {string} path
 * @param {string} code
 * @returns {readonly string[]}
 */
function importsOf(path, code) {
  const named = ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'));
  return [...new Set(named.map((name) => join(dirname(path), name).split(sep).join('/')))];
}
