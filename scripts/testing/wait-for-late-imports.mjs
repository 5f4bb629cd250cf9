// @ts-check
import { afterAll, vi } from 'vitest';

// The files of a worker share its modules. An import that is in flight when a file ends is refused, and
// the refusal stands for every later file that wants that module: so a file ends when nothing is on its way.
afterAll(() => vi.dynamicImportSettled());
