import { serveEngine } from '../worker/serve-engine.ts';
import { webLocks } from '../worker/web-locks.ts';
import { wllamaLoader } from './wllama-loader.ts';

serveEngine(self, wllamaLoader, webLocks());
