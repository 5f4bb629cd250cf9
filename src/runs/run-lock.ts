/** Makes sure that one tab at a time samples a run: two would write one log. */
export interface RunLocks {
  /** @returns a function that lets go, or null where another tab holds the run. */
  hold(runId: string): Promise<(() => void) | null>;
}

/** @param locks the browser's, shared by all its tabs; undefined where it has none, and then nothing is held */
export function createRunLocks(locks: LockManager | undefined): RunLocks {
  return {
    hold: (runId) => {
      if (locks === undefined) return Promise.resolve(() => undefined);
      return new Promise((resolve, reject) => {
        const held = locks.request(`prs-playground.run.${runId}`, { ifAvailable: true }, (lock) => {
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
  };
}
