import { serveEngine } from '../worker/serve-engine.ts';
import { webLocks } from '../worker/web-locks.ts';
import { llamaCppLoader } from './llama-cpp-loader.ts';

serveEngine(self, llamaCppLoader, webLocks());
