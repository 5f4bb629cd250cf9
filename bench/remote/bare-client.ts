import type { Side } from './measure-and-report.ts';

/**
 * What asks a server for many answers and does nothing with them: as many requests under way as there may be, each read to its end.
 *
 * @param bodies of the requests, in their order
 */
export async function runBare(
  address: string,
  bodies: readonly string[],
  inFlight: number,
): Promise<Side> {
  const waiting = [...bodies];
  let tokens = 0;
  const begun = performance.now();
  const work = async (): Promise<void> => {
    for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
      const response = await fetch(`${address}/chat/completions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
      const told = tokensTold(await response.text());
      tokens += told;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return { tokens, seconds: (performance.now() - begun) / 1_000 };
}

/** What the stream's last events tell of its usage. */
function tokensTold(stream: string): number {
  const told = [...stream.slice(-2_000).matchAll(/"completion_tokens":\s*(\d+)/g)].at(-1);
  if (told === undefined) throw new Error(`An answer told no usage: ${stream.slice(0, 200)}`);
  return Number(told[1]);
}
