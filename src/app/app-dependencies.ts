import type { Late, ModelCatalog, ModelServers } from '../core/index.ts';
import type { RewardModelTools } from '../features/playground/index.ts';
import type { StudyTools } from '../features/studies/sampling/study-tools.ts';
import type { RecordedRunsQueries, SavedRunsQueries } from '../queries/index.ts';
import type { ModelSession, RunController, Scorers } from '../runs/index.ts';
import type { AddressBar } from './address/address-bar.ts';
import type { RunLinks } from './address/copy-link.tsx';
import type { SharedRuns } from './recorded-runs.tsx';
import type { KeptTheme } from './theme-switch.tsx';

/** What the composition root hands to the page. */
export interface AppDependencies {
  readonly catalog: ModelCatalog;
  readonly models: ModelSession;
  readonly rewardModels: RewardModelTools;
  readonly scorers: Scorers;
  readonly controller: RunController;
  readonly savedRuns: SavedRunsQueries;
  readonly recordedRuns: RecordedRunsQueries;
  /** Why runs can't be kept in this browser; null where they are. */
  readonly keptProblem: string | null;
  readonly address: AddressBar;
  readonly runLinks: RunLinks & SharedRuns;
  /** What was set up and not run yet, kept over a reload; read back it is hostile. */
  readonly keptForm: { read(): unknown; write(value: unknown): void };
  /** How fast this machine was when it was last measured; read back it is hostile. */
  readonly keptPace: { read(): unknown; write(value: unknown): void };
  readonly theme: KeptTheme;
  /** What keeps studies and samples them. */
  readonly studies: Late<StudyTools>;
  readonly servers: Late<ModelServers>;
  /** The model server behind the page's own origin; null where there is none. */
  readonly ownServer: string | null;
  /** A whole number in [0, 2^31). */
  readonly newSeed: () => number;
}
