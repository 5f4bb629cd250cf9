// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FIRST_FORM } from '../form/run-form.ts';
import { ScorerFields } from './scorer-fields.tsx';

function drawn(scorerId: string): string {
  return render(
    <ScorerFields form={FIRST_FORM} scorerId={scorerId} lacks={[]} onChange={() => undefined} />,
  ).container.textContent;
}

afterEach(cleanup);

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
