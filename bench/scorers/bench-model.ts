import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';
import type { Policy } from '../../src/core/index.ts';
import { openEmbedded } from './browser/open-embedded.ts';
import { folderStore, memoryStore } from './figure-store.ts';
import { rememberingPolicy } from './remembering-policy.ts';

/** Kept between measurements, so that one that was stopped goes on. */
const FIGURES_FOLDER = join(repositoryRoot, 'node_modules/.cache/bench-scorers-figures');

/** The embedded model, started when it is first asked for. */
export interface BenchModel {
  readonly policy: () => Promise<Policy>;
  readonly close: () => Promise<void>;
}

export interface BenchModelParts {
  readonly threads: number;
  /** Whether what an earlier measurement read counts: a check must not compare figures with themselves. */
  readonly remember: boolean;
  /** Makes sure that the model and a browser are there. */
  readonly prepare: () => Promise<void>;
  readonly say: (line: string) => void;
}

export function benchModel({ threads, remember, prepare, say }: BenchModelParts): BenchModel {
  let opened: Promise<{ readonly policy: Policy; readonly close: () => Promise<void> }> | null =
    null;
  const openOnce = async () => {
    await prepare();
    say('Starting the embedded model in a browser; what it has read is kept if this is stopped');
    const { policy, key, close } = await openEmbedded(threads);
    const store = remember ? folderStore(FIGURES_FOLDER) : memoryStore();
    return { policy: rememberingPolicy(policy, key, store), close };
  };
  return {
    policy: async () => (await (opened ??= openOnce())).policy,
    close: async () => {
      const model = await opened?.catch(() => null);
      await model?.close();
    },
  };
}
