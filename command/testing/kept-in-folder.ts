import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { StoredRun } from '../../src/core/index.ts';
import { filesOfRuns, runsIn as runLinesIn, runsOfFile } from '../files-of-runs.ts';

/** The finished runs of a study's folder. */
export function runsIn(folder: string): readonly StoredRun[] {
  return filesOfRuns(folder).flatMap((path) =>
    [...runsOfFile(path, true)].map((parsed) => {
      if (!parsed.ok) throw new Error(parsed.message);
      return parsed.run;
    }),
  );
}

/** Paths of the logs of a study's folder. */
export function logsIn(folder: string): readonly string[] {
  const logs = join(folder, 'under-way');
  if (!existsSync(logs)) return [];
  return readdirSync(logs).map((name) => join(logs, name));
}

const event = z.looseObject({
  armId: z.optional(z.string()),
  nodeId: z.optional(z.string()),
  text: z.optional(z.string()),
});
const wholeRun = z.object({ run: z.object({ id: z.string() }), events: z.array(event) });
const head = z.object({ run: z.object({ id: z.string() }) });

/**
 * The finished texts of a study's folder, whatever a kill left of it: each by its run, arm and node, just as it stands there, its
 * times among it. Nothing is mended.
 */
export function textsIn(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const put = (id: string, events: readonly z.output<typeof event>[]): void => {
    for (const each of events) {
      const { armId = '', nodeId = '', text } = each;
      if (text !== undefined) texts.set(`${id} ${armId} ${nodeId}`, JSON.stringify(each));
    }
  };
  for (const path of logsIn(folder).filter((name) => name.endsWith('.jsonl'))) {
    const [first, ...lines] = readFileSync(path, 'utf8').split('\n').slice(0, -1);
    if (first === undefined) continue;
    const { run } = head.parse(JSON.parse(first));
    put(
      run.id,
      lines.map((line) => event.parse(JSON.parse(line))),
    );
  }
  for (const path of existsSync(folder) ? filesOfRuns(folder) : []) {
    for (const line of runLinesIn(path)) {
      const { run, events } = wholeRun.parse(JSON.parse(line.toString()));
      put(run.id, events);
    }
  }
  return texts;
}
