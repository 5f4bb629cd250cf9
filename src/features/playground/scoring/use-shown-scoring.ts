import { useMemo, useState } from 'react';
import { OWN_SCORING, type SamplingTree } from '../../../core/index.ts';
import { isBusy, type RunView } from '../../../runs/index.ts';
import type { RunForm } from '../form/run-form.ts';
import {
  movingSettings,
  scoringsAtOnce,
  namedScorings,
  treeBy,
  type NamedScoring,
} from './named-scorings.ts';

export interface ShownScoring {
  /** The run on screen as the chosen scoring has it; null where there is none. */
  readonly tree: SamplingTree | null;
  readonly scorings: readonly NamedScoring[];
  /** Null while there is no run to read, or it is still being sampled. */
  readonly scoring: NamedScoring | null;
  readonly read: (id: string) => void;
}

/** By whose rewards the run on screen is shown: its own scorer's until the person chooses another. */
export function useShownScoring(view: RunView, form: RunForm): ShownScoring {
  const { tree } = view;
  const [chosen, setChosen] = useState<{ readonly runId: string; readonly id: string } | null>(
    null,
  );
  const { scorerValues } = form;
  // Whatever else is being written, such as a judge's words, leaves the scorings as they are.
  const moving = movingSettings(scorerValues);
  const settled = !isBusy(view);
  const run = tree?.run ?? null;
  const arms = tree?.arms ?? null;
  const atOnce = useMemo(
    () =>
      run === null || arms === null || !settled ? [] : scoringsAtOnce(run, arms, scorerValues),
    // `moving` says all that a scoring follows of `scorerValues`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [run, arms, settled, moving],
  );
  const scorings = useMemo(
    () => (tree === null || !settled ? [] : namedScorings(tree, atOnce)),
    [tree, settled, atOnce],
  );
  const runId = run?.id ?? null;
  const id = chosen !== null && chosen.runId === runId ? chosen.id : OWN_SCORING;
  const scoring = scorings.find((each) => each.id === id) ?? scorings[0] ?? null;
  const shown = useMemo(
    () => (tree === null || scoring === null ? tree : treeBy(tree, scoring)),
    [tree, scoring],
  );
  return {
    tree: shown,
    scorings,
    scoring,
    read: (next) => {
      if (runId !== null) setChosen({ runId, id: next });
    },
  };
}
