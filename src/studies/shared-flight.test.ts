import { describe, expect, it } from 'vitest';
import { SharedFlight } from './shared-flight.ts';

const never = new AbortController().signal;

/** Lets all that waits go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a flight that runs share', () => {
  it('lets in as many as it has places, those of earlier runs first', async () => {
    const flight = new SharedFlight(2);
    const boarded: string[] = [];
    const leaves: (() => void)[] = [];
    const board = (rank: number, name: string): void => {
      void flight
        .open(rank, 0)
        .board(never)
        .then((leave) => {
          boarded.push(name);
          leaves.push(leave);
        });
    };
    board(1, 'one');
    board(3, 'three');
    board(4, 'four');
    board(2, 'two');
    await settle();
    expect(boarded).toEqual(['one', 'three']);
    leaves[0]?.();
    leaves[0]?.();
    await settle();
    expect(boarded).toEqual(['one', 'three', 'two']);
    expect(flight.wanted).toBe(3);
  });

  it('has no room while the runs that are open want all of it, asked or not', async () => {
    const flight = new SharedFlight(4);
    const first = flight.open(0, 3);
    await flight.room(never);
    flight.open(1, 2);
    let isRoom = false;
    void flight.room(never).then(() => (isRoom = true));
    const leave = await first.board(never);
    await settle();
    expect([flight.wanted, isRoom]).toEqual([5, false]);
    // The others of its layer are not to be drawn: it was gone on with.
    leave();
    await settle();
    expect([flight.wanted, isRoom]).toEqual([2, true]);
  });

  it('gives up a wait that is aborted, and its place in the line', async () => {
    const flight = new SharedFlight(1);
    const run = flight.open(0, 0);
    const leave = await run.board(never);
    const stop = new AbortController();
    const waiting = run.board(stop.signal);
    const room = flight.room(stop.signal);
    stop.abort(new Error('Enough.'));
    await expect(waiting).rejects.toThrow('Enough.');
    await room;
    leave();
    expect(flight.wanted).toBe(0);
    await expect(run.board(stop.signal)).rejects.toThrow('Enough.');
  });
});
