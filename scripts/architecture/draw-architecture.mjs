// @ts-check

/** @typedef {import('./import-graph.mjs').ImportGraph} ImportGraph */

const HEAD = `# The architecture, drawn from the imports

\`npm run architecture\` writes this file; a unit test compares it with the code. An arrow points to what is imported, types
included; tests are left out. What each layer may import is declared in \`eslint.config.mjs\`, what each is for stands in
CONTRIBUTING.md.`;

/**
 * @param {ImportGraph} imports of src/
 * @returns {string} Markdown with a Mermaid graph of the layers
 */
export function drawArchitecture(imports) {
  const lines = arrowsBetween(imports).map(([from, to]) => `  ${from} --> ${to}`);
  return [HEAD, '', '```mermaid', 'flowchart TB', ...lines, '```', ''].join('\n');
}

/** @param {string} file */
function layerOf(file) {
  const [, layer, ...rest] = file.split('/');
  // main.tsx puts all together: arrows from it to everything would say nothing.
  return layer === undefined || rest.length === 0 ? null : layer;
}

/**
 * @param {ImportGraph} imports
 * @returns {readonly (readonly [string, string])[]} sorted, each once
 */
function arrowsBetween(imports) {
  /** @type {Set<string>} */
  const arrows = new Set();
  for (const [file, named] of imports) {
    const from = layerOf(file);
    for (const other of named) {
      const to = layerOf(other);
      if (from !== null && to !== null && from !== to) arrows.add(`${from}\n${to}`);
    }
  }
  return [...arrows].sort().map((arrow) => {
    const [from = '', to = ''] = arrow.split('\n');
    return /** @type {const} */ ([from, to]);
  });
}
