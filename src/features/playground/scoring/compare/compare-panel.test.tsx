import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { SamplingTree } from '../../../../core/index.ts';
import type { NamedScoring } from '../../../../runs/index.ts';
import { AgainstView } from './scorer-agreement-view.tsx';
import { BestOfKView, WHOLE_RUN } from './best-of-k-view.tsx';
import { BothWaysView } from './with-and-without-preference-view.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { opener } from './shared-view-parts.tsx';
import { LengthView } from './reward-against-length-view.tsx';
import { pairScores } from './pair-of-scorings.ts';
import { comparedRun, namedScoring } from './testing/compared-run.ts';

const nothing = (): void => undefined;
const TEXTS = ['one', 'two words', 'now three words', 'one', 'and here are four', 'two more'];

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

describe('ComparePanel', () => {
  it('offers two scorers and four views, each one click away', async () => {
    const { tree, first, second } = await compared();
    const markup = renderToStaticMarkup(
      <ComparePanel tree={tree} scorings={[first, second]} firstId="Rubric" onSelect={nothing} />,
    );
    expect(markup).toMatch(/<label[^>]*>First scorer<.*<option value="Rubric" selected="">/);
    expect(markup).toMatch(/<label[^>]*>Second scorer<.*<option value="Judge &lt;b&gt;" selected/);
    expect(markup).toContain('aria-label="Views of two scorers"');
    for (const tab of ['Against each other', 'Best of k', 'Reward and length'])
      expect(markup).toMatch(new RegExp(`role="tab"[^>]*>${tab}<`));
    expect(markup).toMatch(/role="tab"[^>]*>With z and without</);
  });

  it('says what is missing where there is one scorer only', async () => {
    const { tree, first } = await compared();
    const markup = renderToStaticMarkup(
      <ComparePanel tree={tree} scorings={[first]} firstId="Rubric" onSelect={nothing} />,
    );
    expect(markup).toContain('There is one scorer only.');
    expect(markup).not.toContain('<select');
  });
});

describe('AgainstView', () => {
  it('marks both winners, gives the correlation and tells the unscored', async () => {
    const markup = renderToStaticMarkup(<AgainstView {...await compared()} onSelect={nothing} />);
    expect(markup).toContain(
      'Draft 3, PRand 3, Rubric 3.00, Judge &lt;b&gt; 1.00, winner by Rubric',
    );
    expect(markup).toContain('Draft 2, Rand 3, Rubric 4.00, Judge &lt;b&gt; 5.00, winner by both');
    expect(markup).toContain('Rank correlation (Spearman) ');
    expect(markup).toContain('n = 5 responses');
    expect(markup).toContain('Left out: 1 of 6 responses.');
    expect(markup).toMatch(
      /PRand 3<\/th>.*>Draft 3<\/button> 3\.00.*>Draft 1<\/button> 3\.00.*no</,
    );
  });

  it('is a sentence where fewer than two are scored by both', async () => {
    const { tree, first } = await compared();
    const second = namedScoring(tree, 'Judge', [1]);
    const markup = renderToStaticMarkup(
      <AgainstView {...{ tree, first, second }} onSelect={nothing} />,
    );
    expect(markup).toContain('Fewer than two responses have a reward by both');
    expect(markup).not.toContain('<svg');
  });
});

describe('BestOfKView', () => {
  it('reads the chosen pool and says where the second turns down', async () => {
    const view = await compared();
    const drawn = (poolId: string): string =>
      renderToStaticMarkup(
        <BestOfKView {...view} poolId={poolId} onPool={nothing} onSwap={nothing} />,
      );
    expect(drawn('prand')).toContain('over-optimisation of Rubric, as Judge &lt;b&gt; sees it');
    expect(drawn('prand')).toContain('<option value="prand" selected="">PRand 3</option>');
    expect(drawn('rand')).toContain('The curve does not turn');
    expect(drawn(WHOLE_RUN)).toContain('aria-label="Best of 5: Rubric 4.00');
    expect(drawn('gone')).toContain('aria-label="Best of 5: Rubric 4.00');
    expect(drawn('rand')).toContain('>Swap the scorers</button>');
  });

  it('is a sentence where the pool has no choice', async () => {
    const { tree, first } = await compared();
    const markup = renderToStaticMarkup(
      <BestOfKView
        {...{ tree, first }}
        second={namedScoring(tree, 'Judge', [1])}
        poolId={WHOLE_RUN}
        onPool={nothing}
        onSwap={nothing}
      />,
    );
    expect(markup).toContain('Fewer than two responses of this pool');
  });
});

describe('LengthView', () => {
  it('names the words of every point, the line and the control', async () => {
    const { tree, first } = await compared();
    const markup = renderToStaticMarkup(<LengthView {...{ tree, first }} onSelect={nothing} />);
    expect(markup).toContain(
      'Draft 2, Rand 3, Length in words 4, Rubric 4.00, winner by Rubric and chosen by Pick-longest',
    );
    expect(markup).toContain('Slope +1 reward per word, correlation 1.00');
    expect(markup).toContain('Words are what white space parts.');
    expect(markup).toContain('Pick-longest chooses the winner by Rubric in 2 of 2 arms.');
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
    const markup = renderToStaticMarkup(<BothWaysView {...{ tree, first }} onSelect={nothing} />);
    expect(markup).toMatch(/Draft 2<\/button><\/th><td[^>]*>2\.50<.*?>1\.00<.*?>\+1\.50</);
    expect(markup).toMatch(/Draft 3<\/button><\/th><td[^>]*>–<.*?>–<.*?>–</);
    expect(markup).toContain('Winner by Judge with z');
    expect(markup).toContain('Judge with z 1.00, Judge without z 3.00, winner without z');
  });

  it('shows no difference of a blend, whose rewards have a scale for each way', async () => {
    const tree = await comparedRun(['a', 'b']);
    const plain = namedScoring(tree, 'Blend', [
      { with: 1, without: 3 },
      { with: 2, without: 1 },
    ]);
    const rewardModel = { ...plain.rewardModel, id: 'embedded-blend' };
    const first = { ...plain, rewardModel };
    const markup = renderToStaticMarkup(<BothWaysView {...{ tree, first }} onSelect={nothing} />);
    expect(markup).toContain('the difference between the two rewards means nothing');
    expect(markup).not.toMatch(/>Difference<|dashed line|\+1\.00/);
  });

  it('says how to get both, and still shows what there is', async () => {
    const { tree, first } = await compared();
    const markup = renderToStaticMarkup(<BothWaysView {...{ tree, first }} onSelect={nothing} />);
    expect(markup).toContain('score it again with “Also the other way”');
    expect(markup).toMatch(/Draft 1<\/button><\/th><td[^>]*>1\.00<.*?>–</);
    expect(markup).not.toContain('<svg');
  });
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
