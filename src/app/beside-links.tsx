import { useState } from 'react';
import { Link } from 'wouter';
import { besidePath, type RunKey } from '../features/beside/run-key.ts';
import type { PlaygroundScreenProps } from '../features/playground/playground-props.ts';
import type { ShownRun } from '../features/playground/use-run-actions.ts';
import { isBusy, type RunController } from '../runs/index.ts';
import { useShownRun } from './run-in-address.tsx';
import styles from './app.module.css';

/**
 * What leads from a run on screen to two beside each other: another is chosen, or it is the one that this run was sampled to be
 * laid beside, which is remembered while the page is open.
 *
 * @param recorded the recorded run's name; null where there is none
 */
export function useBesideLinks(
  controller: RunController,
  recorded: string | null,
): Pick<PlaygroundScreenProps, 'beside' | 'onBegin'> {
  const { state, runId } = useShownRun(controller);
  const [begun, setBegun] = useState<RunKey | null>(null);
  const [pairs, setPairs] = useState<ReadonlyMap<string, RunKey>>(new Map());
  const isItself = begun?.kind === 'saved' && begun.id === runId;
  // It has an id from its first event on.
  if (begun !== null && runId !== null && isBusy({ state }) && !isItself) {
    setPairs(new Map([...pairs, [runId, begun]]));
    setBegun(null);
  }
  return {
    onBegin: (beside) => {
      setBegun(beside === null ? null : keyOf(beside, recorded));
    },
    beside: (shown) => {
      const run = keyOf(shown, recorded);
      const before = shown.runId === null ? null : (pairs.get(shown.runId) ?? null);
      if (run === null) return null;
      return before === null ? (
        <BesideLink path={besidePath(run)}>Lay beside …</BesideLink>
      ) : (
        <BesideLink path={besidePath(before, run)}>Lay beside the run before</BesideLink>
      );
    },
  };
}

interface BesideLinkProps {
  readonly path: string;
  readonly children: string;
}

function BesideLink({ path, children }: BesideLinkProps) {
  return (
    <Link href={path} className={styles.beside ?? ''}>
      {children}
    </Link>
  );
}

function keyOf({ runId, split }: ShownRun, recorded: string | null): RunKey | null {
  const at = split === null ? {} : { split };
  if (runId !== null) return { kind: 'saved', id: runId, ...at };
  return recorded === null ? null : { kind: 'recorded', name: recorded, ...at };
}
