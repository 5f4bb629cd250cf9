// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createAddressBar } from './address-bar.ts';

const words = (node: string): ReadonlyMap<string, string> => new Map([['node', node]]);

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '#/');
  return () => {
    vi.useRealTimers();
  };
});

describe('the address bar', () => {
  it('gives what is opened an entry of its own, and changes it from then on', () => {
    const bar = createAddressBar(window);
    const before = history.length;
    bar.write({ path: '/', words: words('prs/draft-1') }, 'opened');
    bar.write({ path: '/', words: words('prs/draft-2') }, 'same');
    vi.runOnlyPendingTimers();
    expect(location.hash).toBe('#/?node=prs/draft-2');
    bar.write({ path: '/', words: words('prs/draft-3') }, 'same');
    vi.runOnlyPendingTimers();
    expect(history.length).toBe(before + 1);
    expect(history.state).toBe('opened');
  });

  it('goes on to be opened where a step is made before it is written', () => {
    const bar = createAddressBar(window);
    const before = history.length;
    bar.write({ path: '/', words: words('prs/draft-1') }, 'opened');
    bar.write({ path: '/', words: words('prs/draft-2') }, 'step');
    vi.runOnlyPendingTimers();
    expect(location.hash).toBe('#/?node=prs/draft-2');
    expect(history.length).toBe(before + 1);
    expect(history.state).toBe('opened');
  });

  it('opens nothing on a page that is gone to before it was written', () => {
    const bar = createAddressBar(window);
    bar.write({ path: '/', words: words('prs/draft-1') }, 'opened');
    history.replaceState(null, '', '#/run/a');
    const before = history.length;
    bar.write({ path: '/run/a', words: words('prs/draft-2') }, 'same');
    vi.runOnlyPendingTimers();
    expect(location.hash).toBe('#/run/a?node=prs/draft-2');
    expect(history.length).toBe(before);
    expect(history.state).toBeNull();
  });

  it('gives a step an entry that Back leads out of, with all that follow it within a second', () => {
    const bar = createAddressBar(window);
    const before = history.length;
    const step = (node: string): void => {
      bar.write({ path: '/', words: words(node) }, 'step');
      vi.advanceTimersByTime(300);
    };
    for (const node of ['prs/draft-1', 'prs/draft-2', 'prs/draft-3']) step(node);
    expect(history.length).toBe(before + 1);
    expect(location.hash).toBe('#/?node=prs/draft-3');
    expect(history.state).toBeNull();
    vi.advanceTimersByTime(1000);
    step('prs/draft-4');
    expect(history.length).toBe(before + 2);
  });
});
