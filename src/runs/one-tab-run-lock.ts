/** Makes sure that one tab at a time samples a run: two would write one log. */
export interface RunLocks {
  /** @returns a function that lets go, or null where another tab holds the run. */
  hold(runId: string): Promise<(() => void) | null>;
  /** Whether a tab, this one included, samples the run now. */
  isHeld(runId: string): Promise<boolean>;
  /** Resolves when nobody samples the run any more. @throws the signal's reason when it is aborted. */
  whenFree(runId: string, signal: AbortSignal): Promise<void>;
}

/** @param locks the browser's, shared by all its tabs; undefined where it has none, and then nothing is held */
export function createRunLocks(locks: LockManager | undefined): RunLocks {
  return {
    hold: (runId) => {
      if (locks === undefined) return Promise.resolve(() => undefined);
      return new Promise((resolve, reject) => {
        const held = locks.request(lockName(runId), { ifAvailable: true }, (lock) => {
          if (lock === null) {
            resolve(null);
            return undefined;
          }
          // The lock is held for as long as this promise is pending.
          return new Promise<void>((letGo) => {
            resolve(letGo);
          });
        });
        held.catch(reject);
      });
    },
    isHeld: async (runId) => {
      const { held = [] } = (await locks?.query()) ?? {};
      return held.some(({ name }) => name === lockName(runId));
    },
    whenFree: async (runId, signal) => {
      // Shared, so that tabs that look on don't wait for each other.
      await locks?.request(lockName(runId), { mode: 'shared', signal }, () => undefined);
    },
  };
}

function lockName(runId: string): string {
  return `prs-playground.run.${runId}`;
}
