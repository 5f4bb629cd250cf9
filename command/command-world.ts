import type { Clock } from '../src/core/index.ts';
import { newRunId } from '../src/storage/index.ts';
import { openPolicy, type OpenedPolicy } from './open-policy.ts';

/** What the command asks of the world: tests bring their own. */
export interface CommandWorld {
  readonly clock: Clock;
  readonly openPolicy: (
    ...asked: Parameters<typeof openPolicy>
  ) => OpenedPolicy | Promise<OpenedPolicy>;
  readonly newRunId: () => string;
}

export const THIS_MACHINE: CommandWorld = {
  clock: { now: () => Date.now() },
  openPolicy,
  newRunId,
};
