import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FIRST_FORM } from '../form/run-form.ts';
import { ScorerFields } from './scorer-fields.tsx';

function drawn(scorerId: string): string {
  return renderToStaticMarkup(
    <ScorerFields form={FIRST_FORM} scorerId={scorerId} lacks={[]} onChange={() => undefined} />,
  );
}

describe('ScorerFields', () => {
  it('offers the whole response to scorers that read its opening, and to no other', () => {
    for (const id of ['preference-information', 'embedded-blend']) {
      expect(drawn(id)).toContain('Read the whole response');
    }
    for (const id of ['prompt-information', 'rubric']) {
      expect(drawn(id)).not.toContain('Read the whole response');
    }
  });
});
