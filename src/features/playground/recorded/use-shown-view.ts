import { useEffect, useMemo, useRef } from 'react';
import type { RunPlan, StoredRun } from '../../../core/index.ts';
import {
  hasSameTerms,
  isBusy,
  ownWishOf,
  type RunView,
  viewOfRecorded,
} from '../../../runs/index.ts';

/** A run that came with the page and is to be shown where no other is. */
export interface RecordedOnPage {
  /** Of its file, and in the address; null where the address holds the run itself. */
  readonly name: string | null;
  readonly run: StoredRun;
  /** Whether the address names it: then its set-up is what is set up. */
  readonly isNamed: boolean;
  /** Takes it out of the address: something else is set up now. */
  readonly onLeave: () => void;
  /** Puts it into the person's own runs, where it can be voted on, scored again and sampled further. */
  readonly onKeep: () => void;
  /** Why that could not be done, a sentence; null where it could, or wasn't asked for. */
  readonly keepProblem: string | null;
}

export interface ShownViewProps {
  readonly recorded: RecordedOnPage | null;
  /** What is set up. */
  readonly next: RunPlan;
  /** Whether it is read for the preference that is set up, so that another one doesn't take it away. */
  readonly isWished: boolean;
  /** Sets up what the recorded run was made from. */
  readonly onSetUp: (run: StoredRun) => void;
  /** Clears the screen. */
  readonly onClose: () => void;
}

/**
 * The run on screen: the person's own, else the recorded one for as long as what is set up is its set-up, arms, budgets and a
 * preference to read it for aside. Whoever sets up something else sees their plan.
 */
export function useShownView(
  own: RunView,
  { recorded, next, isWished, onSetUp, onClose }: ShownViewProps,
): { readonly view: RunView; readonly isRecorded: boolean } {
  const run = recorded?.run ?? null;
  const view = useMemo(() => (run === null ? null : viewOfRecorded(run)), [run]);
  const isSetUp =
    run !== null &&
    hasSameTerms(run.header.plan, isWished ? { ...next, ...ownWishOf(run.header.plan) } : next);
  const opened = useRef<{ readonly run: StoredRun; wasSetUp: boolean } | null>(null);
  useEffect(() => {
    if (recorded?.isNamed !== true || isBusy(own)) return;
    if (opened.current?.run !== recorded.run) {
      opened.current = { run: recorded.run, wasSetUp: isSetUp };
      onClose();
      // A link may tell another split of it, which stays.
      if (!isSetUp) onSetUp(recorded.run);
    } else if (isSetUp) {
      opened.current.wasSetUp = true;
    } else if (opened.current.wasSetUp) {
      opened.current = null;
      recorded.onLeave();
    }
  });
  return view !== null && isSetUp && own.state === 'idle'
    ? { view, isRecorded: true }
    : { view: own, isRecorded: false };
}
