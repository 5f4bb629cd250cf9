// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
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

function panel(tree: SamplingTree, votes: readonly Vote[] = []): string {
  const voted = { ...tree, votes };
  const own: NamedScoring = {
    ...ownScoring(tree),
    name: 'Length, as sampled',
    atOnce: false,
  };
  return renderToStaticMarkup(
    <VotePanel tree={voted} scorings={[own]} onVote={ignore} onSelect={ignore} />,
  );
}

describe('the ballots', () => {
  it('show two texts and their sides, and nothing of where they come from', async () => {
    const candidates = candidatesOf(await runWith(['Short.', HOSTILE]));
    const pair = nextPair({ candidates, met: [], voter: '', runSeed: 42 });
    if (pair === null) throw new Error('no pair');
    const markup = renderToStaticMarkup(<PairBallot pair={pair} onAnswer={ignore} />);
    expect(markup).toContain('Comparison 1 of 1');
    for (const label of ['Left is better', 'Equal', 'Right is better', 'Skip']) {
      expect(markup).toContain(`>${label} <kbd`);
    }
    expect(markup).toContain('aria-label="Left"');
    expect(markup).toContain('&lt;img src=x onerror=alert(1)&gt;\n  kept');
    expect(markup).not.toMatch(/<img|draft|prand|reward|strength/i);
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
    const both = renderToStaticMarkup(<Question prompt="Why?" preference="<b>Brief</b>" />);
    expect(both).toContain('&lt;b&gt;Brief&lt;/b&gt;');
    expect(renderToStaticMarkup(<Question prompt="Why?" preference="" />)).not.toContain(
      'Preference',
    );
  });
});

describe('VotePanel', () => {
  it('shows no result before the first vote', async () => {
    const markup = panel(await runWith(['a', 'b', 'c']));
    expect(markup).toContain('>Vote blind</button>');
    expect(markup).not.toContain('<table');
    expect(markup).not.toContain('disabled=""');
  });

  it('says what is missing where there is nothing to compare', async () => {
    const markup = panel(await runWith(['Same.', 'Same.']));
    expect(markup.match(/disabled=""/g)).toHaveLength(2);
    expect(markup).toContain('two finished responses with different words');
  });

  it('lists what the votes say, best first, with figures that need no picture', async () => {
    const markup = panel(await runWith(['a', 'bb', 'ccc', 'a']), [vote(2, 1), vote(1, 3)]);
    const order = [...markup.matchAll(/aria-label="Open (Draft \d) of PRand 4"/g)].map(
      ([, name]) => name,
    );
    expect(order).toEqual(['Draft 2', 'Draft 1', 'Draft 3']);
    expect(markup).toContain('same words: Draft 4 of PRand 4');
    expect(markup).toContain('1 won, 0 equal, 1 lost');
    expect(markup).toMatch(/aria-label="Strength 0\.00, 95 % interval −\d/);
    expect(markup).toContain('Nobody is ahead yet: the intervals overlap.');
  });

  it('says who is ahead once the intervals part', async () => {
    const votes = Array.from({ length: 30 }, (_, each) =>
      each % 6 === 0 ? vote(1, 2) : vote(2, 1),
    );
    const markup = panel(await runWith(['a', 'bb']), votes);
    expect(markup).toContain('Draft 2 of PRand 2 is ahead: its interval lies above every other.');
  });

  it('holds the votes against each other scoring', async () => {
    const votes = [vote(3, 2), vote(2, 1)];
    const markup = panel(await runWith(['a', 'bb', 'ccc']), votes);
    expect(markup).toMatch(
      /Length, as sampled<\/th><td>1\.00<\/td><td>1\.00 \(3 of 3\)<\/td><td>3</,
    );
    expect(markup).toContain('too few to say');
  });

  it('offers one voter’s votes where several voted', async () => {
    const tree = await runWith(['a', 'bb']);
    const markup = panel(tree, [vote(1, 2, 'first', 'Ann <b>'), vote(2, 1), vote(1, 2)]);
    expect(markup).toContain('Whose votes');
    expect(markup).toContain('>Ann &lt;b&gt; (1)</option>');
    expect(markup).toContain('>No name (2)</option>');
    expect(panel(tree, [vote(1, 2)])).not.toContain('Whose votes');
  });
});
