import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { formatCount, formatReward } from '../../ui/index.ts';
import { ScatterChart, type ScatterChartProps } from './scatter-chart.tsx';

const POINTS: ScatterChartProps['points'] = [
  { id: 'a', label: 'Draft 1', x: 1200, y: 0.5, mark: 'first-winner', series: 'PRS 2/2' },
  { id: 'b', label: 'Draft <b>2</b>', x: 300, y: 1.84, mark: 'second-winner', series: 'PRS 2/2' },
  { id: 'c', label: 'Draft 3', x: 40, y: -0.25, mark: null, series: 'Rand 4' },
];

function drawn(said: Partial<ScatterChartProps> = {}): string {
  return renderToStaticMarkup(
    <ScatterChart
      points={POINTS}
      x={{ title: 'Length', format: formatCount }}
      y={{ title: 'Rubric', format: formatReward }}
      label="Rubric against length"
      onOpen={() => undefined}
      {...said}
    />,
  );
}

describe('ScatterChart', () => {
  it('names every point in words, with one tab stop on the leftmost or the selected', () => {
    const markup = drawn();
    expect(markup).toContain(
      'aria-label="Draft 1, PRS 2/2, Length 1,200, Rubric 0.50, best by Length"',
    );
    expect(markup).toContain('aria-label="Draft 3, Rand 4, Length 40, Rubric −0.25"');
    expect(markup.match(/tabindex="0"/g)).toHaveLength(1);
    expect(markup).toMatch(/tabindex="0" aria-label="Draft 3,/);
    expect(drawn({ selectedId: 'a' })).toMatch(
      /tabindex="0" aria-label="Draft 1,[^"]*" aria-current="true"/,
    );
  });

  it('explains only the shapes and stars that are there', () => {
    const legend = (markup: string): string => /<ul.*<\/ul>/.exec(markup)?.[0] ?? '';
    const shown = legend(drawn());
    for (const text of ['PRS 2/2', 'Rand 4', 'best by Length', 'best by Rubric'])
      expect(shown).toContain(text);
    expect(shown).not.toContain('best by both');
    const plain = POINTS.map((point) => ({ ...point, mark: null, series: 'Rand 4' }));
    expect(legend(drawn({ points: plain }))).toBe('');
  });

  it('draws the line where it is given one', () => {
    const lines = (markup: string): number => markup.match(/<line/g)?.length ?? 0;
    expect(lines(drawn({ line: { slope: 0, intercept: 1 } }))).toBe(lines(drawn()) + 1);
  });

  it('says the same in a table, as text whatever is in it', () => {
    const markup = drawn();
    expect(markup).toContain('Draft &lt;b&gt;2&lt;/b&gt;</button>');
    expect(markup).toMatch(/Draft 1<\/button><\/th>.*PRS 2\/2<\/td><td>1,200<\/td><td>0\.50<\/td>/);
    expect(markup.match(/<tr>/g)).toHaveLength(4);
  });

  it('says that there is nothing yet', () => {
    expect(drawn({ points: [] })).toContain('Rubric against length. Nothing to show yet.');
  });
});
