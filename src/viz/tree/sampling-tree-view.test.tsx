import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { finished, literalArm, writing } from '../testing/literal-arms.ts';
import { fittingScale, detailAt } from './pan-zoom.ts';
import { SamplingTreeView } from './sampling-tree-view.tsx';
import { TreeOutline } from './tree-outline.tsx';

const PLAN = { prompt: 'Why is the sky <b>blue</b>?', preference: 'Be brief.' };
const ARM = literalArm({
  split: [2, 2],
  rewards: { 'draft-1': 1, 'draft-2': 2 },
  progress: {
    'feedback-1': finished('Name <i>two</i> examples.'),
    'refinement-1-1': writing('Air'),
  },
  anchors: ['draft-2'],
});

function drawn(arm = ARM): string {
  return renderToStaticMarkup(
    <SamplingTreeView
      arm={arm}
      plan={PLAN}
      domain={{ least: 0, most: 2 }}
      selectedId="draft-2"
      onSelect={() => undefined}
    />,
  );
}

describe('SamplingTreeView', () => {
  it('names every node, with one tab stop on the selected one', () => {
    const markup = drawn();
    expect(markup).toContain('aria-label="Sampling tree of PRS 2/2"');
    expect(markup).toContain('aria-label="Draft 2, reward 2.00, anchor"');
    expect(markup).toContain('aria-label="Refinement 1, being written"');
    expect(markup).toContain('aria-label="Refinement 2, planned"');
    expect(markup.match(/tabindex="0"/g)).toHaveLength(1);
    expect(markup).toMatch(/tabindex="0" aria-label="Draft 2[^"]*" aria-current="true"/);
  });

  it("shows the feedback's first words and its subject, as text whatever is in it", () => {
    const markup = drawn();
    expect(markup).toContain('Feedback on Draft 2');
    expect(markup).toContain('Name &lt;i&gt;two&lt;/i&gt; examples.');
    expect(markup).toContain('&lt;b&gt;blue&lt;/b&gt;');
  });
});

describe('SamplingTreeView of an arm with several feedbacks in a layer', () => {
  it('draws each with its number and words', () => {
    const markup = drawn(
      literalArm({
        kind: 'prs-feedback-each',
        split: [2, 3],
        progress: { 'feedback-1-1': finished('Shorter.'), 'feedback-1-2': finished('Kinder.') },
        anchors: ['draft-2'],
      }),
    );
    for (const label of ['Feedback 1, written', 'Feedback 2, written', 'Feedback 3, planned']) {
      expect(markup).toContain(`aria-label="${label}"`);
    }
    expect(markup).toMatch(/✎ 1<.*Shorter\..*✎ 2<.*Kinder\..*✎ 3</s);
    expect(markup).toContain('anchor + own feedback');
  });
});

describe('TreeOutline', () => {
  it('nests the feedback under its anchor', () => {
    const markup = renderToStaticMarkup(
      <TreeOutline arm={ARM} selectedId={null} onSelect={() => undefined} />,
    );
    expect(markup).toMatch(/Draft 2, reward 2\.00, anchor.*<ul>.*Feedback, written.*<ul>/);
  });
});

describe('zoom', () => {
  it('fits the whole drawing, small ones not larger than is comfortable', () => {
    const viewport = { width: 400, height: 300 };
    expect(fittingScale({ viewport, content: { width: 800, height: 300 } })).toBe(0.5);
    expect(fittingScale({ viewport, content: { width: 10, height: 10 } })).toBe(1.5);
    expect(fittingScale({ viewport: { width: 0, height: 0 }, content: viewport })).toBe(1);
  });

  it('shows more the closer one looks', () => {
    expect([0.2, 0.5, 1, 3].map(detailAt)).toEqual(['shape', 'reward', 'gain', 'words']);
  });
});
