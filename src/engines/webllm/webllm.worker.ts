import '../worker/zod-without-eval.ts';
import { servePolicy } from '../worker/policy-service.ts';
import { webLocks } from '../worker/life-lock.ts';
import { webllmLoader } from './webllm-loader.ts';

servePolicy(self, webllmLoader, webLocks());
