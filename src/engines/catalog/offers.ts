import type { ModelFit, ModelOffer } from '../../core/index.ts';
import { embeddedOfferId, type Engine } from '../engine.ts';
import type { AssessedBrowser } from './assess-browser.ts';
import type { EmbeddedManifest } from './embedded-manifest.ts';

export const FITS: ModelFit = { fits: true };

/** The embedded model on every engine that it is carried for. */
export function embeddedOffers(
  engines: readonly Engine[],
  manifest: EmbeddedManifest,
  browser: AssessedBrowser,
): readonly ModelOffer[] {
  return engines.flatMap(({ id, label, embeddedBytes, embeddedContextTokens, obstacle }) => {
    if (embeddedBytes === undefined) return [];
    const reason = obstacle(browser);
    return [
      {
        id: embeddedOfferId(id),
        name: manifest.model,
        engine: id,
        engineLabel: label,
        source: { kind: 'embedded', engine: id },
        origin: 'embedded',
        downloadBytes: embeddedBytes(manifest),
        memoryBytes: null,
        contextTokens: embeddedContextTokens ?? null,
        licence: { name: manifest.licence, restricted: false },
        fit: reason === null ? FITS : { fits: false, reason },
      },
    ];
  });
}

/** Bytes as people read them, for example "880 MB" or "5.3 GB"; the units are of 1024, as graphics memory is counted. */
export function megabytes(bytes: number): string {
  const mebibytes = bytes / 2 ** 20;
  return mebibytes < 10_000
    ? `${String(mebibytes < 100 ? Math.round(mebibytes) : Math.round(mebibytes / 10) * 10)} MB`
    : `${(mebibytes / 1024).toFixed(1)} GB`;
}
