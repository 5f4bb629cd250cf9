import { mutationOptions } from '@tanstack/react-query';
import type { ModelServers, ServerAbilities } from '../core/index.ts';

/** One model of a server. */
export interface ServerModel {
  readonly address: string;
  readonly model: string;
}

/** Options for `useMutation` about model servers: each asks a server once, when the person says so. */
export function modelServersQueries(servers: ModelServers) {
  // A server in the same house is there without the internet, and nothing here is asked again by itself.
  const shared = { networkMode: 'always', retry: false, gcTime: 0 } as const;
  return {
    list: () =>
      mutationOptions<readonly string[], Error, string>({
        ...shared,
        mutationFn: (address) => servers.listModels(address, new AbortController().signal),
      }),
    probe: () =>
      mutationOptions<ServerAbilities, Error, ServerModel>({
        ...shared,
        mutationFn: ({ address, model }) =>
          servers.probe(address, model, new AbortController().signal),
      }),
  };
}
