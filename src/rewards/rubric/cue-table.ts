/**
 * Cues under a heading of a table, as the source of a regular expression that matches any of them. A space in it stands
 * for itself.
 */
export interface CueSection {
  readonly heading: string;
  readonly source: string;
}

const LIST_HEADING = /^\{([^}]+)\}$/;
/** A name in braces; "{0,3}" is a number of times. */
const LIST_NAME = /\{([a-z][^}]*)\}/g;

/**
 * Reads a table of cues (`cues/*.txt`): a heading at the margin, and below it the cues, indented, one a line, the earlier
 * tried first. "#" begins a comment.
 *
 * A cue is words, with as much of a regular expression as a reader checks at sight: "(a|b)" is either, "?" after a letter
 * or a bracket that it may be left out, "*" that it may be repeated, `\w+` any word. "{name}" is any line of the list under
 * the heading "{name}", which stands before.
 */
export function readCueTable(table: string): CueSection[] {
  const lists = new Map<string, string>();
  const sections: CueSection[] = [];
  for (const { heading, cues } of splitSections(table)) {
    const source = cues.map((cue) => sourceOf(cue, lists)).join('|');
    const list = LIST_HEADING.exec(heading)?.[1];
    if (list === undefined) sections.push({ heading, source });
    else lists.set(list, source);
  }
  return sections;
}

/**
 * The source of any cue under a heading of a table.
 * @throws Error where nothing stands under the heading
 */
export function readCueSources(table: string): (heading: string) => string {
  const sources = new Map(readCueTable(table).map(({ heading, source }) => [heading, source]));
  return (heading) => {
    const source = sources.get(heading);
    if (source === undefined) throw new Error(`No cues stand under “${heading}”.`);
    return source;
  };
}

function splitSections(table: string): { heading: string; cues: string[] }[] {
  const sections: { heading: string; cues: string[] }[] = [];
  for (const line of table.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.startsWith(' ')) sections.at(-1)?.cues.push(line.trim());
    else sections.push({ heading: line.trim(), cues: [] });
  }
  return sections;
}

/** A cue with its lists put in, every bracket only for grouping. */
function sourceOf(cue: string, lists: ReadonlyMap<string, string>): string {
  return cue.replace(/(?<!\\)\((?!\?)/g, '(?:').replace(LIST_NAME, (_braces, name: string) => {
    const list = lists.get(name);
    if (list === undefined) throw new Error(`No list is called “${name}”.`);
    return `(?:${list})`;
  });
}
