import { serveEngine } from '../worker/serve-engine.ts';
import { wllamaLoader } from './wllama-loader.ts';

serveEngine(self, wllamaLoader);
