import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { RunHeader, RunPlan, StoredRun } from '../../core/index.ts';
import {
  createShownScoring,
  hasSameTerms,
  isBusy,
  modelSize,
  ownWishOf,
  splitShown,
  type ChosenScoring,
  type RunController,
  type RunView,
  type Scorers,
  type ShownScoring,
} from '../../runs/index.ts';
import { formBeside } from './form/kept-form.ts';
import { FIRST_FORM, planOf, type RunForm, setUpOfRun } from './form/run-form.ts';
import { type Playback, usePlayback } from './play/use-playback.ts';
import { type RecordedOnPage, useShownView } from './recorded/use-shown-view.ts';
import type { ShownRun } from './use-run-actions.ts';
import { type PlayedRunOnScreen, type PlayedRunProps, usePlayedRun } from './use-played-run.ts';
import {
  nodeFromAddress,
  nodeInAddress,
  nodeToShow,
  type SelectedNode,
  type ShownInAddress,
  type ShownNode,
} from './selected-node.ts';
import { useWish, type Wish, WISH_READING } from './wish/use-wish.ts';

export interface RunOnScreenProps extends PlayedRunProps {
  readonly controller: RunController;
  readonly scorers: Scorers;
  /** Whether the address names a run, of whatever kind. */
  readonly namesRun: boolean;
  readonly onShowRun: (runId: string | null) => void;
  /** The run that came with the page and is shown where no other is; null for none. */
  readonly recorded: RecordedOnPage | null;
  readonly shown: ShownInAddress;
  readonly onShown: (change: Partial<ShownInAddress>) => void;
  /** Id of the run whose set-up is to be set up when it is there; null for none. */
  readonly takesSetUpOf: string | null;
  readonly onSetUpTaken: () => void;
  /** Sets up what a run was made from; the person's own set-up is kept. */
  readonly onTake: (form: RunForm) => void;
}

export interface RunOnScreen extends Omit<ShownScoring, 'tree'>, Omit<PlayedRunOnScreen, 'next'> {
  readonly view: RunView;
  /** Whether it came with the page: nothing of it is stored. */
  readonly isRecorded: boolean;
  readonly playback: Playback['controls'];
  /** The arms as they are, whatever of them is told again. */
  readonly ended: Playback['ended'];
  readonly plan: RunPlan;
  readonly selected: SelectedNode | null;
  readonly shown: ShownNode | null;
  readonly select: (node: SelectedNode | null) => void;
  /** Shows the run by another scoring. */
  readonly readBy: (scoringId: string) => void;
  /** The run by the preference that is set up, where a person has changed it; null where it is read as it was sampled. */
  readonly wish: Wish | null;
  /** Why it can't be, a sentence; null where it can. */
  readonly wishProblem: string | null;
  /** Reads it so. */
  readonly readByWish: () => void;
  /** Sets the run's own preference up again. */
  readonly endWish: () => void;
}

/** The run that is shown, or the next one's plan: by whose rewards, and which node of it. */
export function useRunOnScreen(props: RunOnScreenProps): RunOnScreen {
  const { controller, scorers, form } = props;
  const own = useSyncExternalStore(controller.view.subscribe, controller.view.getSnapshot);
  const [chosen, setChosen] = useState<ChosenScoring | null>(null);
  const { view, isRecorded } = useRecordedView(own, props, chosen);
  const run = view.tree?.run ?? null;
  const runId = run?.id ?? null;
  const isWished = isReadByWish(runId, chosen);
  // What comes with the page is read by other scorers only where a person asks for that.
  const readers = isRecorded && (chosen === null || isWished) ? OWN_SCORER_ALONE : scorers;
  const code = useSyncExternalStore(scorers.code.subscribe, scorers.code.now);
  // More can be read at once when the scorers' code is there.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const shownScoring = useMemo(() => createShownScoring(readers), [readers, code]);
  const { tree, ...shown } = shownScoring(view, form.scorerValues, chosen);
  const { next, ...played } = usePlayedRun(props, view, tree, shown.scoring?.id ?? null, isWished);
  const { wish, problem } = useWish(isWished && !isBusy(view) ? tree : null, played.arms, form);
  const { controls, ...told } = usePlayback(wish?.after ?? played.arms);
  const isPlayed = controls !== null && controls.step !== null;
  const [selected, select] = useSelection(runId, props);
  useLiveAddress(props, view.live ? runId : null);
  useSetUpOfOpened(props, run);
  const readBy = (id: string): void => {
    if (runId !== null) setChosen({ runId, id });
  };
  return {
    ...byWish(shown, wish),
    ...{ ...played, ...told },
    ...{ view, isRecorded, selected, select, readBy, wish },
    tree: wish?.tree ?? tree,
    wishProblem: problem,
    readByWish: () => {
      readBy(WISH_READING);
    },
    endWish: () => {
      setChosen(null);
      if (run !== null) props.onForm({ ...form, ...ownWishOf(run.plan) });
    },
    // What is told again was chosen by the run's own rewards.
    playback: wish === null ? controls : null,
    plan: run?.plan ?? next,
    // What shows a node is fetched when a person of a recorded run asks for one: their first picture doesn't wait for it.
    shown: isRecorded && selected === null && !isPlayed ? null : nodeToShow(told.arms, selected),
  };
}

const FIRST_PLAN = planOf(FIRST_FORM);

const OWN_SCORER_ALONE: Pick<Scorers, 'atOnce' | 'moved' | 'votesOf'> = {
  atOnce: () => [],
  moved: () => null,
  votesOf: () => null,
};

/** Whether the run on screen is being told again. */
export function isTold({ playback }: Pick<RunOnScreen, 'playback'>): boolean {
  return playback !== null && playback.step !== null;
}

/** Which run is on screen, and at which split. */
export function shownRun(
  { id, plan }: RunHeader,
  { isRecorded, arms }: Pick<RunOnScreen, 'isRecorded' | 'arms'>,
): ShownRun {
  return { runId: isRecorded ? null : id, split: splitShown(plan.arms, arms) };
}

/** Whether a run is to be read for the preference that is set up. */
function isReadByWish(runId: string | null, chosen: ChosenScoring | null): boolean {
  return chosen !== null && chosen.runId === runId && chosen.id === WISH_READING;
}

/** The scorings of a run with that of another preference, by which it is then shown. */
function byWish(
  { scorings, scoring }: Omit<ShownScoring, 'tree'>,
  wish: Wish | null,
): Omit<ShownScoring, 'tree'> {
  if (wish === null) return { scorings, scoring };
  return { scorings: [...scorings, wish.scoring], scoring: wish.scoring };
}

/** The run on screen is the person's own, else the recorded one. */
function useRecordedView(
  own: RunView,
  { recorded, controller, form, onTake, choice }: RunOnScreenProps,
  chosen: ChosenScoring | null,
): { readonly view: RunView; readonly isRecorded: boolean } {
  const header = recorded?.run.header ?? null;
  const size = modelSize(choice);
  const next = useMemo(
    () => planOf(header === null ? form : formBeside(header.plan, form, size)),
    [header, form, size],
  );
  return useShownView(own, {
    recorded,
    next,
    isWished: isReadByWish(header?.id ?? null, chosen),
    onSetUp: ({ header }: StoredRun) => {
      const copied = setUpOfRun(header, form);
      if (copied === null) return;
      // What a first visit finds set up is a part of its recording: its title speaks of that.
      const isFirst = hasSameTerms(header.plan, FIRST_PLAN);
      onTake(isFirst ? { ...copied, split: FIRST_FORM.split } : copied);
    },
    onClose: () => {
      controller.close();
    },
  });
}

/** A run that is opened brings what it was made from. */
function useSetUpOfOpened(
  { takesSetUpOf, onSetUpTaken, form, onTake }: RunOnScreenProps,
  run: RunHeader | null,
): void {
  useEffect(() => {
    if (takesSetUpOf === null || run?.id !== takesSetUpOf) return;
    const copied = setUpOfRun(run, form);
    if (copied !== null) onTake(copied);
    onSetUpTaken();
  }, [run, takesSetUpOf, onSetUpTaken, form, onTake]);
}

/** A live run gets its address when it has an id, unless the page is at another run's. */
function useLiveAddress({ namesRun, onShowRun }: RunOnScreenProps, liveId: string | null): void {
  useEffect(() => {
    if (!namesRun && liveId !== null) onShowRun(liveId);
    // `onShowRun` is another function at each drawing and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [namesRun, liveId]);
}

/** The node that the person, or the address that they came by, has chosen in the run on screen; another run has none chosen. */
function useSelection(
  runId: string | null,
  { shown, onShown }: Pick<RunOnScreenProps, 'shown' | 'onShown'>,
): [SelectedNode | null, (node: SelectedNode | null) => void] {
  const [seen, setSeen] = useState<{ runId: string | null; dropped: string | null }>({
    ...{ runId, dropped: null },
  });
  // What an address names is of the first run that is shown.
  if (seen.runId !== runId) setSeen({ runId, dropped: seen.runId === null ? null : shown.node });
  const isDropped = shown.node !== null && shown.node === seen.dropped;
  useEffect(() => {
    if (isDropped) onShown({ node: null });
  }, [isDropped, onShown]);
  const selected = useMemo(
    () => (isDropped ? null : nodeFromAddress(shown.node)),
    [isDropped, shown.node],
  );
  return [
    selected,
    (node) => {
      setSeen({ runId, dropped: null });
      onShown({ node: node === null ? null : nodeInAddress(node) });
    },
  ];
}
