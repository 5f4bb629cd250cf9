import { vi } from 'vitest';

/** What a command says goes nowhere, until the mocks are restored. */
export function keepQuiet(): void {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(console, 'error').mockReturnValue(undefined);
}
