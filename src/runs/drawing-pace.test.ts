import { describe, expect, it } from 'vitest';
import { paceDrawings } from './drawing-pace.ts';

/** The pauses before drawings that take as long as told, in milliseconds. */
function pausesOf(durations: readonly number[]): number[] {
  const pauses: number[] = [];
  let time = 0;
  const schedule = paceDrawings({
    now: () => time,
    wait: (draw, milliseconds) => {
      pauses.push(milliseconds);
      time += milliseconds;
      draw();
    },
    afterDrawing: (then) => {
      then();
    },
  });
  for (const duration of durations) {
    schedule(() => {
      time += duration;
    });
  }
  return pauses;
}

describe('paceDrawings', () => {
  it('draws ten times a second where a drawing takes hardly any time', () => {
    expect(pausesOf([1, 2, 0, 3, 1])).toEqual([100, 100, 100, 100, 100]);
  });

  it('rests the longer, the longer the last drawing took', () => {
    expect(pausesOf([5, 10, 1, 1])).toEqual([100, 150, 300, 100]);
  });

  it('draws twice a second however long it takes', () => {
    expect(pausesOf([1000, 1000, 1])).toEqual([100, 500, 500]);
  });
});
