import * as z from 'zod/mini';
import type { PolicyError } from '../../core/index.ts';
import { createNotes } from '../worker/notes.ts';
import { eventsOf, type Patiently } from './event-stream.ts';
import type { Flight, Seat } from './flight.ts';
import { type Pauses, within } from './pauses.ts';
import {
  type Asked,
  type BadReply,
  explainFault,
  explainReply,
  isTurnedAway,
  silent,
  unreachable,
  unreadable,
} from './server-failures.ts';
import { faultIn } from './server-replies.ts';

/** What a client asks of the world. */
export interface ClientWorld {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly pauses: Pauses;
  /** Milliseconds since the epoch; a server may name the moment from which on it has time. */
  readonly now: () => number;
  /** Origin of the page that asks; null outside of one. */
  readonly page: string | null;
}

export interface ClientRequest<Schema> {
  readonly url: string;
  /** Asked for with GET where there is none. */
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly schema: Schema;
  /** What the reply should be, for the sentence where it is none: "answer". */
  readonly what: string;
  readonly signal: AbortSignal;
}

/** A server that is loading a model, or has a long line, says nothing for long. */
const SECONDS_OF_SILENCE = 180;

/** The first try and those after a server said that it had too much to do. */
const MOST_TRIES = 6;

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/** A server that asks for more is said to be busy. */
const LONGEST_ASKED_WAIT = 600_000;

/** Requests to one server, for one of its models. */
export class ServerClient {
  readonly asked: Asked;
  /** What a person should know of how the server answers. */
  readonly notes = createNotes();
  readonly #flight: Flight;
  readonly #world: ClientWorld;

  /** @param flight how many requests are under way at once */
  constructor(asked: Asked, flight: Flight, world: ClientWorld) {
    this.asked = asked;
    this.#flight = flight;
    this.#world = world;
  }

  /** Asks, and reads the reply whole. */
  async ask<Schema extends z.ZodMiniType>(
    request: ClientRequest<Schema>,
  ): Promise<z.output<Schema>> {
    const { schema, what, signal } = request;
    const patiently = this.#patience(signal);
    const text = this.#withReply(request, async function* (response) {
      yield await patiently(response.text());
    });
    let whole = '';
    // To its end, where the seat is left.
    for await (const piece of text) whole += piece;
    return read(this.asked, parseJson(whole), schema, what);
  }

  /** Asks, and reads the events of the reply as they come, to the one that says that it is over. */
  async *stream<Schema extends z.ZodMiniType>(
    request: ClientRequest<Schema>,
  ): AsyncGenerator<z.output<Schema>, void, undefined> {
    const { schema, what, signal } = request;
    const { asked } = this;
    const patiently = this.#patience(signal);
    const events = this.#withReply(request, (response) => {
      if (isWebPage(response)) throw explainReply(asked, badReply(request, response, ''));
      return eventsOf(response, asked, patiently, signal);
    });
    for await (const event of events) yield read(asked, parseJson(event), schema, what);
  }

  /** Reads a reply that is a success, with a place among the requests that are under way. */
  async *#withReply(
    request: ClientRequest<unknown>,
    readReply: (response: Response) => AsyncIterable<string>,
  ): AsyncGenerator<string, void, undefined> {
    const seat = await this.#flight.board(request.signal);
    let served = false;
    try {
      const response = await this.#reply(request, seat);
      yield* readReply(response);
      served = true;
    } finally {
      seat.leave(served);
    }
  }

  /** A reply that is a success. A server that has too much to do is asked again, after as long as it says. */
  async #reply(request: ClientRequest<unknown>, seat: Seat): Promise<Response> {
    const { signal } = request;
    const { pauses, now } = this.#world;
    const patiently = this.#patience(signal);
    for (let tries = 1; ; tries += 1) {
      const response = await patiently(send(this.asked, request, this.#world));
      if (response.ok) return response;
      const text = await patiently(response.text()).catch(() => '');
      signal.throwIfAborted();
      const wait = waitBefore(response, tries, now());
      if (!isTurnedAway(response.status) || tries === MOST_TRIES || wait > LONGEST_ASKED_WAIT) {
        throw explainReply(this.asked, badReply(request, response, text));
      }
      seat.turnedAway();
      this.notes.add(
        `${this.asked.address} turned requests away: fewer are in flight, and they are asked again when it says.`,
      );
      await pauses.wait(wait, signal);
    }
  }

  #patience(signal: AbortSignal): Patiently {
    const late = (): PolicyError => silent(this.asked, SECONDS_OF_SILENCE);
    const milliseconds = SECONDS_OF_SILENCE * 1_000;
    return (promise) => within(promise, milliseconds, late, this.#world.pauses, signal);
  }
}

/** A key goes to the server that it was given for, and no further: a server that sends on elsewhere is not followed. */
async function send(
  asked: Asked,
  { url, body, signal }: ClientRequest<unknown>,
  { fetch, page }: ClientWorld,
): Promise<Response> {
  const key = asked.keyOf();
  try {
    return await fetch(url, {
      method: body === null ? 'GET' : 'POST',
      headers: {
        ...(body === null ? {} : { 'Content-Type': 'application/json' }),
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    });
  } catch {
    signal.throwIfAborted();
    // What a browser says of it tells nothing, and may tell the request.
    throw unreachable(asked, page);
  }
}

function badReply(
  { url }: ClientRequest<unknown>,
  { status, headers }: Response,
  text: string,
): BadReply {
  const contentType = headers.get('content-type') ?? '';
  return { status, contentType, url, fault: faultIn(parseJson(text)) };
}

function isWebPage({ headers }: Response): boolean {
  return (headers.get('content-type') ?? '').includes('html');
}

/**
 * Milliseconds to wait before the next try: what the server asks for, else longer each time.
 *
 * @param now since the epoch
 */
function waitBefore({ headers }: Response, tries: number, now: number): number {
  const asked = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d{1,6}(\.\d{1,6})?$/.test(asked)
    ? Number(asked)
    : (Date.parse(asked) - now) / 1_000;
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
}

/** @throws PolicyError where it is no such reply, or says in its place what went wrong */
function read<Schema extends z.ZodMiniType>(
  asked: Asked,
  reply: unknown,
  schema: Schema,
  what: string,
): z.output<Schema> {
  const { success, data } = z.safeParse(schema, reply);
  if (success) return data;
  const fault = faultIn(reply);
  throw fault === null ? unreadable(asked, what) : explainFault(asked, fault);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
