import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLocation, useRoute } from 'wouter';
import { isBusy, type RunController, type RunView, selectFrom } from '../runs/index.ts';
import { SHARED_PATH } from './address/state-in-address.ts';

export interface RunAddress {
  /** Whether the address names a run: a kept one, a recorded one, or one that it holds itself. */
  readonly namesRun: boolean;
  /** Whether the address names another run than the one under way: the person has to decide, and until then that one stays. */
  readonly isBlocked: boolean;
  /** Goes back to the run under way. */
  readonly stay: () => void;
  /** Stops it and opens the run that the address names. */
  readonly leave: () => void;
}

/** The little that the whole page has to know of the run on screen. */
interface ShownRun {
  readonly state: RunView['state'];
  /** Null where no run is shown. */
  readonly runId: string | null;
}

/** The page doesn't draw itself again while words arrive: neither part changes then. */
export function useShownRun({ view }: RunController): ShownRun {
  const states = useMemo(() => selectFrom(view, ({ state }) => state), [view]);
  const ids = useMemo(() => selectFrom(view, ({ tree }) => tree?.run.id ?? null), [view]);
  return {
    state: useSyncExternalStore(states.subscribe, states.getSnapshot),
    runId: useSyncExternalStore(ids.subscribe, ids.getSnapshot),
  };
}

/** Id of the run that a path names; null where it names none. */
export function runNamedBy(path: string): string | null {
  return /^\/run\/([^/]+)$/.exec(path)?.[1] ?? null;
}

/** Opens the run that the address names, unless that would stop one that is under way. */
export function useRunAddress(controller: RunController, shown: ShownRun): RunAddress {
  const [, parameters] = useRoute('/run/:id');
  const [isRecorded] = useRoute('/recorded/:name');
  const [isShared] = useRoute(SHARED_PATH);
  const [, navigate] = useLocation();
  const namedId = parameters?.id ?? null;
  const { runId: shownId } = shown;
  const namesAnother = isRecorded || isShared || (namedId !== null && shownId !== namedId);
  const [isAsked, setAsked] = useState(false);
  const isBlocked = namesAnother && (isAsked || isBusy(shown));
  if (isBlocked !== isAsked) setAsked(isBlocked);
  const hasEnded = isBlocked && !isBusy(shown);
  const back = shownId === null ? '/' : `/run/${shownId}`;
  useEffect(() => {
    // It ended before the person had decided, so it is what they find.
    if (hasEnded) navigate(back, { replace: true });
    else if (namedId !== null && !isBlocked) void controller.open(namedId);
    // `navigate` is another function at each drawing and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [controller, namedId, isBlocked, hasEnded, back]);
  return {
    namesRun: isRecorded || isShared || namedId !== null,
    isBlocked,
    stay: () => {
      navigate(back, { replace: true });
    },
    leave: () => {
      setAsked(false);
      if (namedId === null) controller.close();
      else void controller.open(namedId);
    },
  };
}
