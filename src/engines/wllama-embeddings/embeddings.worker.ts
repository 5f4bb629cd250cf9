import { webLocks } from '../worker/web-locks.ts';
import { serveHiddenStates } from './serve-hidden-states.ts';
import { wllamaBackboneLoader } from './wllama-backbone-loader.ts';

serveHiddenStates(self, wllamaBackboneLoader, webLocks());
