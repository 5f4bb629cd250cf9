import type { ModelOffer } from '../../core/index.ts';
import { Badge, Button, formatBytes, formatCount } from '../../ui/index.ts';
import styles from './models.module.css';

export interface ModelRowProps {
  readonly offer: ModelOffer;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One model: what it takes, under which terms, and whether it runs here. */
export function ModelRow({ offer, chosen, onChoose }: ModelRowProps) {
  const { name, fit, licence, origin } = offer;
  return (
    <li className={styles.offer}>
      <div>
        <h3>
          {name} {origin === 'embedded' && <Badge>came along</Badge>}
        </h3>
        <p className={styles.facts}>{factsOf(offer).join(' · ')}</p>
        <p className={styles.facts}>
          Licence: {licence.name}
          {licence.restricted && ': read its terms of use first'}
        </p>
        {!fit.fits && <p className={styles.facts}>Can’t run here: {fit.reason}</p>}
      </div>
      <Button
        disabled={!fit.fits || chosen}
        aria-label={chosen ? `${name} is chosen` : `Use ${name}`}
        onClick={onChoose}
      >
        {chosen ? 'Chosen' : 'Use'}
      </Button>
    </li>
  );
}

function factsOf({ engine, downloadBytes, memoryBytes, contextTokens }: ModelOffer): string[] {
  return [
    engine === 'webllm' ? 'WebLLM on WebGPU' : 'llama.cpp on the processor',
    downloadBytes === null
      ? 'download size not known'
      : `${formatBytes(downloadBytes)} to download`,
    ...(memoryBytes === null ? [] : [`${formatBytes(memoryBytes)} of memory`]),
    ...(contextTokens === null ? [] : [`${formatCount(contextTokens)} tokens of context`]),
  ];
}
