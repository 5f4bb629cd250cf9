import { serveEngine } from '../worker/serve-engine.ts';
import { webllmLoader } from './webllm-loader.ts';

serveEngine(self, webllmLoader);
