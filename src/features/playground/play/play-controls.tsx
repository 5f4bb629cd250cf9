import { Suspense, useRef } from 'react';
import { Button, useShortcut } from '../../../ui/index.ts';
import { SHORTCUTS } from '../shortcut-table.ts';
import { WhilePlayed } from './lazy-while-played.ts';
import type { PlaybackControls } from './use-playback.ts';
import styles from './play.module.css';

/** Plays what is on screen from its plan to its winner; the same button pauses it, so that the focus stays. */
export function PlayControls({ controls }: { readonly controls: PlaybackControls }) {
  const { step, isRunning, play, pause, next } = controls;
  const first = useRef<HTMLButtonElement>(null);
  const playOrPause = (): void => {
    if (step === null) bringToTop(first.current);
    if (isRunning) pause();
    else play();
  };
  const playKeys = useShortcut(SHORTCUTS.play, playOrPause);
  const stepKeys = useShortcut(SHORTCUTS.step, next);
  return (
    <div className={styles.controls} role="group" aria-label="Play again">
      <Button
        ref={first}
        look="small"
        title="Tells this run again in about 15 seconds"
        aria-keyshortcuts={playKeys}
        onClick={playOrPause}
      >
        {isRunning ? 'Pause' : 'Play'}
      </Button>
      <Button look="small" aria-keyshortcuts={stepKeys} onClick={next}>
        One step
      </Button>
      {step !== null && (
        <Suspense>
          <WhilePlayed {...{ controls, first }} />
        </Suspense>
      )}
    </div>
  );
}

/** What is played stands under its buttons. */
function bringToTop(button: HTMLElement | null): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  button?.scrollIntoView({ behavior: isStill ? 'auto' : 'smooth' });
}
