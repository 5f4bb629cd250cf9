// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { SamplingTree } from '../../../../core/index.ts';
import type { NamedScoring } from '../../../../runs/index.ts';
import { AgainstView } from './scorer-agreement-view.tsx';
import { BestOfKView, WHOLE_RUN } from './best-of-k-view.tsx';
import { BothWaysView } from './with-and-without-preference-view.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { opener } from './winners-by-scorer.tsx';
import { LengthView } from './reward-against-length-view.tsx';
import { pairScores } from './pair-of-scorings.ts';
import { comparedRun, namedScoring } from './testing/compared-run.ts';

afterEach(cleanup);

const nothing = (): void => undefined;
const TEXTS = ['one', 'two words', 'now three words', 'ten', 'and here are four', 'two more'];

/** Two arms of three responses; the scorers part in the first, one of them failed on the last response. */
async function compared(): Promise<{
  tree: SamplingTree;
  first: NamedScoring;
  second: NamedScoring;
}> {
  const tree = await comparedRun(TEXTS, ['prand', 'rand']);
  const first = namedScoring(tree, 'Rubric', [1, 2, 3, 1, 4, 2]);
  const second = namedScoring(tree, 'Judge <b>', [3, 2, 1, 1, 5, null]);
  return { tree, first, second };
}

/** What is read out of everything drawn: charts by their labels too. */
const labels = (): readonly string[] =>
  [...document.querySelectorAll('[aria-label]')].map(
    (labelled) => labelled.getAttribute('aria-label') ?? '',
  );

/** The texts of a table's cells, row by row. */
function rows(table: string): readonly (readonly string[])[] {
  return within(screen.getByRole('group', { name: table }))
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent.trim()));
}

describe('ComparePanel', () => {
  it('offers two scorers and four views, each one click away', async () => {
    const { tree, first, second } = await compared();
    render(
      <ComparePanel tree={tree} scorings={[first, second]} firstId="Rubric" onSelect={nothing} />,
    );
    const chosen = (label: string): string =>
      screen.getByLabelText<HTMLSelectElement>(label).selectedOptions[0]?.textContent ?? '';
    expect(chosen('First scorer')).toBe('Rubric');
    expect(chosen('Second scorer')).toBe('Judge <b>');
    const views = screen.getByRole('tablist', { name: 'Views of two scorers' });
    const tabs = within(views).getAllByRole('tab');
    expect(tabs.map(({ textContent }) => textContent)).toEqual([
      'Against each other',
      'Best of k',
      'Reward and length',
      'With z and without',
    ]);
    for (const tab of tabs) {
      fireEvent.click(tab);
      expect(tab.getAttribute('aria-selected')).toBe('true');
      expect(screen.getByRole('tabpanel', { name: tab.textContent })).toBeDefined();
    }
  });

  it('says what is missing where there is one scorer only', async () => {
    const { tree, first } = await compared();
    render(<ComparePanel tree={tree} scorings={[first]} firstId="Rubric" onSelect={nothing} />);
    expect(screen.getByText(/There is one scorer only\./)).toBeDefined();
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});

describe('AgainstView', () => {
  it('marks both winners, gives the correlation and tells the unscored', async () => {
    const { container } = render(<AgainstView {...await compared()} onSelect={nothing} />);
    expect(labels()).toContain('Draft 3, PRand 3, Rubric 3.00, Judge <b> 1.00, winner by Rubric');
    expect(labels()).toContain('Draft 2, Rand 3, Rubric 4.00, Judge <b> 5.00, winner by both');
    expect(container.textContent).toContain('Rank correlation (Spearman) ');
    expect(container.textContent).toContain('n = 5 responses');
    expect(container.textContent).toContain('Left out: 1 of 6 responses.');
    const winners = rows('Table of winners').find(([arm]) => arm === 'PRand 3');
    expect(winners).toEqual(['PRand 3', 'Draft 3 3.00', 'Draft 1 3.00', 'no']);
    expect(container.querySelector('b')).toBeNull();
  });

  it('is a sentence where fewer than two are scored by both', async () => {
    const { tree, first } = await compared();
    const second = namedScoring(tree, 'Judge', [1]);
    const { container } = render(<AgainstView {...{ tree, first, second }} onSelect={nothing} />);
    expect(container.textContent).toContain('Fewer than two responses have a reward by both');
    expect(container.querySelector('svg')).toBeNull();
  });
});

describe('BestOfKView', () => {
  it('reads the chosen pool and says where the second turns down', async () => {
    const view = await compared();
    const draw = (poolId: string): string => {
      cleanup();
      return render(<BestOfKView {...view} poolId={poolId} onPool={nothing} onSwap={nothing} />)
        .container.textContent;
    };
    expect(draw('prand')).toContain('over-optimisation of Rubric, as Judge <b> sees it');
    const pool = screen.getByRole<HTMLSelectElement>('combobox');
    expect([pool.value, pool.selectedOptions[0]?.textContent]).toEqual(['prand', 'PRand 3']);
    expect(draw('rand')).toContain('The curve does not turn');
    for (const id of [WHOLE_RUN, 'gone']) {
      draw(id);
      expect(labels().some((label) => label.startsWith('Best of 5: Rubric 4.00'))).toBe(true);
    }
  });

  it('swaps the scorers at a click', async () => {
    const swapped: string[] = [];
    render(
      <BestOfKView
        {...await compared()}
        poolId="rand"
        onPool={nothing}
        onSwap={() => swapped.push('once')}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Swap the scorers' }));
    expect(swapped).toEqual(['once']);
  });

  it('is a sentence where the pool has no choice', async () => {
    const { tree, first } = await compared();
    const { container } = render(
      <BestOfKView
        {...{ tree, first }}
        second={namedScoring(tree, 'Judge', [1])}
        poolId={WHOLE_RUN}
        onPool={nothing}
        onSwap={nothing}
      />,
    );
    expect(container.textContent).toContain('Fewer than two responses of this pool');
  });
});

describe('LengthView', () => {
  it('names the words of every point, the line and the control', async () => {
    const { tree, first } = await compared();
    const { container } = render(<LengthView {...{ tree, first }} onSelect={nothing} />);
    expect(labels()).toContain(
      'Draft 2, Rand 3, Length in words 4, Rubric 4.00, winner by Rubric and chosen by Pick-longest',
    );
    expect(container.textContent).toContain('Slope +1 reward per word, correlation 1.00');
    expect(container.textContent).toContain('Words are what white space parts.');
    expect(container.textContent).toContain(
      'Pick-longest chooses the winner by Rubric in 2 of 2 arms.',
    );
  });
});

describe('BothWaysView', () => {
  it('lists every response with both rewards and their difference', async () => {
    const tree = await comparedRun(['a', 'b', 'c']);
    const first = namedScoring(tree, 'Judge', [
      { with: 1, without: 3 },
      { with: 2.5, without: 1 },
      null,
    ]);
    const { container } = render(<BothWaysView {...{ tree, first }} onSelect={nothing} />);
    expect(rowOf('Draft 2')).toEqual(['2.50', '1.00', '+1.50']);
    expect(rowOf('Draft 3')).toEqual(['–', '–', '–']);
    expect(container.textContent).toContain('Winner by Judge with z');
    expect(
      labels().some((label) =>
        label.includes('Judge with z 1.00, Judge without z 3.00, winner without z'),
      ),
    ).toBe(true);
  });

  it('shows no difference of a blend, whose rewards have a scale for each way', async () => {
    const tree = await comparedRun(['a', 'b']);
    const plain = namedScoring(tree, 'Blend', [
      { with: 1, without: 3 },
      { with: 2, without: 1 },
    ]);
    const rewardModel = { ...plain.rewardModel, id: 'embedded-blend' };
    const first = { ...plain, rewardModel };
    const { container } = render(<BothWaysView {...{ tree, first }} onSelect={nothing} />);
    expect(container.textContent).toContain('the difference between the two rewards means nothing');
    expect(screen.queryByRole('columnheader', { name: 'Difference' })).toBeNull();
    expect([container.textContent, ...labels()].join('\n')).not.toMatch(/dashed line|\+1\.00/);
  });

  it('says how to get both, and still shows what there is', async () => {
    const { tree, first } = await compared();
    const { container } = render(<BothWaysView {...{ tree, first }} onSelect={nothing} />);
    expect(container.textContent).toContain('score it again with “Also the other way”');
    expect(rowOf('Draft 1').slice(0, 2)).toEqual(['1.00', '–']);
    expect(container.querySelector('svg')).toBeNull();
  });

  /** What the table says after the first response of that name: with z, without, and their difference. */
  function rowOf(name: string): readonly string[] {
    return (
      rows('Rewards with z and without')
        .find((cells) => cells[1] === name)
        ?.slice(2) ?? []
    );
  }
});

describe('a point of a chart', () => {
  it('opens the response that it stands for', async () => {
    const { tree, first, second } = await compared();
    const opened: unknown[] = [];
    const open = opener(pairScores(tree, first, second), (node) => {
      opened.push(node);
    });
    open('rand/draft-2');
    open('rand/draft-9');
    expect(opened).toEqual([{ armId: 'rand', nodeId: 'draft-2' }]);
  });
});
