import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import {
  messageOf,
  webAddress,
  type ModelServers,
  type ModelSource,
  type PolicyAbility,
  type ServerSource,
} from '../../core/index.ts';
import { modelServersQueries } from '../../queries/index.ts';
import { offerScorers, SCORERS } from '../../rewards/index.ts';
import { chooseNamed, type ChosenModel } from '../../runs/index.ts';
import { AddressField, Button, Note, NumberField, Problem, SelectField } from '../../ui/index.ts';
import { ServerKeyFields } from '../server-key-fields.tsx';
import { ServerAbilitiesTable } from './server-abilities-table.tsx';
import styles from './models.module.css';

export interface ServerFormProps {
  readonly servers: ModelServers;
  /** The server that stands behind the page's own origin; null where there is none. */
  readonly ownServer: string | null;
  readonly lacks: (source: ModelSource) => readonly PolicyAbility[];
  readonly onChoose: (choice: ChosenModel) => void;
}

/** Requests at once where the person says nothing: what a small server keeps up with. */
const USUAL_IN_FLIGHT = 8;

const IN_FLIGHT = { min: 1, max: 256, step: 1 } as const;

/** A model behind a server: its address and key, its models, and what one of them can do. */
export function ServerForm({ servers, ownServer, lacks, onChoose }: ServerFormProps) {
  const [address, setAddress] = useState(ownServer ?? '');
  const queries = useMemo(() => modelServersQueries(servers), [servers]);
  const list = useMutation(queries.list());
  const url = webAddress(address);
  return (
    <div className={styles.named}>
      <AddressField
        label="Address, as its clients are given it; it mostly ends with /v1"
        {...{ value: address, url }}
        onChange={(typed) => {
          setAddress(typed);
          list.reset();
        }}
      />
      {url !== null && url !== ownServer && <ServerKeyFields key={url} {...{ servers, url }} />}
      <Button
        disabled={url === null || list.isPending}
        onClick={() => {
          if (url !== null) list.mutate(url);
        }}
      >
        {list.isPending ? 'Asking for its models …' : 'List its models'}
      </Button>
      {list.error !== null && <Problem role="alert">{messageOf(list.error)}</Problem>}
      {url !== null && list.data !== undefined && (
        <ModelsOfServer models={list.data} {...{ servers, url, lacks, onChoose }} />
      )}
    </div>
  );
}

interface ModelsOfServerProps extends Pick<ServerFormProps, 'servers' | 'lacks' | 'onChoose'> {
  readonly url: string;
  readonly models: readonly string[];
}

/** One of them is tried before it is used. */
function ModelsOfServer({ servers, url, models, lacks, onChoose }: ModelsOfServerProps) {
  const [picked, setPicked] = useState<string | null>(null);
  const queries = useMemo(() => modelServersQueries(servers), [servers]);
  const probe = useMutation(queries.probe());
  const model = picked ?? models[0];
  if (model === undefined) return <Note>The server has no model.</Note>;
  const source = { kind: 'model-server', url: servers.addressOf(url), model } as const;
  return (
    <>
      <SelectField
        label="Model of the server"
        value={model}
        options={models.map((name) => ({ value: name, label: name }))}
        onChange={(name) => {
          setPicked(name);
          probe.reset();
        }}
      />
      <Button
        disabled={probe.isPending}
        onClick={() => {
          probe.mutate({ address: url, model });
        }}
      >
        {probe.isPending
          ? 'Trying it with a few tokens …'
          : 'Find out what it can do (about 15 requests of a few tokens)'}
      </Button>
      {probe.error !== null && <Problem role="alert">{messageOf(probe.error)}</Problem>}
      {probe.data !== undefined && (
        <ProbedModel probed={{ ...source, abilities: probe.data }} {...{ lacks, onChoose }} />
      )}
    </>
  );
}

interface ProbedModelProps extends Pick<ServerFormProps, 'lacks' | 'onChoose'> {
  readonly probed: Omit<ServerSource, 'inFlight'>;
}

/** What was found out, what that costs, and the way to use it. */
function ProbedModel({ probed, lacks, onChoose }: ProbedModelProps) {
  const [inFlight, setInFlight] = useState(USUAL_IN_FLIGHT);
  const source: ServerSource = { ...probed, inFlight };
  const { missing } = offerScorers(SCORERS, lacks(source));
  return (
    <>
      <ServerAbilitiesTable abilities={probed.abilities} />
      {missing !== '' && <Note>{missing}</Note>}
      <NumberField
        label="Requests in flight, at most"
        {...IN_FLIGHT}
        value={inFlight}
        hint="A layer’s responses are asked for together. Fewer are in flight where the server says that it has too much to do."
        onChange={setInFlight}
      />
      <Button
        onClick={() => {
          onChoose(chooseNamed(source, source.model));
        }}
      >
        Use {source.model}
      </Button>
    </>
  );
}
