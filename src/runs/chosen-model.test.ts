import { expect, it } from 'vitest';
import type { CatalogAssessment, RunHeader } from '../core/index.ts';
import { fakeHeader } from '../core/testing/fake-run.ts';
import { chooseNamed, defaultModel, offeredModel } from './chosen-model.ts';
import { modelToResume } from './resume-run.ts';
import { assessmentOf, fakeOffer } from './testing/fake-assessment.ts';
import { plan } from './testing/set-up.ts';

function writtenBy(id: string): RunHeader {
  const header = fakeHeader(plan);
  return { ...header, policy: { ...header.policy, id } };
}

const assessment: CatalogAssessment = {
  ...assessmentOf([
    fakeOffer('small', 'embedded'),
    fakeOffer('large', 'hub'),
    { ...fakeOffer('huge', 'hub'), fit: { fits: false, reason: 'It is too large.' } },
  ]),
  defaultOfferId: 'large',
};

it('starts with the model that suits the browser, and asks about one from elsewhere', () => {
  expect(defaultModel(assessment)).toMatchObject({ offerId: 'large', needsConsent: true });
  expect(defaultModel({ ...assessment, defaultOfferId: null })).toBe(null);
  expect(defaultModel(null)).toBe(null);
});

it('offers what fits in this browser', () => {
  expect(offeredModel(assessment, 'small')).toMatchObject({ needsConsent: false });
  expect(offeredModel(assessment, 'huge')).toBe(null);
  expect(offeredModel(assessment, null)).toBe(null);
});

it('goes on with the model that wrote the run, or with the chosen one where that is not listed', () => {
  const choice = chooseNamed({ kind: 'gguf-address', url: 'https://example.org/m.gguf' }, 'Mine');
  expect(modelToResume(assessment, writtenBy('small'), choice)?.offerId).toBe('small');
  expect(modelToResume(assessment, writtenBy('gone'), choice)).toBe(choice);
  expect(modelToResume(null, writtenBy('small'), null)).toBe(null);
});
