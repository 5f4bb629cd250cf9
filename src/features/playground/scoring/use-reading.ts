import { useMemo, useState } from 'react';
import { OWN_SCORING, type SamplingTree } from '../../../core/index.ts';
import { isBusy, type RunView } from '../../../runs/index.ts';
import type { RunForm } from '../form/run-form.ts';
import { movingSettings, readingsAtOnce, readingsOf, treeBy, type Reading } from './readings.ts';

export interface ShownReading {
  /** The run on screen as the chosen reading has it; null where there is none. */
  readonly tree: SamplingTree | null;
  readonly readings: readonly Reading[];
  /** Null while there is no run to read, or it is still being sampled. */
  readonly reading: Reading | null;
  readonly read: (id: string) => void;
}

/** By whose rewards the run on screen is shown: its own scorer's until the person chooses another. */
export function useReading(view: RunView, form: RunForm): ShownReading {
  const { tree } = view;
  const [chosen, setChosen] = useState<{ readonly runId: string; readonly id: string } | null>(
    null,
  );
  const { scorerValues } = form;
  // Whatever else is being written, such as a judge's words, leaves the readings as they are.
  const moving = movingSettings(scorerValues);
  const settled = !isBusy(view);
  const run = tree?.run ?? null;
  const arms = tree?.arms ?? null;
  const atOnce = useMemo(
    () =>
      run === null || arms === null || !settled ? [] : readingsAtOnce(run, arms, scorerValues),
    // `moving` says all that a reading follows of `scorerValues`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [run, arms, settled, moving],
  );
  const readings = useMemo(
    () => (tree === null || !settled ? [] : readingsOf(tree, atOnce)),
    [tree, settled, atOnce],
  );
  const runId = run?.id ?? null;
  const id = chosen !== null && chosen.runId === runId ? chosen.id : OWN_SCORING;
  const reading = readings.find((each) => each.id === id) ?? readings[0] ?? null;
  const shown = useMemo(
    () => (tree === null || reading === null ? tree : treeBy(tree, reading)),
    [tree, reading],
  );
  return {
    tree: shown,
    readings,
    reading,
    read: (next) => {
      if (runId !== null) setChosen({ runId, id: next });
    },
  };
}
