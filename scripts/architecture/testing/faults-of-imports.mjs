// @ts-check
/** @typedef {import('../import-graph.mjs').ImportGraph} ImportGraph */

/**
 * Files that reach themselves through what they import, in groups: Tarjan's strongly connected components.
 *
 * @param {ImportGraph} graph
 * @returns {readonly (readonly string[])[]} each sorted; empty where there is no circle
 */
export function findCircles(graph) {
  /** @type {Map<string, number>} when a file was first come to */
  const order = new Map();
  /** @type {Map<string, number>} the earliest file that it reaches */
  const earliest = new Map();
  /** @type {string[]} */
  const open = [];
  /** @type {string[][]} */
  const circles = [];

  /** @param {string} file */
  const visit = (file) => {
    const place = order.size;
    order.set(file, place);
    let low = place;
    open.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) low = Math.min(low, earliest.get(next) ?? order.get(next) ?? low);
    }
    earliest.set(file, low);
    if (low !== place) return;
    const group = open.splice(open.indexOf(file));
    if (group.length > 1 || graph.get(file)?.includes(file)) circles.push(group.sort());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}

/**
 * @param {Iterable<string>} files
 * @returns {readonly (readonly string[])[]} those that share a name without its ending, sorted; a door's `index` aside
 */
export function findSharedNames(files) {
  /** @type {Map<string, string[]>} */
  const byName = new Map();
  for (const file of files) {
    const name = nameOf(file);
    if (name !== 'index') byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  return [...byName.values()].filter(({ length }) => length > 1).map((shared) => shared.sort());
}

/**
 * @param {string} file
 * @returns {string} without folders and ending
 */
export function nameOf(file) {
  return (file.split('/').at(-1) ?? file).replace(/\.\w+$/, '');
}
