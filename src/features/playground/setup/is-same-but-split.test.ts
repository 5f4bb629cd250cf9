import { describe, expect, it } from 'vitest';
import { FIRST_FORM } from '../form/run-form.ts';
import { isSameButSplit } from './is-same-but-split.ts';

const onChange = (): void => undefined;
const drawn = { form: FIRST_FORM, onChange };

describe('isSameButSplit', () => {
  it('leaves a part of the set-up as it is where the split alone has moved', () => {
    expect(isSameButSplit(drawn, { ...drawn, form: { ...FIRST_FORM, split: [1, 7] } })).toBe(true);
  });

  it('has it drawn again for anything else that was set up, or another callback', () => {
    const asked = { ...FIRST_FORM, prompt: 'Why is the sea salt?' };
    expect(isSameButSplit(drawn, { ...drawn, form: asked })).toBe(false);
    expect(isSameButSplit(drawn, { ...drawn, onChange: () => undefined })).toBe(false);
  });

  it.each([null, 'other'])('sees a field that only one of them has, %s', (note) => {
    const more = { ...drawn, note };
    expect(isSameButSplit<typeof drawn>(drawn, more)).toBe(false);
    expect(isSameButSplit<typeof drawn>(more, drawn)).toBe(false);
  });

  it('tells fields of the same value apart by their names', () => {
    const one = { ...drawn, left: 1 };
    const other = { ...drawn, right: 1 };
    expect(isSameButSplit<typeof drawn>(one, other)).toBe(false);
  });
});
