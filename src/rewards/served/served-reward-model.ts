import {
  LARGEST_REWARD,
  messageOf,
  noPlainWebAddress,
  type RewardModel,
  type RewardRequest,
  plainWebAddress,
  shortened,
} from '../../core/index.ts';
import type { ScorerEngines } from '../scorer-contract.ts';
import { contractOf, type AskedResponse, type RewardContract } from './reward-contracts.ts';

/** What is asked of the world. */
export interface RewardWorld {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Resolves after so many milliseconds, or rejects with the signal's reason. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** What the server is told so that it answers, and nobody else; null where none was given. It may be given while a run goes on. Rejects with a sentence where that can't be known. */
  readonly keyOf: (address: string) => Promise<string | null>;
  /** How a person gives a key, as a sentence goes on after a colon. */
  readonly toGiveKey: string;
}

/** A server that is loading its model says nothing for long. */
const MOST_SILENCE = 180_000;

/** The first try, and those after a server said that it had too much to do. */
const MOST_TRIES = 4;

const LONGEST_WAIT = 60_000;

const THIS_PAGE: RewardWorld = {
  fetch: (url, init) => globalThis.fetch(url, init),
  wait: async (milliseconds, signal) => {
    const over = AbortSignal.any([AbortSignal.timeout(milliseconds), signal]);
    if (!over.aborted) {
      await new Promise((resolve) => {
        over.addEventListener('abort', resolve, { once: true });
      });
    }
    signal.throwIfAborted();
  },
  keyOf: () => Promise.resolve(null),
  toGiveKey: 'write its key below its address, in the playground’s set-up',
};

/** The world of a page that knows servers' keys, by their addresses; absent where no keys are known. */
export function keysOf(servers: ScorerEngines['servers']): Partial<RewardWorld> {
  if (servers === undefined) return {};
  return {
    keyOf: async (address) => {
      const { keys, addressOf } = await servers.load();
      return keys.of(addressOf(address));
    },
  };
}

/** A reward model behind a server. Where the address is none, asking for a reward fails in a sentence. */
export function createServedReward(typed: string, world: Partial<RewardWorld> = {}): RewardModel {
  const address = plainWebAddress(typed);
  if (address === null) return describedAs('', 'none', () => Promise.reject(noAddress(typed)));
  const contract = contractOf(address);
  const asked = { address, contract, ...THIS_PAGE, ...world };
  return describedAs(address, contract.name, async (request, signal) => {
    signal.throwIfAborted();
    const server = { ...asked, ...(await keyFor(address, asked.keyOf, signal)) };
    // No minus zero: a file would give it back as zero.
    const value = (await askServer(server, askedOf(request), signal)) + 0;
    const measured = `told by ${new URL(address).host}`;
    const breakdown = [{ id: 'served', label: 'Reward server', value, measured }];
    return { value, breakdown, conditionedOn: request.conditionedOn };
  });
}

function noAddress(typed: string): Error {
  return new Error(
    typed.trim() === ''
      ? 'No reward server is named: write its address among the scorer’s settings.'
      : noPlainWebAddress(typed),
  );
}

function describedAs(address: string, contract: string, score: RewardModel['score']): RewardModel {
  const description = {
    id: 'served-reward',
    name: 'Reward server',
    version: 1,
    summary: `What the reward model behind ${address === '' ? 'no address' : address} says, asked as ${contract}. What it measures, its makers say.`,
    settings: { address, contract },
  };
  return { description, score };
}

/** The preference comes after the prompt, a blank line between, as the policy is asked. */
function askedOf({ prompt, preference, conditionedOn, response }: RewardRequest): AskedResponse {
  const z = conditionedOn === 'prompt' ? '' : preference.trim();
  return { asked: z === '' ? prompt : `${prompt}\n\n${z}`, prompt, preference: z, response };
}

interface RewardServer extends RewardWorld {
  readonly address: string;
  readonly contract: RewardContract;
  /** Null where none was given. */
  readonly key: string | null;
  /** Why it can't be known whether one was given, a sentence; null where it is known. */
  readonly keyProblem: string | null;
}

/** A server that asks for no key answers where none can be known. @throws the signal's reason, as soon as it is aborted */
function keyFor(
  address: string,
  keyOf: RewardWorld['keyOf'],
  signal: AbortSignal,
): Promise<Pick<RewardServer, 'key' | 'keyProblem'>> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    keyOf(address)
      .then(
        (key) => {
          resolve({ key, keyProblem: null });
        },
        (error: unknown) => {
          resolve({ key: null, keyProblem: messageOf(error) });
        },
      )
      .finally(() => {
        signal.removeEventListener('abort', onAbort);
      });
  });
}

/** @throws Error with a sentence that says what to do. */
async function askServer(
  server: RewardServer,
  response: AskedResponse,
  signal: AbortSignal,
): Promise<number> {
  const { address, contract, wait } = server;
  for (let tries = 1; ; tries += 1) {
    const reply = await send(server, response, signal);
    if (isRedirect(reply)) {
      throw new Error(`${address} answers with a redirect: name the address that it leads to.`);
    }
    if (reply.ok) {
      const reward = contract.reward(await reply.json().catch(() => null));
      signal.throwIfAborted();
      // Not so for NaN either.
      if (reward !== null && Math.abs(reward) <= LARGEST_REWARD) return reward;
      throw new Error(
        `${address} answered with something that is no reward within ±1,000,000,000, asked as ${contract.name}.`,
      );
    }
    // What it says of a key may repeat it, and isn't told.
    if (reply.status === 401) throw refusedKey(server);
    if (reply.status === 403) {
      const problem = await forbidden(server, reply);
      signal.throwIfAborted();
      throw problem;
    }
    const isBusy = reply.status === 429 || reply.status === 503;
    if (!isBusy || tries === MOST_TRIES) {
      const what = isBusy ? 'has too much to do, and had still later' : 'refused it, or failed';
      throw new Error(`${address} ${what} (${String(reply.status)}).`);
    }
    await wait(waitAfter(reply, tries), signal);
  }
}

function refusedKey({ address, key, keyProblem, toGiveKey }: RewardServer): Error {
  if (keyProblem !== null) return new Error(`${address} asks for a key (401). ${keyProblem}`);
  const what =
    key === null ? 'asks for a key, and was given none' : 'doesn’t take the key that it was given';
  return new Error(`${address} ${what} (401): ${toGiveKey}.`);
}

/** A server says so of a key, and a proxy or a check of where the page comes from too. */
async function forbidden(server: RewardServer, reply: Response): Promise<Error> {
  const { address, key, toGiveKey } = server;
  // With a key, its words may repeat it, in whatever form.
  const words = key === null ? await beginningOf(reply) : '';
  const told = words === '' ? '' : ` Its words: “${words}”`;
  return new Error(
    `${address} refused to answer (403): where it asks for a key, ${toGiveKey}; else let it or the proxy before it take what this asks.${told}`,
  );
}

/** Room for what a server says in its own words. */
const MOST_OF_ITS_WORDS = 200;
const MOST_READ = 4_000;

/** What a reply says at first. Never rejects. */
async function beginningOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let words = '';
  try {
    while (reader !== undefined && words.length < MOST_READ) {
      const { value, done } = await reader.read();
      if (done) break;
      words += decoder.decode(value, { stream: true });
    }
  } catch {
    // What came before the connection was lost is told.
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
  return shortened(words.replace(/\s+/g, ' ').trim(), MOST_OF_ITS_WORDS);
}

/** A page is told no more of it than that. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** What the server asks for, up to a minute; else longer each time. */
function waitAfter({ headers }: Response, tries: number): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Math.min(LONGEST_WAIT, 1_000 * (seconds >= 0 ? seconds : 2 ** (tries - 1)));
}

async function send(
  { address, contract, fetch, key }: RewardServer,
  response: AskedResponse,
  signal: AbortSignal,
): Promise<Response> {
  const silence = AbortSignal.timeout(MOST_SILENCE);
  try {
    return await fetch(address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(contract.body(response)),
      credentials: 'omit',
      // What it leads to may be anybody, and is never told the key.
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, silence]),
    });
  } catch {
    signal.throwIfAborted();
    throw new Error(
      silence.aborted
        ? `${address} has said nothing for ${String(MOST_SILENCE / 1_000)} seconds.`
        : `${address} can’t be reached: it isn’t running, or it doesn’t let pages ask (Access-Control-Allow-Origin).`,
    );
  }
}
