import type {
  CatalogAssessment,
  LicenceFamily,
  ModelOffer,
  ModelSize,
  ModelSource,
} from '../core/index.ts';

/** The model that the next run will use, from the list or named by the person. */
export interface ChosenModel {
  /** The offer's id; null where the person named an address or a file. */
  readonly offerId: string | null;
  readonly source: ModelSource;
  readonly name: string;
  /** Null where it isn't known before the download. */
  readonly downloadBytes: number | null;
  /** Memory that it needs while it runs, its weights included; null where unknown. */
  readonly memoryBytes: number | null;
  readonly licence: LicenceFamily | null;
  /** Whether size and licence are to be agreed to before it is fetched: it comes from elsewhere and nobody typed its address. */
  readonly needsConsent: boolean;
}

export function chooseOffer(offer: ModelOffer): ChosenModel {
  const { id, source, name, downloadBytes, memoryBytes, licence, origin } = offer;
  const needsConsent = origin === 'hub';
  return { offerId: id, source, name, downloadBytes, memoryBytes, licence, needsConsent };
}

/** A model that the person named by an address or a file: they know where it comes from. */
export function chooseNamed(source: ModelSource, name: string): ChosenModel {
  const unknown = { offerId: null, downloadBytes: null, memoryBytes: null, licence: null };
  return { ...unknown, source, name, needsConsent: false };
}

/** The model that a first visit starts with; null while the browser is looked at, and where none fits. */
export function defaultModel(assessment: CatalogAssessment | null): ChosenModel | null {
  const offer = assessment?.offers.find(({ id }) => id === assessment.defaultOfferId);
  return offer === undefined ? null : chooseOffer(offer);
}

/** A model of the list that runs here; null where there is none of that id. */
export function offeredModel(
  assessment: CatalogAssessment | null,
  id: string | null,
): ChosenModel | null {
  const offer = assessment?.offers.find((each) => each.id === id && each.fit.fits);
  return offer === undefined ? null : chooseOffer(offer);
}

/** The embedded model in 8 bits is 145 MB; one of 500 million weights in 4 bits, which follows a chat better, 280 MB and more. */
const MOST_BYTES_OF_SMALL = 250_000_000;

/** Which settings a model is given where a person sets none; while it isn't known which model it will be, those of the embedded one. */
export function modelSize(model: Pick<ChosenModel, 'source' | 'downloadBytes'> | null): ModelSize {
  if (model === null || model.source.kind === 'embedded') return 'small';
  const { downloadBytes } = model;
  return downloadBytes !== null && downloadBytes <= MOST_BYTES_OF_SMALL ? 'small' : 'larger';
}
