import { useRef } from 'react';
import { Button, Note, useShortcut } from '../../../ui/index.ts';
import { SHORTCUTS } from '../shortcut-table.ts';
import { type PlaybackControls, type Speed, SPEEDS } from './use-playback.ts';
import styles from './play.module.css';

/** Plays what is on screen from its plan to its winner; the same button pauses it, so that the focus stays. */
export function PlayControls({ controls }: { readonly controls: PlaybackControls }) {
  const { step, steps, isRunning, play, pause, next, end } = controls;
  const first = useRef<HTMLButtonElement>(null);
  const playKeys = useShortcut(SHORTCUTS.play, isRunning ? pause : play);
  const stepKeys = useShortcut(SHORTCUTS.step, next);
  return (
    <div className={styles.controls} role="group" aria-label="Play again">
      <Button
        ref={first}
        look="small"
        title="Tells this run again, step by step, in about 15 seconds"
        aria-keyshortcuts={playKeys}
        onClick={isRunning ? pause : play}
      >
        {isRunning ? 'Pause' : 'Play'}
      </Button>
      <Button look="small" aria-keyshortcuts={stepKeys} onClick={next}>
        One step
      </Button>
      {step !== null && (
        <>
          <SpeedField {...controls} />
          <Button
            look="small"
            onClick={() => {
              // This button goes with what is played.
              first.current?.focus();
              end();
            }}
          >
            Show the end
          </Button>
          <Note>
            {step + 1} of {steps}
          </Note>
        </>
      )}
    </div>
  );
}

function SpeedField({ speed, setSpeed }: PlaybackControls) {
  return (
    <select
      className={styles.speed}
      aria-label="Speed"
      title="Speed"
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
