import { latePart } from '../../../ui/index.ts';
import type { TrustAndCostProps } from './trust-and-cost.tsx';

/** Stands in a fold that is closed at first. */
export const { Part: TrustAndCost } = latePart<TrustAndCostProps>(
  async () => (await import('./trust-and-cost.tsx')).TrustAndCost,
  'What was measured of the scorer could not be fetched. Reload the page when the network is back.',
);
