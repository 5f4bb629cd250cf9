import { expect, it } from 'vitest';
import { Flight, type Seat } from './flight.ts';

const never = new AbortController().signal;

it('lets as many board as there are places, and the others in their order', async () => {
  const flight = new Flight(2);
  const boarded: number[] = [];
  const seats: Seat[] = [];
  const board = (call: number) =>
    flight.board(never).then((seat) => {
      boarded.push(call);
      seats.push(seat);
    });
  const all = [0, 1, 2, 3].map(board);
  await Promise.all(all.slice(0, 2));
  expect(boarded).toEqual([0, 1]);
  seats[1]?.leave(true);
  await all[2];
  expect(boarded).toEqual([0, 1, 2]);
  seats[0]?.leave(true);
  seats[0]?.leave(true);
  await all[3];
  expect(boarded).toEqual([0, 1, 2, 3]);
});

it('halves where the server turns one away, and grows back by one for each round that is served', async () => {
  const flight = new Flight(8);
  const first = await flight.board(never);
  first.turnedAway();
  first.turnedAway();
  first.turnedAway();
  first.turnedAway();
  expect(flight.places).toBe(1);
  first.leave(false);
  const serve = async (calls: number): Promise<void> => {
    for (let call = 0; call < calls; call += 1) (await flight.board(never)).leave(true);
  };
  await serve(1);
  expect(flight.places).toBe(2);
  await serve(2);
  expect(flight.places).toBe(3);
  await serve(3 + 4 + 5 + 6 + 7 + 100);
  expect(flight.places).toBe(8);
});

it('halves once for all that are turned away together', async () => {
  const flight = new Flight(8);
  const seats = await Promise.all(Array.from({ length: 8 }, () => flight.board(never)));
  for (const seat of seats) seat.turnedAway();
  expect(flight.places).toBe(4);
});

it('gives up the place in the line of one that leaves it', async () => {
  const flight = new Flight(1);
  const seat = await flight.board(never);
  const abort = new AbortController();
  const waiting = flight.board(abort.signal);
  const behind = flight.board(never);
  const reason = new Error('not wanted');
  abort.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  seat.leave(true);
  (await behind).leave(true);
});
