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
    bar.write({ path: '/', words: words('prs/draft-1') }, true);
    bar.write({ path: '/', words: words('prs/draft-2') }, false);
    vi.runOnlyPendingTimers();
    expect(location.hash).toBe('#/?node=prs/draft-2');
    bar.write({ path: '/', words: words('prs/draft-3') }, false);
    vi.runOnlyPendingTimers();
    expect(history.length).toBe(before + 1);
    expect(history.state).toBe('opened');
  });

  it('opens nothing on a page that is gone to before it was written', () => {
    const bar = createAddressBar(window);
    bar.write({ path: '/', words: words('prs/draft-1') }, true);
    history.replaceState(null, '', '#/run/a');
    const before = history.length;
    bar.write({ path: '/run/a', words: words('prs/draft-2') }, false);
    vi.runOnlyPendingTimers();
    expect(location.hash).toBe('#/run/a?node=prs/draft-2');
    expect(history.length).toBe(before);
    expect(history.state).toBeNull();
  });
});
