import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLocation, useRoute } from 'wouter';
import { isBusy, type RunController, type RunView, selectFrom } from '../runs/index.ts';

interface RunAddress {
  /** Whether the address names another run than the one under way: the person has to decide. */
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
  const [, navigate] = useLocation();
  const namedId = parameters?.id ?? null;
  const { runId: shownId } = shown;
  const isBlocked = namedId !== null && isBusy(shown) && shownId !== namedId;
  useEffect(() => {
    if (namedId !== null && !isBlocked) void controller.open(namedId);
  }, [controller, namedId, isBlocked]);
  return {
    isBlocked,
    stay: () => {
      navigate(shownId === null ? '/' : `/run/${shownId}`, { replace: true });
    },
    leave: () => {
      if (namedId !== null) void controller.open(namedId);
    },
  };
}
