import { expect, it } from 'vitest';
import { openPolicy } from './open-policy.ts';

it('refuses a model’s name beside the embedded model', async () => {
  const order = { address: 'embedded', model: 'Llama', key: null, inFlight: 1 };
  const { signal } = new AbortController();
  await expect(openPolicy(order, null, signal)).rejects.toThrow(
    '--model names one of a server’s models; the embedded one is the only one: leave it out.',
  );
});
