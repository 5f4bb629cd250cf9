// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ownScoring, type SamplingTree, type Vote } from '../../../../core/index.ts';
import type { NamedScoring } from '../../../../runs/index.ts';
import { candidatesOf, nextPair } from './next-vote-candidates.ts';
import { PairBallot } from './pair-ballot.tsx';
import { RankingBallot } from './ranking-ballot.tsx';
import { runWith, vote } from './testing/example-votes.ts';
import { Question, VotePanel } from './vote-panel.tsx';

afterEach(cleanup);

const HOSTILE = '<img src=x onerror=alert(1)>\n  kept';
const ignore = (): void => undefined;

/** Draws the panel, and tells what it says. */
function panel(tree: SamplingTree, votes: readonly Vote[] = []): string {
  cleanup();
  const voted = { ...tree, votes };
  const own: NamedScoring = {
    ...ownScoring(tree),
    name: 'Length, as sampled',
    atOnce: false,
  };
  return render(<VotePanel tree={voted} scorings={[own]} onVote={ignore} onSelect={ignore} />)
    .container.textContent;
}

const disabled = (): readonly Element[] => [...document.querySelectorAll(':disabled')];

describe('the ballots', () => {
  it('show two texts and their sides, and nothing of where they come from', async () => {
    const candidates = candidatesOf(await runWith(['Short.', HOSTILE]));
    const pair = nextPair({ candidates, met: [], voter: '', runSeed: 42 });
    if (pair === null) throw new Error('no pair');
    const answers: unknown[] = [];
    const { container } = render(
      <PairBallot pair={pair} onAnswer={(each) => answers.push(each)} />,
    );
    expect(container.textContent).toContain('Comparison 1 of 1');
    const labels = ['Left is better', 'Equal', 'Right is better', 'Skip'];
    for (const label of labels) {
      const button = screen.getByRole('button', { name: label });
      expect(button.querySelector('kbd')).not.toBeNull();
      fireEvent.click(button);
    }
    expect(new Set(answers).size).toBe(labels.length);
    const texts = ['Left', 'Right'].map((side) => screen.getByLabelText(side).textContent);
    expect(texts.join('\n')).toContain(HOSTILE);
    expect(container.innerHTML).not.toMatch(/<img|draft|prand|reward|strength/i);
  });

  it('show cards to be ranked under letters, moved by clicks and by arrow keys', async () => {
    const cards = candidatesOf(await runWith(['One.', HOSTILE, 'Three.'])).map(
      (candidate, place) => ({ candidate, letter: 'ABC'.charAt(place) }),
    );
    const moves: string[] = [];
    const { container } = render(
      <RankingBallot
        cards={cards}
        onMove={({ letter }, places) => moves.push(`${letter} by ${String(places)}`)}
        onKeep={ignore}
        onSkip={ignore}
      />,
    );
    const button = (name: string): HTMLElement => screen.getByLabelText(name);
    expect(screen.getByLabelText('Response B').textContent).toContain(HOSTILE);
    expect(button('Better: move A up').getAttribute('aria-disabled')).toBe('true');
    expect(button('Worse: move C down').getAttribute('aria-disabled')).toBe('true');
    expect(button('Better: move B up').getAttribute('aria-disabled')).toBe('false');
    expect(container.innerHTML).not.toMatch(/<img|draft|prand|reward|strength/i);
    fireEvent.click(button('Better: move B up'));
    fireEvent.keyDown(button('Better: move B up'), { key: 'ArrowDown' });
    expect(moves).toEqual(['B by -1', 'B by 1']);
  });

  it('tell what was asked, without an empty preference', () => {
    const { container } = render(<Question prompt="Why?" preference="<b>Brief</b>" />);
    expect(container.textContent).toContain('<b>Brief</b>');
    expect(container.querySelector('b')).toBeNull();
    cleanup();
    render(<Question prompt="Why?" preference="" />);
    expect(screen.queryByText(/Preference/)).toBeNull();
  });
});

describe('VotePanel', () => {
  it('shows no result before the first vote', async () => {
    panel(await runWith(['a', 'b', 'c']));
    expect(screen.getByRole('button', { name: 'Vote blind' })).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
    expect(disabled()).toHaveLength(0);
  });

  it('says what is missing where there is nothing to compare', async () => {
    const said = panel(await runWith(['Same.', 'Same.']));
    expect(disabled()).toHaveLength(2);
    expect(said).toContain('two finished responses with different words');
  });

  it('lists what the votes say, best first, with figures that need no picture', async () => {
    const said = panel(await runWith(['a', 'bb', 'ccc', 'a']), [vote(2, 1), vote(1, 3)]);
    const order = screen
      .getAllByRole('button', { name: /^Open Draft \d of PRand 4$/ })
      .map((button) => button.getAttribute('aria-label'));
    expect(order).toEqual([2, 1, 3].map((draft) => `Open Draft ${String(draft)} of PRand 4`));
    expect(said).toContain('same words: Draft 4 of PRand 4');
    expect(said).toContain('1 won, 0 equal, 1 lost');
    expect(screen.getByLabelText(/^Strength 0\.00, 95 % interval −\d/)).toBeDefined();
    expect(said).toContain('Nobody is ahead yet: the intervals overlap.');
  });

  it('says who is ahead once the intervals part', async () => {
    const votes = Array.from({ length: 30 }, (_, each) =>
      each % 6 === 0 ? vote(1, 2) : vote(2, 1),
    );
    const said = panel(await runWith(['a', 'bb']), votes);
    expect(said).toContain('Draft 2 of PRand 2 is ahead: its interval lies above every other.');
  });

  it('holds the votes against each other scoring', async () => {
    const votes = [vote(3, 2), vote(2, 1)];
    const said = panel(await runWith(['a', 'bb', 'ccc']), votes);
    const head = screen.getByRole('rowheader', { name: 'Length, as sampled' });
    const cells = [...(head.parentElement?.children ?? [])].map(({ textContent }) => textContent);
    expect(cells).toEqual(['Length, as sampled', '1.00', '1.00 (3 of 3)', '3']);
    expect(said).toContain('too few to say');
  });

  it('offers one voter’s votes where several voted', async () => {
    const tree = await runWith(['a', 'bb']);
    panel(tree, [vote(1, 2, 'first', 'Ann <b>'), vote(2, 1), vote(1, 2)]);
    const voters = within(screen.getByLabelText('Whose votes')).getAllByRole('option');
    const names = voters.map(({ textContent }) => textContent);
    expect(names).toEqual(expect.arrayContaining(['Ann <b> (1)', 'No name (2)']));
    expect(panel(tree, [vote(1, 2)])).not.toContain('Whose votes');
  });
});
