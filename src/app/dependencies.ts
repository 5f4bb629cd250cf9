import type { ModelCatalog } from '../core/index.ts';
import type { RewardModelTools } from '../features/playground/index.ts';
import type { SavedRunsQueries } from '../queries/index.ts';
import type { ModelSession, RunController, Scorers } from '../runs/index.ts';
import type { KeptTheme } from './theme.ts';

/** What the composition root hands to the page. */
export interface AppDependencies {
  readonly catalog: ModelCatalog;
  readonly models: ModelSession;
  readonly rewardModels: RewardModelTools;
  readonly scorers: Scorers;
  readonly controller: RunController;
  readonly savedRuns: SavedRunsQueries;
  /** Why runs can't be kept in this browser; null where they are. */
  readonly keptProblem: string | null;
  /** What was set up and not run yet, kept over a reload; read back it is hostile. */
  readonly keptForm: { read(): unknown; write(value: unknown): void };
  readonly theme: KeptTheme;
  /** A whole number in [0, 2^31). */
  readonly newSeed: () => number;
}
