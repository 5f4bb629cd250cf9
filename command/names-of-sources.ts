import { sep } from 'node:path';

/** Paths by what people call them: as many of their last parts as tell them apart. */
export function namesOfSources(sources: readonly string[]): ReadonlyMap<string, string> {
  const paths = [...new Set(sources)];
  const most = Math.max(...paths.map((path) => path.split(sep).length));
  for (let parts = 1; parts < most; parts += 1) {
    const names = paths.map((path) => path.split(sep).slice(-parts).join('/'));
    if (new Set(names).size === paths.length) {
      return new Map(paths.map((path, place) => [path, names[place] ?? path]));
    }
  }
  return new Map(paths.map((path) => [path, path]));
}
