import { Suspense, useRef } from 'react';
import type { RunHeader } from '../../core/index.ts';
import { Problem, useEver } from '../../ui/index.ts';
import { planOf } from './form/run-form.ts';
import { setUpForWish } from './form/set-up-for-wish.ts';
import type { ResultsProps } from './playground-props.ts';
import { RUN_BUTTON_ID } from './setup/setup-pane.tsx';
import { isTold, shownRun } from './use-run-on-screen.ts';
import type { NextStep } from './verdict/next-steps.ts';
import { VerdictPane } from './verdict/verdict-pane.tsx';
import { WishPane } from './wish/lazy-wish-pane.tsx';
import styles from './playground.module.css';

/** What is told above the picture: the verdict, or what another preference makes of the run. */
export function Told(props: ResultsProps) {
  const { screen, onScreen, actions, setPane } = props;
  const { wish, wishProblem, endWish } = onScreen;
  const place = useRef<HTMLDivElement>(null);
  const back = (): void => {
    // The button that was pressed goes with what it stands in.
    place.current?.focus();
    endWish();
  };
  const sample = (of: RunHeader): void => {
    focusRun(place.current);
    const setUp = setUpForWish(of, screen.form);
    screen.onForm(setUp);
    setPane('tree');
    actions.run(setUp, shownRun(of, onScreen));
  };
  return (
    <div ref={place} tabIndex={-1}>
      <WhoseRewards isWished={wish !== null} />
      {wish === null ? (
        <Verdict {...props} />
      ) : (
        <Suspense>
          <WishPane
            {...{ wish, onBack: back, canSample: screen.choice !== null }}
            onSample={() => {
              sample(wish.of.run);
            }}
          />
        </Suspense>
      )}
      {wishProblem !== null && <Problem role="alert">{wishProblem}</Problem>}
    </div>
  );
}

/**
 * Says to those who don't see the picture for which preference its rewards and its axis are. Always there, since what comes with its
 * words isn't told.
 */
function WhoseRewards({ isWished }: { readonly isWished: boolean }) {
  const wasWished = useEver(isWished);
  const own = wasWished ? 'Rewards and their axis are again for the run’s own preference.' : '';
  return (
    <p className={styles.unseen} role="status">
      {isWished ? 'Rewards and their axis are now for the other preference.' : own}
    </p>
  );
}

/** From Run the focus goes to Stop, when what goes on has taken the button along; a narrow page has neither in view. */
function focusRun(from: HTMLElement | null): void {
  const run = document.getElementById(RUN_BUTTON_ID);
  run?.focus();
  if (document.activeElement !== run) from?.closest('main')?.focus();
}

/** What came of the run on screen, and what to try next. */
function Verdict({ screen, onScreen, actions }: ResultsProps) {
  const { form, onForm, newSeed } = screen;
  const { arms, ended, view, scoring, isRecorded } = onScreen;
  const isPlayed = isTold(onScreen);
  if (view.tree === null) return null;
  const takeStep = (step: NextStep): void => {
    const change = step.kind === 'seed' ? { seed: newSeed() } : { arms: [...form.arms, step.arm] };
    const changed = { ...form, ...change };
    onForm(changed);
    const { arms: wanted } = planOf(changed);
    const lacked = step.kind === 'seed' ? null : onScreen.lackOf(wanted);
    if (lacked === null || (lacked > 0 && isRecorded)) actions.run(change);
    else if (lacked > 0) actions.extend(() => wanted);
  };
  const shared = { scoring, run: view.tree.run, chosenArms: form.arms, onStep: takeStep };
  return (
    <div className={styles.stack}>
      {/* What is told again is told by its stages, as it was when it was sampled. */}
      <VerdictPane {...shared} arms={arms} view={isPlayed ? { state: 'running' } : view} />
      {isPlayed && (
        // The end keeps its room, so that the picture below stays where it is.
        <div data-unseen>
          <VerdictPane {...shared} arms={ended} view={view} />
        </div>
      )}
    </div>
  );
}
