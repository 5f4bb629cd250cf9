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
  /** What its small files add up to; absent where nothing tells. */
  readonly sums?: WebllmSums;
}

/** SHA-256 in hexadecimal. */
export interface WebllmSums {
  readonly config: string;
  readonly tensorCache: string;
  readonly tokenizer: string;
  readonly library: string;
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
    (value.sums === undefined || isSums(value.sums)) &&
    isWeights(value.weights)
  );
}

export function isSums(value: unknown): value is WebllmSums {
  return (
    isRecord(value) &&
    [value.config, value.tensorCache, value.tokenizer, value.library].every(isString)
  );
}

function isWeights(value: unknown): value is WebllmWeights {
  if (!isRecord(value)) return false;
  return value.kind === 'prebuilt'
    ? isString(value.modelId)
    : value.kind === 'address' && isString(value.weightsUrl) && isString(value.libraryUrl);
}
