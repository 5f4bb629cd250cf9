import { useMemo, useState } from 'react';
import {
  type Arm,
  createPlay,
  missingTexts,
  plantArm,
  type RunPlan,
  type SamplingTree,
  type Split,
} from '../../core/index.ts';
import {
  canPlaySplits,
  type ChosenModel,
  createPlayedRun,
  hasSameTerms,
  modelSize,
  ownWishOf,
  type PlayedRun,
  type RunView,
} from '../../runs/index.ts';
import { formBeside } from './form/kept-form.ts';
import { planOf, type RunForm } from './form/run-form.ts';

export interface PlayedRunProps {
  readonly form: RunForm;
  /** The model that the form is for; null where there is none yet. */
  readonly choice: ChosenModel | null;
  readonly onForm: (form: RunForm) => void;
}

export interface PlayedRunOnScreen extends PlayedRun {
  /** What is set up now. */
  readonly next: RunPlan;
  /** The run on screen, as its scoring has it; null where there is none. */
  readonly tree: SamplingTree | null;
  /** Whether other splits than the one on screen can be shown now. */
  readonly canPlay: boolean;
  readonly playSplit: (split: Split) => void;
  /** How many texts of these arms the run lacks; null where another run is set up, which can't be sampled in this one. */
  readonly lackOf: (arms: readonly Arm[]) => number | null;
}

/**
 * The arms on screen, at the split that is played: the one that is set up where the rest of the set-up is the run's own, else
 * one of its own, so that a run can be played without a word of the set-up being lost.
 *
 * @param isWished whether it is read for another preference, which then doesn't make it another set-up
 */
export function usePlayedRun(
  { form, onForm, choice }: PlayedRunProps,
  view: RunView,
  tree: SamplingTree | null,
  scoringId: string | null,
  isWished: boolean,
): PlayedRunOnScreen {
  const ran = tree?.run.plan ?? null;
  const size = modelSize(choice);
  const next = useMemo(
    () => planOf(ran === null ? form : formBeside(ran, form, size)),
    [ran, form, size],
  );
  const planned = useMemo(() => next.arms.map((arm) => plantArm(arm, next.seed)), [next]);
  const played = useMemo(() => createPlayedRun(), []);
  const [own, setOwn] = useState<{ readonly runId: string; readonly split: Split } | null>(null);
  if (tree === null) {
    const nothing = { missing: 0, canPlay: false, playSplit: () => undefined, lackOf: () => null };
    return { next, tree, arms: planned, ...nothing };
  }
  const runId = tree.run.id;
  const split = own?.runId === runId ? own.split : null;
  const terms = isWished ? { ...next, ...ownWishOf(tree.run.plan) } : next;
  const { arms, missing } = played(view, tree, scoringId, terms, split);
  // Compared when it is asked for: not with each drawing.
  const isSetUp = (): boolean => hasSameTerms(tree.run.plan, terms);
  return {
    ...{ next, tree, arms, missing },
    canPlay: canPlaySplits(view, tree, scoringId),
    playSplit: (wanted) => {
      if (isSetUp()) onForm({ ...form, split: wanted });
      else setOwn({ runId, split: wanted });
    },
    lackOf: (wanted) => (isSetUp() ? missingTexts(createPlay(tree)(wanted)) : null),
  };
}
