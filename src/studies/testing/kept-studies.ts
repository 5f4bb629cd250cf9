import { makeArm } from '../../core/index.ts';
import { fakePlan } from '../../core/testing/fake-run.ts';
import { type KeptStudy, NOTHING_SPENT } from '../kept/kept-study.ts';
import { sharedPlanOf, type Study } from '../study.ts';

const shared = sharedPlanOf(fakePlan([makeArm('prs', 4, [2, 2]), makeArm('prand', 4, [4])]));

/** Two prompts by two seeds: four runs. */
const SMALL_STUDY: Study = {
  name: 'Test',
  prompts: [
    { id: '1. Why?', prompt: 'Why?', preference: 'Be brief.' },
    { id: '2. When?', prompt: 'When?', preference: '' },
  ],
  seeds: [1, 2],
  shared,
};

/** A study that was set up and not begun. */
export function keptStudy(changes: Partial<KeptStudy> = {}): KeptStudy {
  return {
    id: 'study',
    createdAt: 0,
    study: SMALL_STUDY,
    model: { offerId: 'fake', name: 'Fake' },
    scorer: { id: 'fake', values: {} },
    madeBy: null,
    guessedSeconds: null,
    spent: NOTHING_SPENT,
    unscored: {},
    ...changes,
  };
}
