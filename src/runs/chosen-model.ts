import type { LicenceFamily, ModelOffer, ModelSource } from '../core/index.ts';

/** The model that the next run will use, from the list or named by the person. */
export interface ChosenModel {
  /** The offer's id; null where the person named an address or a file. */
  readonly offerId: string | null;
  readonly source: ModelSource;
  readonly name: string;
  readonly downloadBytes: number | null;
  readonly licence: LicenceFamily | null;
  /** Whether size and licence are to be agreed to before it is fetched: it comes from elsewhere and nobody typed its address. */
  readonly needsConsent: boolean;
}

export function chooseOffer(offer: ModelOffer): ChosenModel {
  const { id, source, name, downloadBytes, licence, origin } = offer;
  const needsConsent = origin === 'hub';
  return { offerId: id, source, name, downloadBytes, licence, needsConsent };
}

/** A model that the person named by an address or a file: they know where it comes from. */
export function chooseNamed(source: ModelSource, name: string): ChosenModel {
  return { offerId: null, source, name, downloadBytes: null, licence: null, needsConsent: false };
}
