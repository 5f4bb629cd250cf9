import {
  messageOf,
  ModelLoadError,
  type LoadedPolicy,
  type ModelServers,
  type ServerKeys,
  type ServerSource,
} from '../../core/index.ts';
import { Flight } from './flight.ts';
import { REAL_PAUSES } from './pauses.ts';
import { listModels, probeServer } from './probe-server.ts';
import { addressOf, serverAddress } from './server-address.ts';
import { ServerClient, type ClientWorld } from './server-client.ts';
import { createServerPolicy } from './server-policy.ts';

export { createServerKeys } from './server-keys.ts';

/** A model behind a server that was probed. Nothing is asked before it is used. */
export function openServerPolicy(
  source: ServerSource,
  keyOf: () => string | null,
  world: ClientWorld = worldOfThisPage(),
): LoadedPolicy {
  const { model, inFlight } = source;
  const url = serverAddress(source.url);
  const client = new ServerClient({ address: url, model, keyOf }, new Flight(inFlight), world);
  return createServerPolicy({ ...source, url }, client);
}

/** What the probe asks at once: a server that serves one call at a time should have no line. */
const PROBES_IN_FLIGHT = 1;

/** Servers, for a page that has these keys of them. */
export function createModelServers(
  keys: ServerKeys,
  world: ClientWorld = worldOfThisPage(),
): ModelServers {
  const clientOf = (address: string, model: string | null) =>
    new ServerClient(
      { address, model, keyOf: () => keys.of(address) },
      new Flight(PROBES_IN_FLIGHT),
      world,
    );
  return {
    keys,
    addressOf,
    open: (source) => openServerPolicy(source, () => keys.of(source.url), world),
    listModels: (typed, signal) =>
      asLoad(signal, async () => {
        const url = serverAddress(typed);
        const models = await listModels(clientOf(url, null), url, signal);
        return models.map(({ id }) => id);
      }),
    probe: (typed, model, signal) =>
      asLoad(signal, () => {
        const url = serverAddress(typed);
        return probeServer(clientOf(url, model), url, model, signal);
      }),
  };
}

/** A failure of a request as one of choosing a model. */
async function asLoad<Value>(signal: AbortSignal, ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ModelLoadError) throw error;
    throw new ModelLoadError('load-failed', messageOf(error), { cause: error });
  }
}

function worldOfThisPage(): ClientWorld {
  return {
    fetch: (url, init) => globalThis.fetch(url, init),
    pauses: REAL_PAUSES,
    now: () => Date.now(),
    page: 'location' in globalThis ? globalThis.location.origin : null,
  };
}
