import type { CatalogAssessment } from '../../../core/index.ts';
import { type ChosenModel, offeredModel } from '../../../runs/index.ts';
import type { KeptStudy } from '../../../studies/index.ts';

/**
 * The model to go on with a study: the one that it was set up with, where it is in the list; else the one that is chosen, if it is
 * that one.
 *
 * @returns null where it is not at hand
 */
export function modelOfStudy(
  assessment: CatalogAssessment | null,
  { model, madeBy }: Pick<KeptStudy, 'model' | 'madeBy'>,
  choice: ChosenModel | null,
): ChosenModel | null {
  const offered = offeredModel(assessment, madeBy?.policy.id ?? model.offerId);
  if (offered !== null) return offered;
  return choice?.name === model.name ? choice : null;
}
