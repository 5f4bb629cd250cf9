// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Split } from '../../../core/index.ts';
import type { SplitsOfRun } from '../../../runs/index.ts';
import { SplitPanel } from './split-panel.tsx';

afterEach(cleanup);

const SPLITS: SplitsOfRun = {
  ...{ kind: 'prs', budget: 2, shown: [1, 1], secondsForText: 2 },
  lack: { texts: 4, isWhole: true },
  references: [{ label: 'Rand 2', reward: 0.5 }],
  splits: [
    { drafts: 0, missing: 4, winner: null },
    { drafts: 1, missing: 0, winner: { name: 'Refinement 1', reward: 1.84 } },
    { drafts: 2, missing: 0, winner: { name: 'Draft 2', reward: 1 } },
  ],
};

function open(
  changes: Partial<SplitsOfRun> = {},
  missing = 0,
  busy = false,
  isTold = false,
  isRecorded = false,
  upTo = '',
) {
  const told: unknown[] = [];
  const tell = (what: string) => () => told.push(what);
  render(
    <SplitPanel
      splits={{ ...SPLITS, ...changes }}
      {...{ missing, upTo, busy, isTold, canSample: !busy && !isRecorded, canPlay: true }}
      named={[{ name: 'Half and half', summary: '', split: [1, 1] }]}
      onDrafts={(drafts) => told.push(drafts)}
      onPlay={(split: Split) => told.push(split)}
      onSampleMissing={tell('missing')}
      onRun={isRecorded ? tell('run') : null}
      onSampleEvery={tell('every')}
      onStop={tell('stop')}
    />,
  );
  return told;
}

const slider = () => within(screen.getByRole('group', { name: 'Split' })).getByRole('slider');

describe('SplitPanel', () => {
  it('says at the divider what the split gives, and tells where it is moved', () => {
    const told = open();
    expect(slider().getAttribute('aria-valuetext')).toBe('PRS 1/1: 1.84, Refinement 1 wins');
    fireEvent.change(slider(), { target: { value: '2' } });
    expect(told).toEqual([2]);
  });

  it('names what the dashed line is above the plot, where no curve passes', () => {
    open();
    expect(screen.getByText('dashed: Rand 2: 0.50').getAttribute('y')).toBe('10');
  });

  it('plays the split that is pressed in the chart, or by its name', () => {
    const told = open({ shown: [2, 0] });
    fireEvent.click(screen.getByRole('button', { name: 'PRS 0/2: 4 texts not sampled' }));
    fireEvent.click(screen.getByRole('button', { name: 'Half and half' }));
    expect(told).toEqual([
      [0, 2],
      [1, 1],
    ]);
  });

  it('samples what is missing or every split, and leads the focus to the divider', () => {
    const told = open({ shown: [0, 2] }, 4);
    for (const name of ['Sample what is missing (4 texts)', 'Sample every split (4 texts)']) {
      const button = screen.getByRole('button', { name });
      button.focus();
      fireEvent.click(button);
      expect(document.activeElement).toBe(slider());
    }
    expect(told).toEqual(['missing', 'every']);
    expect(
      screen.getByText(/2 of 3 splits .* What is missing here takes about 8.0 s/),
    ).toBeTruthy();
  });

  it('says that it can be more while not all drafts are there, and that nothing lacks in the end', () => {
    open({ lack: { texts: 4, isWhole: false } });
    expect(
      screen.getByRole('button', { name: 'Sample every split (at least 4 texts)' }),
    ).toBeTruthy();
    cleanup();
    open({ lack: { texts: 0, isWhole: true } });
    expect(screen.queryByRole('button', { name: /^Sample/ })).toBeNull();
  });

  it('can be stopped while it samples', () => {
    const told = open({}, 0, true);
    fireEvent.click(screen.getByRole('button', { name: 'Stop sampling' }));
    expect(told).toEqual(['stop']);
    expect(screen.queryByRole('button', { name: /^Sample/ })).toBeNull();
  });

  it('says what a recorded run lacks of a split, and runs that split', () => {
    const told = open({ shown: [1, 1, 1] }, 2, false, false, true);
    expect(
      screen.getByText(
        /1\/1\/1, which is shown, is none of them and lacks 2 texts: .* press a dot/,
      ),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Sample/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Run this split' }));
    expect(told).toEqual(['run']);
    cleanup();
    open({}, 0, false, false, true);
    expect(screen.queryByRole('button', { name: 'Run this split' })).toBeNull();
  });

  it('has all that is drawn in a table', () => {
    open();
    fireEvent.click(screen.getByText('As a table'));
    const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows).toEqual([
      ['0/2', '–', '–', '4'],
      ['1/1', '1.84', 'Refinement 1', '0'],
      ['2/0', '1.00', 'Draft 2', '0'],
    ]);
  });

  it('keeps to itself what the splits come to while the run is told again', () => {
    open({}, 0, false, true);
    expect(slider().getAttribute('aria-valuetext')).toBe('PRS 1/1');
    expect(screen.queryByRole('button', { name: /1\.84/ })).toBeNull();
    expect(screen.queryByText(/Rand 2/)).toBeNull();
    expect(screen.queryByText(/are sampled/)).toBeNull();
    expect(screen.getByText(/come at the end/)).toBeTruthy();
  });
});
