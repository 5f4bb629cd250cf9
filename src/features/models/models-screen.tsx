import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import {
  messageOf,
  type Capabilities,
  type CatalogAssessment,
  type Late,
  type ModelOffer,
  type ModelServers,
} from '../../core/index.ts';
import { chooseOffer, type ChosenModel } from '../../runs/index.ts';
import {
  Badge,
  Button,
  CheckboxField,
  formatBytes,
  formatCount,
  Problem,
  Region,
  TextField,
} from '../../ui/index.ts';
import { NamedModels } from './named-models.tsx';
import { ServerForm, type ServerFormProps } from './server-form.tsx';
import styles from './models.module.css';

export interface ModelsScreenProps extends Pick<ServerFormProps, 'ownServer' | 'lacks'> {
  /** What asks model servers. */
  readonly servers: Late<ModelServers>;
  /** Null while the browser is being looked at. */
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly onChoose: (choice: ChosenModel) => void;
}

/** Every model that can be run here, those that can't with the reason, and the ways to name another. */
export function ModelsScreen(props: ModelsScreenProps) {
  const { assessment, choice, onChoose, servers, ownServer, lacks } = props;
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
      <Region name="A model server">
        <Servers late={servers} {...{ ownServer, lacks, onChoose }} />
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

interface ServersProps extends Omit<ServerFormProps, 'servers'> {
  readonly late: Late<ModelServers>;
}

/** The form, once what it asks with is there. */
function Servers({ late, ...props }: ServersProps) {
  const servers = useSyncExternalStore(late.subscribe, late.now);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    late.load().catch((error: unknown) => {
      setProblem(messageOf(error));
    });
  }, [late]);
  if (servers !== null) return <ServerForm {...props} servers={servers} />;
  return problem === null ? (
    <p role="status">Fetching …</p>
  ) : (
    <Problem role="alert">{problem}</Problem>
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

const THINKING: Readonly<Record<NonNullable<ModelOffer['thinking']>, string>> = {
  always:
    'thinks before it answers: its thoughts take tokens, and are neither scored nor sent back',
  'switched-off': 'can think before it answers: is asked not to',
};

function factsOf({
  engineLabel,
  origin,
  downloadBytes,
  memoryBytes,
  contextTokens,
  thinking,
}: ModelOffer): string[] {
  return [
    engineLabel.name,
    downloadBytes === null
      ? 'download size not known'
      : `${formatBytes(downloadBytes)} ${origin === 'embedded' ? 'from where this page came from' : 'to download'}`,
    ...(memoryBytes === null ? [] : [`${formatBytes(memoryBytes)} of memory`]),
    ...(contextTokens === null ? [] : [`${formatCount(contextTokens)} tokens of context`]),
    ...(thinking === undefined ? [] : [THINKING[thinking]]),
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
