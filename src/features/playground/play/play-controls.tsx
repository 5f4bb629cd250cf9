import { type RefObject, useRef } from 'react';
import { Button, Note, useShortcut } from '../../../ui/index.ts';
import { SHORTCUTS } from '../shortcut-table.ts';
import { type PlaybackControls, type Speed, SPEEDS } from './use-playback.ts';
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
      {step !== null && <WhilePlayed {...{ controls, first }} />}
    </div>
  );
}

interface WhilePlayedProps {
  readonly controls: PlaybackControls;
  /** The button that stays. */
  readonly first: RefObject<HTMLButtonElement | null>;
}

/** What can be done while it is told again, and how far it has got. */
function WhilePlayed({ controls, first }: WhilePlayedProps) {
  const { step, steps, end } = controls;
  return (
    <>
      <SpeedField {...controls} />
      <Button
        look="small"
        title="Shows the end"
        onClick={() => {
          // This button goes with what is played.
          first.current?.focus();
          end();
        }}
      >
        End
      </Button>
      <Note>
        {(step ?? 0) + 1} of {steps}
      </Note>
    </>
  );
}

/** What is played stands under its buttons. */
function bringToTop(button: HTMLElement | null): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  button?.scrollIntoView({ behavior: isStill ? 'auto' : 'smooth' });
}

function SpeedField({ speed, setSpeed }: PlaybackControls) {
  return (
    <select
      className={styles.speed}
      aria-label="Speed"
      value={speed}
      onChange={(event) => {
        setSpeed(speedOf(event.target.value));
      }}
    >
      {SPEEDS.map((each) => (
        <option key={each} value={each}>
          {each}×
        </option>
      ))}
    </select>
  );
}

function speedOf(value: string): Speed {
  return SPEEDS.find((each) => String(each) === value) ?? 1;
}
