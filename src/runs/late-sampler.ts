import { late } from '../core/index.ts';
import type { ScoringProgress } from './run-view.ts';

/** What samples, and what scores once more: fetched when a run begins, since a first visit sees one that is there already. */
export const SAMPLER = late('What samples a run', async () => {
  const [{ sampleFurtherArms }, { scoreRun }] = await Promise.all([
    import('../core/sampler/sample-further-arms.ts'),
    import('./score-run.ts'),
  ]);
  return { sampleFurtherArms, scoreRun };
});

/** What a scoring is said to be at before it has begun. */
export const GETTING_READY: ScoringProgress = { id: null, done: 0, total: 0 };
