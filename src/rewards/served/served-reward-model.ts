import {
  noWebAddress,
  type RewardModel,
  type RewardRequest,
  webAddress,
} from '../../core/index.ts';
import { contractOf, type AskedResponse, type RewardContract } from './reward-contracts.ts';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A reward model behind a server. Where the address is none, asking for a reward fails in a sentence. */
export function createServedReward(
  typed: string,
  fetch: Fetch = (url, init) => globalThis.fetch(url, init),
): RewardModel {
  const address = webAddress(typed);
  if (address === null) return describedAs('', 'none', () => Promise.reject(noAddress(typed)));
  const contract = contractOf(address);
  const ask = batched(contract.most, (responses, signal) =>
    askServer({ address, contract, fetch }, responses, signal),
  );
  return describedAs(address, contract.name, async (request, signal) => {
    signal.throwIfAborted();
    // No minus zero: a file would give it back as zero.
    const value = (await ask(askedOf(request), signal)) + 0;
    const measured = `told by ${new URL(address).host}`;
    const breakdown = [{ id: 'served', label: 'Reward server', value, measured }];
    return { value, breakdown, conditionedOn: request.conditionedOn };
  });
}

function noAddress(typed: string): Error {
  return new Error(
    typed.trim() === ''
      ? 'No reward server is named: write its address among the scorer’s settings.'
      : noWebAddress(typed),
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

interface Waiting {
  readonly response: AskedResponse;
  readonly signal: AbortSignal;
  readonly resolve: (reward: number) => void;
  readonly reject: (reason: unknown) => void;
}

type AskMany = (
  responses: readonly AskedResponse[],
  signal: AbortSignal,
) => Promise<readonly number[]>;

/** Those that are asked for in one turn of the page go to the server together. */
function batched(
  most: number,
  askMany: AskMany,
): (response: AskedResponse, signal: AbortSignal) => Promise<number> {
  let waiting: Waiting[] = [];
  const sendAll = (): void => {
    const all = waiting;
    waiting = [];
    // One signal stops a request, so those of one caller go together.
    for (const caller of new Set(all.map(({ signal }) => signal))) {
      const calls = all.filter(({ signal }) => signal === caller);
      for (let from = 0; from < calls.length; from += most) {
        void send(calls.slice(from, from + most), caller, askMany);
      }
    }
  };
  return (response, signal) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setTimeout(sendAll, 0);
      waiting.push({ response, signal, resolve, reject });
    });
}

async function send(
  batch: readonly Waiting[],
  signal: AbortSignal,
  askMany: AskMany,
): Promise<void> {
  try {
    signal.throwIfAborted();
    const rewards = await askMany(
      batch.map(({ response }) => response),
      signal,
    );
    batch.forEach(({ resolve, reject }, place) => {
      const reward = rewards[place];
      if (reward === undefined) reject(new Error('The reward server left one out.'));
      else resolve(reward);
    });
  } catch (error) {
    for (const { reject } of batch) reject(signal.aborted ? signal.reason : error);
  }
}

interface RewardServer {
  readonly address: string;
  readonly contract: RewardContract;
  readonly fetch: Fetch;
}

/** @throws Error with a sentence that says what to do. */
async function askServer(
  { address, contract, fetch }: RewardServer,
  responses: readonly AskedResponse[],
  signal: AbortSignal,
): Promise<readonly number[]> {
  let reply: Response;
  try {
    reply = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(contract.body(responses)),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal,
    });
  } catch {
    signal.throwIfAborted();
    throw new Error(
      `${address} can’t be reached: it isn’t running, or it doesn’t let pages ask (Access-Control-Allow-Origin).`,
    );
  }
  const status = String(reply.status);
  if (!reply.ok) throw new Error(`${address} refused the request or failed (${status}).`);
  const rewards = contract.rewards(await reply.json().catch(() => null));
  if (rewards?.length !== responses.length || !rewards.every(Number.isFinite)) {
    throw new Error(
      `${address} answered with something that is no reward, asked as ${contract.name}.`,
    );
  }
  return rewards;
}
