import { webLocks } from '../worker/web-locks.ts';
import { serveHiddenStates } from './serve-hidden-states.ts';
import { llamaCppBackboneLoader } from './llama-cpp-backbone-loader.ts';

serveHiddenStates(self, llamaCppBackboneLoader, webLocks());
