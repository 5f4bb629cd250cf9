import * as z from 'zod/mini';

// Imported first, by the page and by every worker: zod would try whether it may evaluate code, which the page's policy refuses, and
// the browser reports the attempt.
z.config({ jitless: true });
