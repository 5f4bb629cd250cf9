import { isCount, isRecord, isString } from '../worker/read-values.ts';

/** The model that the server carries, for both engines; set-up writes the manifest last, when all files are there. */
export interface EmbeddedManifest {
  readonly model: string;
  readonly licence: string;
  /** `weights` is a folder beside the manifest, `library` is relative to the page. */
  readonly webllm: {
    readonly weights: string;
    readonly library: string;
    readonly bytes: number;
    /** What its small files add up to; the engine reads them. Absent in manifests of an earlier set-up. */
    readonly sums?: unknown;
  };
  /** `gguf` is a file beside the manifest. */
  readonly llamaCpp: { readonly gguf: string; readonly bytes: number; readonly sha256: string };
}

/** Relative to the page. */
export const EMBEDDED_MANIFEST_PATH = 'models/embedded.json';

/** Null where the server doesn't carry the model, whatever the reason: the page then says what is missing. */
export async function fetchEmbeddedManifest(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  baseUrl: string,
  signal: AbortSignal,
): Promise<EmbeddedManifest | null> {
  try {
    const url = new URL(EMBEDDED_MANIFEST_PATH, baseUrl).href;
    const response = await fetch(url, { signal, cache: 'no-cache' });
    const manifest: unknown = response.ok ? await response.json() : null;
    return isManifest(manifest) ? manifest : null;
  } catch {
    return null;
  }
}

function isManifest(value: unknown): value is EmbeddedManifest {
  if (!isRecord(value)) return false;
  const { webllm, llamaCpp } = value;
  return (
    value.version === 1 &&
    isString(value.model) &&
    isString(value.licence) &&
    isRecord(webllm) &&
    isString(webllm.weights) &&
    isString(webllm.library) &&
    isCount(webllm.bytes) &&
    isRecord(llamaCpp) &&
    isString(llamaCpp.gguf) &&
    isCount(llamaCpp.bytes) &&
    isString(llamaCpp.sha256)
  );
}
