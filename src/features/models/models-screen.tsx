import { useMemo, useState } from 'react';
import {
  type Capabilities,
  type CatalogAssessment,
  type ModelOffer,
  webAddress,
} from '../../core/index.ts';
import { chooseOffer, type ChosenModel, chooseNamed } from '../../runs/index.ts';
import {
  Badge,
  Button,
  CheckboxField,
  formatBytes,
  formatCount,
  Region,
  TextField,
  AddressField,
  Disclosure,
  FileField,
  fileNameOf,
} from '../../ui/index.ts';
import styles from './models.module.css';

export interface ModelsScreenProps {
  /** Null while the browser is being looked at. */
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly onChoose: (choice: ChosenModel) => void;
}

/** Every model that can be run here, those that can't with the reason, and the ways to name another. */
export function ModelsScreen({ assessment, choice, onChoose }: ModelsScreenProps) {
  const [words, setWords] = useState('');
  const [all, setAll] = useState(false);
  const offers = useMemo(
    () => (assessment?.offers ?? []).filter((offer) => isWanted(offer, words, all)),
    [assessment, words, all],
  );
  if (assessment === null) return <p role="status">Looking at what this browser can run …</p>;
  return (
    <>
      <Region name="This browser">
        <p className={styles.explanation}>{assessment.explanation}</p>
        <CapabilityFacts capabilities={assessment.capabilities} />
      </Region>
      <Region name="Another model, by address or from disk">
        <NamedModels onChoose={onChoose} />
      </Region>
      <Region name="Models">
        <div className={styles.filter}>
          <TextField label="Find a model" rows={1} value={words} onChange={setWords} />
          <CheckboxField
            label="Show models that this browser can’t run"
            checked={all}
            onChange={setAll}
          />
        </div>
        <Offers {...{ offers, choice, onChoose }} />
      </Region>
    </>
  );
}

interface OffersProps extends Pick<ModelsScreenProps, 'choice' | 'onChoose'> {
  readonly offers: readonly ModelOffer[];
}

function Offers({ offers, choice, onChoose }: OffersProps) {
  return (
    <>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <ModelRow
            key={offer.id}
            offer={offer}
            chosen={choice?.offerId === offer.id}
            onChoose={() => {
              onChoose(chooseOffer(offer));
            }}
          />
        ))}
      </ul>
      {offers.length === 0 && <p>No model of that name runs here.</p>}
    </>
  );
}

function isWanted({ name, id, fit }: ModelOffer, words: string, all: boolean): boolean {
  const text = `${name} ${id}`.toLowerCase();
  const found = words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
  return found && (all || fit.fits);
}

export interface ModelRowProps {
  readonly offer: ModelOffer;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One model: what it takes, under which terms, and whether it runs here. */
function ModelRow({ offer, chosen, onChoose }: ModelRowProps) {
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

function factsOf({ engineLabel, downloadBytes, memoryBytes, contextTokens }: ModelOffer): string[] {
  return [
    engineLabel.name,
    downloadBytes === null
      ? 'download size not known'
      : `${formatBytes(downloadBytes)} to download`,
    ...(memoryBytes === null ? [] : [`${formatBytes(memoryBytes)} of memory`]),
    ...(contextTokens === null ? [] : [`${formatCount(contextTokens)} tokens of context`]),
  ];
}

const WEBGPU: Readonly<Record<Capabilities['webgpu'], string>> = {
  hardware: 'yes',
  software: 'a software adapter only, slower than the processor itself',
  'no-adapter': 'the browser has it, but found no adapter',
  missing: 'not in this browser',
};

/** What was found out about this browser. */
function CapabilityFacts({ capabilities }: { readonly capabilities: Capabilities }) {
  const { webgpu, adapter, shaderF16, maxBufferBytes, threads, logicalCores } = capabilities;
  const facts: [name: string, value: string][] = [
    ['WebGPU', adapter === null ? WEBGPU[webgpu] : `${WEBGPU[webgpu]} (${adapter})`],
    ['Half-precision shaders', shaderF16 ? 'yes' : 'no'],
    ['Largest buffer', maxBufferBytes === 0 ? '–' : formatBytes(maxBufferBytes)],
    ['Threads', threads ? `yes, ${String(logicalCores)} cores` : 'no: the page is not isolated'],
  ];
  return (
    <dl className={styles.capabilities}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface NamedModelsProps {
  readonly onChoose: (choice: ChosenModel) => void;
}

/** A model that is not in the list: a GGUF file from disk or by address, or a WebLLM pair of addresses. */
function NamedModels({ onChoose }: NamedModelsProps) {
  return (
    <div>
      <Disclosure title="A GGUF file from disk" summary="runs on the processor">
        <GgufFile onChoose={onChoose} />
      </Disclosure>
      <Disclosure title="A GGUF file by address" summary="runs on the processor">
        <GgufAddress onChoose={onChoose} />
      </Disclosure>
      <Disclosure title="A WebLLM model by address" summary="runs on WebGPU">
        <WebllmAddress onChoose={onChoose} />
      </Disclosure>
    </div>
  );
}

function GgufFile({ onChoose }: NamedModelsProps) {
  return (
    <FileField
      label="GGUF file, or all files of a split one"
      accept=".gguf"
      onChange={(files) => {
        const [first] = files;
        if (first !== undefined) onChoose(chooseNamed({ kind: 'gguf-file', files }, first.name));
      }}
    >
      The file stays on this machine.
    </FileField>
  );
}

function GgufAddress({ onChoose }: NamedModelsProps) {
  const [address, setAddress] = useState('');
  const url = webAddress(address);
  return (
    <div className={styles.named}>
      <AddressField
        label="Address of the GGUF file"
        value={address}
        url={url}
        onChange={setAddress}
      />
      <Button
        disabled={url === null}
        onClick={() => {
          if (url !== null) onChoose(chooseNamed({ kind: 'gguf-address', url }, fileNameOf(url)));
        }}
      >
        Use this file
      </Button>
    </div>
  );
}

function WebllmAddress({ onChoose }: NamedModelsProps) {
  const [weights, setWeights] = useState('');
  const [library, setLibrary] = useState('');
  const weightsUrl = webAddress(weights);
  const libraryUrl = webAddress(library);
  return (
    <div className={styles.named}>
      <AddressField
        label="Address of the weights’ folder"
        value={weights}
        url={weightsUrl}
        onChange={setWeights}
      />
      <AddressField
        label="Address of the compiled library (.wasm)"
        value={library}
        url={libraryUrl}
        onChange={setLibrary}
      />
      <Button
        disabled={weightsUrl === null || libraryUrl === null}
        onClick={() => {
          if (weightsUrl === null || libraryUrl === null) return;
          const source = { kind: 'webllm-address', weightsUrl, libraryUrl } as const;
          onChoose(chooseNamed(source, fileNameOf(weightsUrl)));
        }}
      >
        Use this pair
      </Button>
    </div>
  );
}
