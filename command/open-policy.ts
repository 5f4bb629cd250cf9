import { PlainError } from '../scripts/terminal/plain-error.mjs';
import {
  messageOf,
  ModelLoadError,
  type Policy,
  type PolicyAbility,
  type RunHeader,
} from '../src/core/index.ts';
import { createModelServers, createServerKeys } from '../src/engines/openai/open-server.ts';
import { createOpenaiEngine } from '../src/engines/openai/openai-engine.ts';
import { serverAddress } from '../src/engines/openai/server-address.ts';
import { EMBEDDED_ID, openEmbedded } from './native-policy/open-embedded.ts';
import type { PolicyOrder } from './read-order.mjs';

export interface OpenedPolicy {
  readonly policy: Policy;
  /** What its server can't do. */
  readonly lacks: readonly PolicyAbility[];
}

/**
 * A model behind a server, asked what it can do, or the embedded one in this process. The key lives in this process alone: it is no part of what is kept or told.
 *
 * @param run the one that is gone on with, whose server and model count where none are named; null for a new one
 * @throws PlainError with a sentence that says what to do
 * @throws the signal's reason when it is aborted.
 */
export async function openPolicy(
  order: PolicyOrder,
  run: RunHeader | null,
  signal: AbortSignal,
): Promise<OpenedPolicy> {
  try {
    return await open(order, run, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ModelLoadError)) throw error;
    throw new PlainError(messageOf(error), { cause: error });
  }
}

/** What `--policy` calls the embedded model by. */
const EMBEDDED = 'embedded';

async function open(
  { address, model, key, inFlight }: PolicyOrder,
  run: RunHeader | null,
  signal: AbortSignal,
): Promise<OpenedPolicy> {
  const named = address ?? policyOf(run);
  if (named === EMBEDDED) {
    if (model !== null) {
      throw new PlainError(
        '--model names one of a server’s models; the embedded one is the only one: leave it out.',
      );
    }
    return { policy: await openEmbedded(inFlight, signal), lacks: [] };
  }
  if (named === null) {
    throw new PlainError(
      'This run was written neither by a model server nor by the embedded model on the processor: only the page can go on with it, with the model that wrote it.',
    );
  }
  const url = serverAddress(named);
  const keys = createServerKeys({ read: () => undefined, write: () => undefined });
  if (key !== null) keys.set(url, key, false);
  const servers = createModelServers(keys);
  const name = model ?? run?.policy.name ?? onlyOne(url, await servers.listModels(url, signal));
  console.error(`Finding out what ${name} at ${url} can do.`);
  const abilities = await servers.probe(url, name, signal);
  const source = { kind: 'model-server', url, model: name, inFlight, abilities } as const;
  return { policy: servers.open(source), lacks: createOpenaiEngine().lacks?.(source) ?? [] };
}

/** What a run that is gone on with was written by, as `--policy` would name it; null where it can't. */
function policyOf(run: RunHeader | null): string | null {
  if (run?.policy.id === EMBEDDED_ID) return EMBEDDED;
  return run?.policy.server?.address ?? null;
}

const MOST_NAMED = 20;

function onlyOne(url: string, models: readonly string[]): string {
  const [first, ...others] = models;
  if (first === undefined) throw new PlainError(`${url} lists no models: name one with --model.`);
  if (others.length === 0) return first;
  const named = models.slice(0, MOST_NAMED).join(', ');
  throw new PlainError(`${url} has several models: name one with --model, of ${named}.`);
}
