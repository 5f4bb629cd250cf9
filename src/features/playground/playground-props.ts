import type { ReactNode } from 'react';
import type { ChosenModel } from '../../runs/index.ts';
import type { Pane } from './pane-switch.tsx';
import type { RecordedOnPage } from './recorded/use-shown-view.ts';
import type { RewardModelTools } from './scoring/reward-model/reward-model-tools.ts';
import type { BoundRunActions, RunActionsProps } from './use-run-actions.ts';
import type { RunOnScreen } from './use-run-on-screen.ts';

export interface PlaygroundScreenProps extends RunActionsProps {
  readonly rewardModels: RewardModelTools;
  readonly onChoose: (choice: ChosenModel) => void;
  /** The run that the address names; null where it names none. */
  readonly runId: string | null;
  readonly newSeed: () => number;
  /** The run that came with the page and is shown where no other is; null for none. */
  readonly recorded: RecordedOnPage | null;
  /** How fast this machine was when it was last measured. */
  readonly keptPace: { read(): unknown };
  /** Leads to the others. */
  readonly gallery: ReactNode;
  /** Leads to where another run is laid beside a kept one, or beside the recorded one for null. */
  readonly beside: (runId: string | null) => ReactNode;
}

/** What the results are given. */
export interface ResultsProps {
  readonly screen: PlaygroundScreenProps;
  readonly onScreen: RunOnScreen;
  readonly actions: BoundRunActions;
  readonly setPane: (pane: Pane) => void;
  readonly isInFront: boolean;
}
