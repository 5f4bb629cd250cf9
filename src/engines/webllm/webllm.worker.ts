import { serveEngine } from '../worker/serve-engine.ts';
import { webLocks } from '../worker/web-locks.ts';
import { webllmLoader } from './webllm-loader.ts';

serveEngine(self, webllmLoader, webLocks());
