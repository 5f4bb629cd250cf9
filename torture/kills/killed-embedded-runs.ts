import { PRS } from '../../e2e/app/playground-page.ts';
import { ensureBuilt } from '../../scripts/build/ensure-built.mjs';
import { ensureEmbeddedModel } from '../../scripts/setup/embedded-model.mjs';
import type { Attack } from '../attack.ts';
import { serveBuiltPage } from '../browser/serve-scripted-page.ts';
import { prepareKills } from './killed-runs.ts';

/** A few of the kills with the page as `npm start` serves it and the real embedded model. */
export const KILLED_EMBEDDED_RUNS: Attack = {
  id: 'embedded-kills',
  title: 'runs of the embedded model killed',
  // The browser tests have two.
  tries: { small: 0, whole: 4 },
  prepare: () =>
    prepareKills({
      serve: async () => {
        await ensureEmbeddedModel();
        await ensureBuilt();
        return serveBuiltPage();
      },
      setUp: async (playground) => {
        await playground.limitTokens(12, 8);
        await playground.chooseArms(PRS);
      },
      longestMilliseconds: 12_000,
      isRepeatable: false,
    }),
};
