import type { CatalogAssessment } from '../../../core/index.ts';
import { chooseOffer, type ChosenModel } from '../../../runs/index.ts';

/** A model of the list that runs here; null where there is none of that id. */
export function offeredModel(
  assessment: CatalogAssessment | null,
  id: string | null,
): ChosenModel | null {
  const offer = assessment?.offers.find((each) => each.id === id && each.fit.fits);
  return offer === undefined ? null : chooseOffer(offer);
}
