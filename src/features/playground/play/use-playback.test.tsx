// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ArmTree, rewardOf } from '../../../core/index.ts';
import { literalArm } from '../../../viz/testing/literal-arms.ts';
import { PlayControls } from './play-controls.tsx';
import { usePlayback } from './use-playback.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const finished: ArmTree = {
  ...literalArm({
    kind: 'rand',
    split: [3],
    rewards: { 'draft-1': 1, 'draft-2': 3, 'draft-3': 2 },
    winnerId: 'draft-2',
  }),
  status: 'finished',
};

function Played({ arms }: { readonly arms: readonly ArmTree[] }) {
  const { controls, arms: shown } = usePlayback(arms);
  const scored = shown.flatMap(({ nodes }) => nodes).filter((node) => rewardOf(node) !== null);
  return (
    <>
      <output>{scored.length}</output>
      {controls !== null && <PlayControls controls={controls} />}
    </>
  );
}

const scored = (): string => screen.getByRole('status').textContent;
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

const pass = (milliseconds: number): void => {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
};

it('plays a finished run from its plan to its end in 15 seconds, whatever its length', () => {
  const arms = [finished];
  render(<Played arms={arms} />);
  expect(scored()).toBe('3');
  press('Play');
  expect(scored()).toBe('0');
  const seen = new Set<string>();
  for (let seconds = 0; seconds < 14; seconds += 1) {
    pass(1000);
    seen.add(scored());
  }
  expect([...seen]).toEqual(['0', '1', '2', '3']);
  pass(5000);
  expect(screen.getByRole('button', { name: 'Play' })).toBeTruthy();
  expect(scored()).toBe('3');
});

it('pauses, goes one step, and ends where other arms are shown', () => {
  const { rerender } = render(<Played arms={[finished]} />);
  press('Play');
  press('Pause');
  pass(60_000);
  expect(scored()).toBe('0');
  press('One step');
  press('One step');
  expect(scored()).toBe('1');
  rerender(<Played arms={[{ ...finished }]} />);
  expect(scored()).toBe('3');
});

it('has nothing to play while a run is not finished', () => {
  render(<Played arms={[{ ...finished, status: 'running' }]} />);
  expect(screen.queryByRole('button')).toBeNull();
});

it('plays what is finished beside an arm that was never sampled', () => {
  const planned = literalArm({ kind: 'prand', split: [3], rewards: { 'draft-1': 1 } });
  render(<Played arms={[planned, finished]} />);
  expect(scored()).toBe('4');
  press('Play');
  expect(scored()).toBe('1');
  for (let seconds = 0; seconds < 16; seconds += 1) pass(1000);
  expect(scored()).toBe('4');
});
