import * as z from 'zod/mini';
import { serveWorks } from './serve-works.ts';

// The page's policy refuses evaluated code, and the browser would report that zod tries it.
z.config({ jitless: true });

serveWorks(self);
