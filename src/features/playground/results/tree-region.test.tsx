// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { makeArm, plantArm } from '../../../core/index.ts';
import { fakePlan } from '../../../core/testing/fake-run.ts';
import { type Layout, TreeRegion } from './tree-region.tsx';

afterEach(cleanup);

function open(): void {
  const arm = makeArm('prs', 4, [2, 2]);
  const arms = [plantArm(arm, 42)];
  const plan = fakePlan([arm]);
  function Shown() {
    const [layout, onLayout] = useState<Layout>('reward');
    return (
      <TreeRegion
        {...{ arms, drawn: arms, plan, usual: null, layout, onLayout }}
        selected={null}
        onSelect={() => undefined}
      />
    );
  }
  render(<Shown />);
}

function layoutButton(name: string): HTMLElement {
  return within(screen.getByRole('group', { name: 'Layout' })).getByRole('button', { name });
}

describe('the two layouts', () => {
  it('starts by reward, and shows the trees when “Order” is pressed', async () => {
    open();
    expect(screen.getByText('reward, better →')).toBeTruthy();
    fireEvent.click(layoutButton('Order'));
    expect(await screen.findByRole('group', { name: 'Zoom' })).toBeTruthy();
    expect(screen.queryByText('reward, better →')).toBeNull();
  });

  it('changes by L from a node, and leads the focus to the switch', async () => {
    open();
    const tree = screen.getByRole('group', { name: 'Sampling tree of PRS 2/2' });
    const node = within(tree).getByRole('button', { name: /^Draft 1/ });
    node.focus();
    fireEvent.keyDown(node, { key: 'l' });
    expect(document.activeElement).toBe(layoutButton('Order'));
    expect(layoutButton('Order').getAttribute('aria-pressed')).toBe('true');
    expect(await screen.findByRole('group', { name: 'Zoom' })).toBeTruthy();
  });

  it('tells L where it leads: at the layout that is not shown', () => {
    open();
    const told = () =>
      ['Reward', 'Order'].map((name) => layoutButton(name).getAttribute('aria-keyshortcuts'));
    expect(told()).toEqual([null, 'L']);
    fireEvent.click(layoutButton('Order'));
    expect(told()).toEqual(['L', null]);
  });

  it('leaves L to what else has the focus', () => {
    open();
    const field = document.body.appendChild(document.createElement('input'));
    fireEvent.keyDown(field, { key: 'l' });
    field.remove();
    expect(layoutButton('Reward').getAttribute('aria-pressed')).toBe('true');
  });
});
