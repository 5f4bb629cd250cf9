import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { bestOfK, overOptimisation } from '../../core/index.ts';
import { BestOfKChart } from './best-of-k-chart.tsx';

function drawn(selecting: readonly number[], evaluating: readonly number[]): string {
  const points = bestOfK(selecting, evaluating);
  return renderToStaticMarkup(
    <BestOfKChart
      points={points}
      selectingName="Rubric"
      evaluatingName="Judge"
      turn={overOptimisation(points)}
      description="It turns down."
    />,
  );
}

describe('BestOfKChart', () => {
  const markup = drawn([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 0]);

  it('says what is drawn and gives every k its figures, with one tab stop', () => {
    expect(markup).toContain('aria-label="Best of k by Rubric, read by Judge. It turns down."');
    expect(markup).toContain('aria-label="Best of 1: Rubric 3.50, Judge 2.50"');
    expect(markup).toContain('aria-label="Best of 6: Rubric 6.00, Judge 0.00"');
    expect(markup.match(/tabindex="0"/g)).toHaveLength(1);
  });

  it('marks the peak in words, in the drawing and in the table', () => {
    expect(markup).toContain('peak at k = 2');
    expect(markup).toContain('aria-label="Best of 2: Rubric 4.67, Judge 2.67, peak"');
    expect(markup).toContain('<th scope="row">2 (peak)</th><td>4.67</td><td>2.67</td>');
  });

  it('marks none where the evaluating curve does not turn', () => {
    expect(drawn([1, 2, 3], [1, 2, 3])).not.toContain('peak');
  });

  it('draws one response and none', () => {
    expect(drawn([1], [2])).toContain('aria-label="Best of 1: Rubric 1.00, Judge 2.00"');
    for (const pool of [[1], []]) expect(drawn(pool, pool)).not.toContain('NaN');
  });
});
