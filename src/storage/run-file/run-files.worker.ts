import * as z from 'zod/mini';
import { serveRunFiles } from './serve-run-files.ts';

// The page's policy refuses evaluated code, and the browser would report that zod tries it.
z.config({ jitless: true });

serveRunFiles(self);
