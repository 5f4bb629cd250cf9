import { useEffect } from 'react';
import { useLocation, useRoute } from 'wouter';
import { isBusy, type RunController, type RunView } from '../runs/index.ts';

export interface RunAddress {
  /** Whether the address names another run than the one under way: the person has to decide. */
  readonly isBlocked: boolean;
  /** Goes back to the run under way. */
  readonly stay: () => void;
  /** Stops it and opens the run that the address names. */
  readonly leave: () => void;
}

/** Opens the run that the address names, unless that would stop one that is under way. */
export function useRunAddress(controller: RunController, view: RunView): RunAddress {
  const [, parameters] = useRoute('/run/:id');
  const [, navigate] = useLocation();
  const namedId = parameters?.id ?? null;
  const shownId = view.tree?.run.id ?? null;
  const isBlocked = namedId !== null && isBusy(view) && shownId !== namedId;
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
