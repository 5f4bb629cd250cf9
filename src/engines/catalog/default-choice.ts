import type { Capabilities, CatalogAssessment, ModelOffer } from '../../core/index.ts';
import { embeddedOfferId, type Engine } from '../engine.ts';
import { megabytes } from './offers.ts';

interface Recommended {
  readonly offer: ModelOffer;
  readonly shortName: string;
}

/** The choice on arrival and the line that explains it. */
export function chooseDefault(
  engines: readonly Engine[],
  capabilities: Capabilities,
  offers: readonly ModelOffer[],
): Pick<CatalogAssessment, 'defaultOfferId' | 'embeddedOfferId' | 'explanation'> {
  const suiting = engines.filter((engine) => engine.suits(capabilities));
  const fitting = (id: string): ModelOffer | undefined =>
    offers.find((offer) => offer.id === id && offer.fit.fits);
  const embedded = suiting.map(({ id }) => fitting(embeddedOfferId(id))).find(isDefined) ?? null;
  const recommended =
    suiting
      .flatMap(({ recommended: all = [] }) => all)
      .flatMap(({ offerId, shortName }): readonly Recommended[] => {
        const offer = fitting(offerId);
        return offer === undefined ? [] : [{ offer, shortName }];
      })[0] ?? null;
  return {
    defaultOfferId: (recommended?.offer ?? embedded)?.id ?? null,
    embeddedOfferId: embedded?.id ?? null,
    explanation: explain(capabilities, recommended, embedded),
  };
}

function explain(
  { webgpu }: Capabilities,
  recommended: Recommended | null,
  embedded: ModelOffer | null,
): string {
  if (recommended !== null) {
    const memory = megabytes(recommended.offer.memoryBytes ?? 0);
    const start =
      embedded === null
        ? `The small model that comes along is missing on this server: run the set-up (npm start) to have it.`
        : `Or start now with the small one that came along.`;
    return `${GPU_WORDS[webgpu]}: ${recommended.shortName}, ${memory}. ${start}`;
  }
  if (embedded !== null) {
    return `${GPU_WORDS[webgpu]}: ${embedded.name} runs on ${embedded.engineLabel.device}.`;
  }
  return `${GPU_WORDS[webgpu]}, and the small model that comes along is missing on this server (models/embedded.json): run the set-up (npm start), or open a GGUF model by its address or from disk.`;
}

const GPU_WORDS: Readonly<Record<Capabilities['webgpu'], string>> = {
  hardware: 'Your browser has WebGPU',
  software: 'WebGPU is only imitated in software here',
  'no-adapter': 'WebGPU finds no graphics adapter here',
  missing: 'No WebGPU here',
};

function isDefined<Item>(item: Item | undefined): item is Item {
  return item !== undefined;
}
