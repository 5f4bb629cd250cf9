import { type RefObject, useEffect, useRef } from 'react';
import { Button, Note } from '../../../ui/index.ts';
import { followLanes, type LaneFollower } from './follow-lane.ts';
import { type PlaybackControls, type Speed, SPEEDS } from './use-playback.ts';
import styles from './play.module.css';

export interface WhilePlayedProps {
  readonly controls: PlaybackControls;
  /** The button that stays. */
  readonly first: RefObject<HTMLButtonElement | null>;
}

/** What can be done while it is told again, and how far it has got. */
export function WhilePlayed({ controls, first }: WhilePlayedProps) {
  const { step, steps, end } = controls;
  useFollowedLane(first, controls);
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

/** While it runs what is being written stays in view. Whoever goes step by step has their button under the pointer: nothing moves. */
function useFollowedLane(
  button: RefObject<HTMLElement | null>,
  { step, isRunning }: PlaybackControls,
): void {
  const follower = useRef<LaneFollower | null>(null);
  useEffect(() => {
    const lanes = followLanes(button.current?.closest('main') ?? document);
    follower.current = lanes;
    return lanes.end;
  }, [button]);
  useEffect(() => {
    if (isRunning) follower.current?.follow();
  }, [step, isRunning]);
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
