import { late, type Late, type ModelServers, type ServerSource } from '../../core/index.ts';
import type { Engine } from '../engine.ts';
import type { KeptKeys } from './server-keys.ts';

/**
 * What asks model servers, and knows their keys: fetched when the first is named.
 *
 * @param keptKeys where a person may have them kept
 */
export function lateModelServers(keptKeys: KeptKeys): Late<ModelServers> {
  return late('What asks model servers', async () => {
    const { createModelServers, createServerKeys } = await import('./open-server.ts');
    return createModelServers(createServerKeys(keptKeys));
  });
}

/** A model behind a server that speaks the OpenAI protocol: vLLM, Ray Serve, SGLang, llama.cpp's server, Ollama and others. */
export function createOpenaiEngine(): Engine {
  return {
    id: 'openai',
    label: { name: 'A server of the OpenAI protocol', badge: 'Server', device: 'a server' },
    suits: () => false,
    obstacle: () => null,
    lacks: (source) => (source.kind === 'model-server' ? abilitiesMissing(source) : []),
    takes: ({ kind }) => kind === 'model-server',
    find: (source, { servers }) =>
      source.kind === 'model-server' && servers !== null
        ? async () => (await servers.load()).open(source)
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
