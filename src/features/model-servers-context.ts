import { createContext } from 'react';
import type { Late, ModelServers } from '../core/index.ts';

/** What knows the servers’ keys, for any field that names a server; null where no keys are known. */
export const ModelServersContext = createContext<Late<ModelServers> | null>(null);
