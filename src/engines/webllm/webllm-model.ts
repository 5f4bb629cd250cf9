import { isCount, isNullOr, isRecord, isString } from '../worker/read-values.ts';

/** What the WebLLM worker is asked to load. */
export interface WebllmModel {
  readonly id: string;
  readonly name: string;
  readonly weights: WebllmWeights;
  /** Bytes of the download, where they are known beforehand. */
  readonly downloadBytes: number | null;
  /** Whether the weights are added up once, by the sums that come with them: for a small model that takes no time. */
  readonly checksWeights: boolean;
}

/** `prebuilt` names a model of the list that comes with WebLLM; an address pair is any other. */
export type WebllmWeights =
  | { readonly kind: 'prebuilt'; readonly modelId: string }
  | { readonly kind: 'address'; readonly weightsUrl: string; readonly libraryUrl: string };

export function isWebllmModel(value: unknown): value is WebllmModel {
  return (
    isRecord(value) &&
    isString(value.id) &&
    isString(value.name) &&
    isNullOr(isCount, value.downloadBytes) &&
    typeof value.checksWeights === 'boolean' &&
    isWeights(value.weights)
  );
}

function isWeights(value: unknown): value is WebllmWeights {
  if (!isRecord(value)) return false;
  return value.kind === 'prebuilt'
    ? isString(value.modelId)
    : value.kind === 'address' && isString(value.weightsUrl) && isString(value.libraryUrl);
}
