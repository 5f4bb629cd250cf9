import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  faultsOf,
  makeFakeRepository,
  startPage,
} from '../../scripts/setup/testing/fake-repository.mjs';
import {
  damagePackage,
  DAMAGES,
  faultOfNextStart,
  KILLS,
  killSetUp,
  startTwice,
} from '../../scripts/setup/testing/set-up-harm.mjs';
import type { Attack } from '../attack.ts';
import { Chance } from '../chance.ts';

type Harm = (root: string, chance: Chance) => Promise<string | null>;

const HARMS: readonly Harm[] = [
  ...KILLS.map((kill): Harm => async (root, chance) => {
    await killSetUp(root, kill, chance.below(1_000) / 1_000);
    return told(kill.name, await faultOfNextStart(root));
  }),
  async (root, chance) => {
    const [name, damage] = chance.pick(DAMAGES);
    await damage(root);
    return told(name, await faultOfNextStart(root));
  },
  async (root) => {
    const both = await startTwice(root);
    const isRefused = both.some(({ served }) => !served);
    const faults = await faultsOf(root);
    return isRefused || faults.length > 0
      ? `two at once: ${both.map(({ output }) => output).join('\n')}`
      : null;
  },
  async (root) => {
    await damagePackage(root);
    const { output } = await startPage(root);
    return output.includes('npm ci') ? null : `a damaged package: ${output}`;
  },
];

function told(name: string, fault: string | null): string | null {
  return fault === null ? null : `${name}: ${fault}`;
}

/** The real commands in a checkout in which they take a second: killed, started twice, and what they made damaged. */
export const HARMED_SET_UPS: Attack = {
  id: 'set-up',
  title: 'set-ups killed, damaged, started twice',
  // The unit tests do each of them.
  tries: { small: 0, whole: 20 * HARMS.length },
  prepare: async () => {
    const root = await mkdtemp(join(tmpdir(), 'torture-set-up-'));
    await makeFakeRepository(root);
    return {
      attempt: async (seed) => {
        const before = await faultOfNextStart(root);
        if (before !== null) await rebuild(root);
        const harm = HARMS[seed % HARMS.length];
        return harm === undefined ? null : harm(root, new Chance(seed));
      },
      summary: () => `${String(HARMS.length)} kinds in turn`,
      close: () => rm(root, { recursive: true, force: true }),
    };
  },
};

/** What one try has left broken mustn't count against the next. */
async function rebuild(root: string): Promise<void> {
  await rm(join(root, 'node_modules'), { recursive: true, force: true });
  const fault = await faultOfNextStart(root);
  if (fault !== null) throw new Error(fault);
}
