import { useEffect, useMemo, useState } from 'react';
import { type ArmTree, type Frame, tellAgain } from '../../../core/index.ts';

/** Milliseconds that a whole run takes at speed 1, however many steps it has. */
const WHOLE = 15_000;

export const SPEEDS = [0.5, 1, 2] as const;
export type Speed = (typeof SPEEDS)[number];

export interface Playback {
  /** Null where none of the arms on screen is finished: there is nothing to be told again. */
  readonly controls: PlaybackControls | null;
  /** The arms as they stood at the step that is played; as they are where none is. */
  readonly arms: readonly ArmTree[];
  /** As they are, whatever of them is told again. */
  readonly ended: readonly ArmTree[];
}

export interface PlaybackControls {
  /** Null while nothing is played. */
  readonly step: number | null;
  readonly steps: number;
  readonly isRunning: boolean;
  readonly speed: Speed;
  readonly play: () => void;
  readonly pause: () => void;
  readonly next: () => void;
  /** Shows the end: the arms as they are. */
  readonly end: () => void;
  readonly setSpeed: (speed: Speed) => void;
}

interface Played {
  readonly of: readonly ArmTree[];
  readonly step: number;
  readonly isRunning: boolean;
}

/** Tells the finished arms on screen again, step by step, beside those that are not. Other arms, as another split brings, end it. */
export function usePlayback(arms: readonly ArmTree[]): Playback {
  const [played, setPlayed] = useState<Played | null>(null);
  const [speed, setSpeed] = useState<Speed>(1);
  const now = played !== null && areSameArms(played.of, arms) ? played : null;
  const frames = useFrames(now?.of ?? null);
  const last = frames.length - 1;
  const goTo = (step: number, isRunning: boolean): void => {
    setPlayed(step >= last && frames.length > 0 ? null : { of: now?.of ?? arms, step, isRunning });
  };
  useTicks(now?.isRunning === true, WHOLE / Math.max(1, last) / speed, () => {
    if (now !== null) goTo(now.step + 1, true);
  });
  if (!arms.some(isFinished)) return { arms, ended: arms, controls: null };
  return {
    arms: now === null ? arms : (frames[now.step] ?? arms),
    ended: arms,
    controls: {
      ...{ step: now?.step ?? null, steps: last, isRunning: now?.isRunning === true },
      ...{ speed, setSpeed },
      play: () => {
        goTo(now?.step ?? 0, true);
      },
      pause: () => {
        if (now !== null) goTo(now.step, false);
      },
      next: () => {
        goTo(now === null ? 0 : now.step + 1, false);
      },
      end: () => {
        setPlayed(null);
      },
    },
  };
}

function useFrames(of: readonly ArmTree[] | null): readonly Frame[] {
  return useMemo(() => {
    if (of === null) return [];
    const places = of.flatMap((arm, place) => (isFinished(arm) ? [place] : []));
    const told = tellAgain(of.filter(isFinished));
    return told.map((frame) => of.map((arm, place) => frame[places.indexOf(place)] ?? arm));
  }, [of]);
}

function isFinished({ status }: ArmTree): boolean {
  return status === 'finished';
}

function areSameArms(one: readonly ArmTree[], other: readonly ArmTree[]): boolean {
  return one.length === other.length && one.every((arm, place) => arm === other[place]);
}

/** Calls again and again while it is running; set anew with each drawing, so that a step is never told by an old one. */
function useTicks(isRunning: boolean, milliseconds: number, tick: () => void): void {
  useEffect(() => {
    if (!isRunning) return;
    const timer = setTimeout(tick, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  });
}
