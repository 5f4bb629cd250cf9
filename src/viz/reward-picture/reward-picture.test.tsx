// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ArmTree } from '../../core/index.ts';
import type { RewardDomain } from '../layout/reward-scale.ts';
import { finished, literalArm, writing } from '../testing/literal-arms.ts';
import { RewardPicture } from './reward-picture.tsx';
import pictureStyles from './picture.module.css';
import { PictureLegend } from './picture-legend.tsx';

afterEach(cleanup);

const PRS = literalArm({
  split: [2, 2],
  rewards: { 'draft-1': 1, 'draft-2': 2 },
  progress: {
    'feedback-1': finished('Name <i>two</i> examples.'),
    'refinement-1-1': writing('Air'),
  },
  anchors: ['draft-2'],
});
const RAND = literalArm({ kind: 'rand', split: [4] });
const DOMAIN = { least: 0, most: 2 };
const ignore = (): void => undefined;

function pictureOf(arms: readonly ArmTree[] = [PRS, RAND], domain: RewardDomain | null = DOMAIN) {
  const selected = { armId: PRS.arm.id, nodeId: 'draft-2' };
  return <RewardPicture {...{ arms, domain, selected }} onSelect={ignore} />;
}

describe('RewardPicture', () => {
  it('names every node, with one tab stop for each arm', () => {
    const markup = render(pictureOf()).container.innerHTML;
    expect(markup).toContain('aria-label="Sampling tree of PRS 2/2"');
    expect(markup).toContain('aria-label="Sampling tree of Rand 4"');
    expect(markup).toContain('aria-label="Draft 2, reward 2.00, anchor"');
    expect(markup).toContain('aria-label="Refinement 1, being written"');
    expect(markup).toContain('aria-label="Refinement 2, planned"');
    expect(markup.match(/tabindex="0"/g)).toHaveLength(2);
    expect(markup).toMatch(/tabindex="0" aria-label="Draft 2[^"]*" aria-current="true"/);
  });

  it('shows the feedback’s first words, its subject and the anchor’s figure, as text whatever is in it', () => {
    const markup = render(pictureOf()).container.innerHTML;
    expect(markup).toContain('Feedback on Draft 2');
    expect(markup).toContain('Name &lt;i&gt;two&lt;/i&gt; examples.');
    expect(markup).toContain('2.00 anchor');
  });

  it('names what feedback holds the anchor against, and leads from there to the note', () => {
    const arm = literalArm({
      kind: 'tpo',
      split: [2, 2],
      rewards: { 'draft-1': 1, 'draft-2': 2 },
      progress: { 'feedback-1': finished('Keep the example.') },
      anchors: ['draft-2'],
      rejected: ['draft-1'],
    });
    const { container } = render(pictureOf([arm]));
    expect(container.innerHTML).toContain('Feedback on Draft 2 vs Draft 1');
    expect(container.innerHTML).toContain('1.00 rejected');
    expect(screen.getByRole('button', { name: 'Draft 1, reward 1.00, rejected' })).toBeTruthy();
    expect(container.querySelectorAll(`.${pictureStyles.rejected ?? 'none'}`)).toHaveLength(1);
  });

  it('has one axis for all arms, and says where it leads', () => {
    const { container } = render(pictureOf());
    expect(container.innerHTML.match(/reward, better →/g)).toHaveLength(1);
    const name = 'Axis: reward from 0.00 to 2.00, further right is better';
    expect(screen.getByRole('img', { name })).toBeTruthy();
  });

  it('tells of an axis that changes, and not of its first numbers', () => {
    const { rerender } = render(pictureOf([PRS], null));
    rerender(pictureOf([PRS], DOMAIN));
    expect(screen.getByRole('status').textContent).toBe('');
    rerender(pictureOf([PRS], { least: 0, most: 4 }));
    expect(screen.getByRole('status').textContent).toBe(
      'The reward axis now runs from 0.00 to 4.00.',
    );
  });

  it('opens a node by Enter, and walks by arrows in the order sampled', () => {
    const onSelect = vi.fn();
    render(<RewardPicture arms={[PRS]} domain={DOMAIN} selected={null} onSelect={onSelect} />);
    const first = screen.getByRole('button', { name: /^Draft 1/ });
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowRight' });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Draft 2/);
    fireEvent.keyDown(screen.getByRole('button', { name: /^Draft 2/ }), { key: 'Enter' });
    expect(onSelect).toHaveBeenCalledWith({ armId: PRS.arm.id, nodeId: 'draft-2' });
  });
});

describe('the words beside a dot', () => {
  it('open what they name, and are no second button', () => {
    const [onSelect, onOpen] = [vi.fn(), vi.fn()];
    const anchor = { armId: PRS.arm.id, nodeId: 'draft-2' };
    render(
      <RewardPicture arms={[PRS]} domain={DOMAIN} selected={null} {...{ onSelect, onOpen }} />,
    );
    fireEvent.click(screen.getByText('2.00 anchor'));
    expect(onSelect.mock.calls).toEqual([[anchor]]);
    expect(onOpen).not.toHaveBeenCalled();
    fireEvent.doubleClick(screen.getByText('2.00 anchor'));
    expect(onOpen.mock.calls).toEqual([[anchor]]);
    expect(screen.getAllByRole('button', { name: /2\.00/ })).toHaveLength(1);
  });
});

describe('the tip of a node', () => {
  const point = (name: RegExp): void => {
    const mark = screen.getByRole('button', { name }).querySelector('[data-node]');
    if (mark === null) throw new Error('There is no mark to point at.');
    fireEvent.pointerOver(mark);
  };

  it('says its name, its reward and its first words, and closes with Escape', () => {
    render(pictureOf());
    point(/^Refinement 1/);
    const tip = screen.getByRole('tooltip');
    expect(tip.textContent).toBe('Refinement 1, being writtenAir');
    expect(
      screen.getByRole('button', { name: /^Refinement 1/ }).getAttribute('aria-describedby'),
    ).toBe(tip.id);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  it('stays while the pointer is on it, and goes a moment after it is left', () => {
    vi.useFakeTimers();
    render(pictureOf());
    point(/^Refinement 1/);
    const tip = screen.getByRole('tooltip');
    fireEvent.pointerOver(screen.getByText('PRS 2/2'));
    fireEvent.pointerOver(tip);
    vi.advanceTimersByTime(1000);
    expect(screen.getByRole('tooltip')).toBe(tip);
    vi.useRealTimers();
  });
});

describe('PictureLegend', () => {
  it('is folded, and explains only what there is', async () => {
    render(<PictureLegend arms={[PRS]} domain={null} />);
    expect(screen.queryByText(/colour repeats it/)).toBeNull();
    fireEvent.click(screen.getByText('Legend'));
    expect(await screen.findByText(/colour repeats it and says nothing else/)).toBeTruthy();
    expect(screen.queryByText('failed')).toBeNull();
  });
});
