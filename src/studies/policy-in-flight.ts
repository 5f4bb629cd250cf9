import {
  PolicyError,
  type GenerationChunk,
  type GenerationRequest,
  type Policy,
  type SampledToken,
} from '../core/index.ts';
import type { FlightOfRun } from './shared-flight.ts';

/** Hears how each call ended; what it throws takes the place of what the call threw. */
export interface CallOutcomes {
  served(): void;
  failed(error: unknown): void;
}

/**
 * The policy as one run of many asks it: each call has a place in the shared flight, and an answer is told in one piece. Nobody
 * watches it being written, and folding each token into a tree would cost more than the rest of the core.
 *
 * @param inFlight calls that the run may ask for at once: the flight lets in as many as have a place
 */
export function policyInFlight(
  policy: Policy,
  flight: FlightOfRun,
  inFlight: number,
  outcomes: CallOutcomes,
): Policy {
  const { scoreText } = policy;
  return {
    description: { ...policy.description, parallelism: inFlight },
    generate: (request, signal) => generate(policy, request, flight, outcomes, signal),
    ...(scoreText === undefined
      ? {}
      : {
          scoreText: (request, signal) =>
            seated(flight, outcomes, signal, (own) => scoreText(request, own)),
        }),
  };
}

async function* generate(
  policy: Policy,
  request: GenerationRequest,
  flight: FlightOfRun,
  outcomes: CallOutcomes,
  signal: AbortSignal,
): AsyncGenerator<GenerationChunk, void, undefined> {
  const chunks = await seated(flight, outcomes, signal, (own) => gather(policy, request, own));
  yield* chunks;
}

/** An answer as one piece, and how it ended. */
async function gather(
  policy: Policy,
  request: GenerationRequest,
  signal: AbortSignal,
): Promise<readonly GenerationChunk[]> {
  let text = '';
  const tokens: SampledToken[] = [];
  const ends: GenerationChunk[] = [];
  for await (const chunk of policy.generate(request, signal)) {
    if (chunk.type === 'generation-finished') {
      ends.push(chunk);
      continue;
    }
    text += chunk.text;
    for (const token of chunk.tokens) tokens.push(token);
  }
  if (text === '' && tokens.length === 0) return ends;
  return [{ type: 'text-added', text, tokens }, ...ends];
}

/**
 * One call with its place, and with a signal of its own: a run's lives through thousands of calls, and would hold on to what
 * each of them made of it.
 */
async function seated<Value>(
  flight: FlightOfRun,
  outcomes: CallOutcomes,
  signal: AbortSignal,
  call: (own: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const leave = await flight.board(signal);
  const own = new AbortController();
  const abort = (): void => {
    own.abort(signal.reason);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    const value = await call(own.signal);
    outcomes.served();
    return value;
  } catch (error) {
    if (!signal.aborted) outcomes.failed(error);
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
    leave();
  }
}

/**
 * Counts calls that failed one after another with none served between them: a server that is gone, or doesn't take its key any
 * more, would fail every run of a queue. A prompt that doesn't fit says nothing of the server.
 */
export class FailuresInARow implements CallOutcomes {
  readonly #most: number;
  readonly #onTooMany: (last: Error) => void;
  #count = 0;

  /** @param most failures that are still let through */
  constructor(most: number, onTooMany: (last: Error) => void) {
    this.#most = most;
    this.#onTooMany = onTooMany;
  }

  served(): void {
    this.#count = 0;
  }

  failed(error: unknown): void {
    if (!(error instanceof PolicyError) || error.kind === 'context-overflow') return;
    this.#count += 1;
    if (this.#count > this.#most) this.#onTooMany(error);
  }
}
