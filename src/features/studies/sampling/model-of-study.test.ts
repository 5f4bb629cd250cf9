import { expect, it } from 'vitest';
import { chooseNamed, chooseOffer } from '../../../runs/index.ts';
import { assessmentOf, fakeOffer } from '../../../runs/testing/fake-assessment.ts';
import { keptStudy } from '../../../studies/testing/kept-studies.ts';
import { modelOfStudy } from './model-of-study.ts';

const [small, large] = [fakeOffer('small', 'embedded'), fakeOffer('large', 'hub')];
const assessment = assessmentOf([small, large]);

it('is the one that it was set up with, whichever is chosen now', () => {
  const study = keptStudy({ model: { offerId: 'large', name: 'Model large' } });
  expect(modelOfStudy(assessment, study, chooseOffer(small))).toEqual(chooseOffer(large));
});

it('is the chosen one of that name, where it is in no list', () => {
  const study = keptStudy({ model: { offerId: null, name: 'mine' } });
  const mine = chooseNamed({ kind: 'gguf-address', url: 'http://localhost/mine' }, 'mine');
  expect(modelOfStudy(assessment, study, mine)).toBe(mine);
  expect(modelOfStudy(assessment, study, chooseOffer(small))).toBeNull();
});
