import { describe, expect, it } from 'vitest';
import { MADE_UP_MODEL, REWARD_MODELS } from '../../../../rewards/index.ts';
import {
  choiceOf,
  ENTRIES,
  entryOf,
  FIRST_LOAD_FORM,
  type GivenPart,
  licenceSentence,
  loadTerms,
} from './reward-model-form.ts';

const [smallest, , llama] = REWARD_MODELS;
const ADDRESS = 'https://hub.test/model.gguf';
const file = new File(['x'], 'part.bin');
const given = (part: Partial<GivenPart>): GivenPart => ({
  ...FIRST_LOAD_FORM.backbone,
  ...part,
});

describe('what a person gives', () => {
  it('is not enough before the backbone has an address or a file', () => {
    expect(entryOf(FIRST_LOAD_FORM)).toBe(smallest);
    expect(choiceOf(FIRST_LOAD_FORM)).toBeNull();
    expect(choiceOf({ ...FIRST_LOAD_FORM, backbone: given({ address: 'model.gguf' }) })).toBeNull();
    expect(choiceOf({ ...FIRST_LOAD_FORM, backbone: given({ from: 'files' }) })).toBeNull();
    const headless = { ...FIRST_LOAD_FORM, backbone: given({ address: ADDRESS }) };
    expect(choiceOf({ ...headless, head: given({ from: 'address' }) })).toBeNull();
    expect(choiceOf({ ...headless, head: given({ from: 'files' }) })).toBeNull();
  });

  it('names the parts, the head from where it is published unless told otherwise', () => {
    const form = { ...FIRST_LOAD_FORM, backbone: given({ address: ` ${ADDRESS} ` }) };
    expect(choiceOf(form)).toEqual({
      entry: smallest,
      backbone: { kind: 'gguf-address', url: ADDRESS },
      head: { kind: 'published' },
    });
    const local = {
      ...form,
      backbone: given({ from: 'files', address: ADDRESS, files: [file] }),
      head: given({ from: 'files', files: [file, file] }),
    };
    expect(choiceOf(local)).toEqual({
      entry: smallest,
      backbone: { kind: 'gguf-file', files: [file] },
      head: { kind: 'files', files: [file, file] },
    });
    expect(choiceOf({ ...form, head: given({ address: ADDRESS }) })?.head).toEqual({
      kind: 'address',
      url: ADDRESS,
    });
  });

  it('is nothing but the name for the made-up head', () => {
    expect(choiceOf({ ...FIRST_LOAD_FORM, entryId: MADE_UP_MODEL.id })).toEqual({
      entry: MADE_UP_MODEL,
      backbone: { kind: 'embedded' },
      head: { kind: 'published' },
    });
  });
});

describe('what is said before anything is loaded', () => {
  it('tells the size, the memory and who sees it, for each entry', () => {
    for (const entry of ENTRIES) {
      const said = loadTerms(entry).join(' ');
      expect(said).toMatch(/of memory|in memory/);
      expect(said.includes('model hub')).toBe(entry.head !== null);
    }
    if (smallest === undefined) throw new Error('There is no entry.');
    expect(loadTerms(smallest).join(' ')).toContain('about 1.2 GB');
  });

  it('tells terms of use beyond an open-source licence', () => {
    if (smallest === undefined || llama === undefined) throw new Error('An entry is missing.');
    expect(licenceSentence(smallest)).toBe('Licence: Apache-2.0.');
    expect(licenceSentence(llama)).toMatch(/^Licence: Llama .* terms of use beyond/);
  });
});
