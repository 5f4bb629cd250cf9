import type { LoadedPolicy, ModelServers, ServerKeys, ServerSource } from '../../core/index.ts';
import { late } from '../../core/index.ts';
import type { Engine } from '../engine.ts';
import { addressOf } from './server-address.ts';

/** What asks servers: nobody needs it before one is named. */
const SERVERS = late('What asks model servers', () => import('./open-server.ts'));

/** A model behind a server that speaks the OpenAI protocol: vLLM, Ray Serve, SGLang, llama.cpp's server, Ollama and others. */
export function createOpenaiEngine(): Engine {
  return {
    id: 'openai',
    label: { name: 'A server of the OpenAI protocol', badge: 'Server', device: 'a server' },
    suits: () => false,
    obstacle: () => null,
    lacks: (source) => (source.kind === 'model-server' ? abilitiesMissing(source) : []),
    takes: ({ kind }) => kind === 'model-server',
    find: (source, { keyOf }) =>
      source.kind === 'model-server'
        ? (_, signal) => openServer(source, keyOf(source.url), signal)
        : null,
  };
}

function abilitiesMissing({ abilities }: ServerSource): ReturnType<NonNullable<Engine['lacks']>> {
  const { forcedDecoding, logProbabilities, likeliestTokens } = abilities;
  return [
    ...(forcedDecoding === 'none' ? (['score-text'] as const) : []),
    ...(logProbabilities ? [] : (['log-probabilities'] as const)),
    ...(likeliestTokens > 0 ? [] : (['likeliest-tokens'] as const)),
  ];
}

async function openServer(
  source: ServerSource,
  key: string | null,
  signal: AbortSignal,
): Promise<LoadedPolicy> {
  const { openServerPolicy } = await SERVERS.load();
  signal.throwIfAborted();
  return openServerPolicy(source, key);
}

/** Servers before one of their models is chosen; what asks them is fetched when the first is asked. */
export function createLateServers(keys: ServerKeys): ModelServers {
  const load = async (): Promise<ModelServers> => (await SERVERS.load()).createModelServers(keys);
  return {
    keys,
    addressOf,
    listModels: async (...call) => (await load()).listModels(...call),
    probe: async (...call) => (await load()).probe(...call),
  };
}
