import { latePart } from '../../../ui/index.ts';
import type { StageProps } from './stage.tsx';

/** How far the method has got: fetched when a run is sampled, or told again. */
export const { Part: Stage } = latePart<StageProps>(
  async () => (await import('./stage.tsx')).Stage,
  () => 'Under way.',
);
