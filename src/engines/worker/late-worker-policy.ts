import { late } from '../../core/index.ts';

/** The page's side of a worker: nobody needs it before a model is loaded. */
export const WORKER_POLICY = late('What starts the model', () => import('./worker-policy.ts'));
