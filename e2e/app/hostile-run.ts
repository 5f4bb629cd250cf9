import { makeArm, isDurable, plantTree } from '../../src/core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../src/core/testing/fake-run.ts';
import { exportRun } from '../../src/storage/run-file/import-and-export-run.ts';
import type { ExportedFile } from './library-page.ts';

/** Each would say that it ran, were it taken for markup, for script, or for an address. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<img src=x onerror="window.owned=1"><svg onload="window.owned=1">',
  '<script>window.owned=1</script><iframe srcdoc="<script>parent.owned=1</script>">',
  '[a link](javascript:window.owned=1) ![an image](https://evil.test/seen.png)',
  '<style>@import url(https://evil.test/seen.css)</style><base href="https://evil.test/">',
  '</p></div></body><meta http-equiv="refresh" content="0;url=https://evil.test/">{{constructor.constructor("window.owned=1")()}}',
];

export const HOSTILE_NAME = 'Hostile <b onclick="window.owned=1">run</b>';

/** A run whose every text, name and sentence is hostile, as the file that somebody sends. */
export async function hostileRunFile(): Promise<ExportedFile> {
  const hostile = HOSTILE_TEXTS.join(' ');
  const plan = fakePlan([makeArm('prs', 4, [2, 2])], { prompt: hostile, preference: hostile });
  const header = fakeHeader(plan);
  const run = {
    ...header,
    id: 'hostile',
    name: HOSTILE_NAME,
    policy: { ...header.policy, name: hostile, device: hostile },
    rewardModel: { ...header.rewardModel, name: hostile, summary: hostile },
  };
  const policy = fakePolicy((_, call) => HOSTILE_TEXTS[call % HOSTILE_TEXTS.length] ?? '');
  const { events } = await runToEnd(
    plantTree(run),
    policy,
    fakeRewardModel(() => 1),
  );
  const told = events.filter(isDurable);
  return { name: 'hostile.json', text: exportRun({ header: run, events: told }, 0) };
}
