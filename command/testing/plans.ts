import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/testing/temporary-folder.mjs';
import type { StoredRun } from '../../src/core/index.ts';
import { runFileFormat } from '../../src/storage/index.ts';
import { readText } from '../read-json.ts';
import type { RunOrder } from '../read-order.mjs';

/** A small plan of three arms, as its file has it. */
export const PLAN = {
  prompt: 'Why is the sky blue?',
  preference: 'Be brief.',
  budget: 4,
  seed: 7,
  sampling: { maxTokens: 12 },
  feedbackMaxTokens: 9,
};

/** A plan's file in a folder of its own, and the order to run it. */
export async function plannedOrder(
  plan: object,
  changes: Partial<RunOrder> = {},
): Promise<RunOrder> {
  const folder = await temporaryFolder('prs-command');
  const planFile = join(folder, 'plan.json');
  await writeFile(planFile, JSON.stringify(plan));
  return {
    command: 'run',
    planFile,
    outFile: join(folder, 'plan.run.json'),
    policy: { address: 'http://127.0.0.1:1/v1', model: null, key: null, inFlight: 4 },
    reward: null,
    again: false,
    ...changes,
  };
}

/** The run of a file, as the page's import reads it. */
export function importedRun(path: string): StoredRun {
  const [parsed, ...others] = runFileFormat.parse(readText(path));
  if (parsed?.ok !== true || others.length > 0) throw new Error(JSON.stringify([parsed, others]));
  return parsed.run;
}
