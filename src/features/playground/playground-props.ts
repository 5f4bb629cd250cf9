import type { ReactNode } from 'react';
import type { ChosenModel } from '../../runs/index.ts';
import type { Pane } from './pane-switch.tsx';
import type { RecordedOnPage } from './recorded/use-shown-view.ts';
import type { RewardModelTools } from './scoring/reward-model/reward-model-tools.ts';
import type { ShownInAddress } from './selected-node.ts';
import type { OwnSetUp } from './setup/own-set-up.tsx';
import type { BoundRunActions, RunActionsProps, ShownRun } from './use-run-actions.ts';
import type { RunOnScreen } from './use-run-on-screen.ts';

export interface PlaygroundScreenProps extends RunActionsProps {
  readonly rewardModels: RewardModelTools;
  readonly onChoose: (choice: ChosenModel) => void;
  /** Whether the address names a run, of whatever kind. */
  readonly namesRun: boolean;
  readonly newSeed: () => number;
  /** The person's own set-up where another is set up; else null. */
  readonly ownSetUp: OwnSetUp | null;
  /** The run that came with the page and is shown where no other is; null for none. */
  readonly recorded: RecordedOnPage | null;
  /** How fast this machine was when it was last measured. */
  readonly keptPace: { read(): unknown };
  /** Leads to the others. */
  readonly gallery: ReactNode;
  /** Says beside the run that a study is being sampled too. */
  readonly studyUnderWay: ReactNode;
  /** What of the screen the address tells, and is told; read back it is hostile. */
  readonly shown: ShownInAddress;
  readonly onShown: (change: Partial<ShownInAddress>) => void;
  /** Id of the run whose set-up is to be set up when it is there; null for none. */
  readonly takesSetUpOf: string | null;
  readonly onSetUpTaken: () => void;
  /** Leads to where another run is laid beside this one. */
  readonly beside: (run: ShownRun) => ReactNode;
}

/** What the results are given. */
export interface ResultsProps {
  readonly screen: PlaygroundScreenProps;
  readonly onScreen: RunOnScreen;
  readonly actions: BoundRunActions;
  readonly setPane: (pane: Pane) => void;
  readonly isInFront: boolean;
}
