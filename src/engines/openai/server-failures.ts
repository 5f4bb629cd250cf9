import { PolicyError, shortened, type PolicyErrorKind } from '../../core/index.ts';
import type { Fault } from './server-replies.ts';

/** Room for what a server says in its own words. */
const MOST_OF_SERVERS_WORDS = 200;

/** What was asked of whom, for the sentences that say what went wrong. */
export interface Asked {
  readonly address: string;
  /** Null where no model was asked for. */
  readonly model: string | null;
  /** As it is now: a person may give another. Null where there is none. */
  readonly keyOf: () => string | null;
}

/** A reply that isn't what was asked for. */
export interface BadReply {
  readonly status: number;
  readonly contentType: string;
  readonly fault: Fault | null;
  /** What was asked. */
  readonly url: string;
}

/** What a reply with a status that is no success means. */
export function explainReply(asked: Asked, reply: BadReply): PolicyError {
  const { address, model, keyOf } = asked;
  const { status, contentType, fault } = reply;
  const code = String(status);
  if (isOfGateway(status)) return explainGateway(asked, status);
  if (contentType.includes('html')) {
    return failed(
      `${address} answered with a web page (${code}) where a model’s answer was expected: another program serves that address, or a proxy in between failed.`,
    );
  }
  if (status === 401 || status === 403) {
    return failed(
      keyOf() === null
        ? `${address} asks for a key (${code}): give it one on the Models screen.`
        : `${address} refused the key (${code}): give it another on the Models screen.`,
    );
  }
  const overflow = overflowIn(fault);
  if (overflow !== null) return explainOverflow(asked, overflow, fault);
  if (status === 404 && !isOfProtocol(reply.url)) {
    return failed(`${address} has nothing at ${new URL(reply.url).pathname} (404).`);
  }
  if (status === 404) {
    return failed(
      model === null
        ? `${address} has no list of models (404): the address of most servers ends with /v1.`
        : `${address} has no model “${shortened(model, MOST_OF_SERVERS_WORDS)}” any more (404): choose one of its list.${quoted(asked, fault)}`,
    );
  }
  if (isTurnedAway(status) || status >= 500) return explainOwnTrouble(asked, reply);
  return failed(`${address} refused the request (${code}).${quoted(asked, fault)}`);
}

/** What says nothing of the request: the same may well be answered later. */
function explainOwnTrouble(asked: Asked, { status, fault }: BadReply): PolicyError {
  const { address } = asked;
  const code = String(status);
  if (isTurnedAway(status)) {
    return new ServerBusy(
      'engine-failed',
      `${address} has too much to do (${code}), and had still after several tries: let fewer requests be in flight, or try again later.`,
    );
  }
  return new ServerFault('engine-lost', `${address} failed (${code}).${quoted(asked, fault)}`);
}

/** What stands in front of models has lost one: whether it had begun is not known, and another may answer. */
function explainGateway({ address }: Asked, status: number): PolicyError {
  return status === GATEWAY_TIMEOUT
    ? new ServerFault('engine-lost', `${address} waited too long for the model behind it (504).`)
    : new ServerBusy(
        'engine-lost',
        `${address} reaches no model behind it (${String(status)}), and didn’t after several tries: is one running?`,
      );
}

/** What llama.cpp and vLLM have beside the protocol says nothing of a model where it is not there. */
function isOfProtocol(url: string): boolean {
  return /\/(completions|models)$/.test(url);
}

const BAD_GATEWAY = 502;
const GATEWAY_TIMEOUT = 504;

/**
 * Whether a server says that it has too much to do just now, or what stands in front of models that it reaches none. One that has
 * waited too long for a model has asked it: asking at once again would only add to what it has to do.
 */
export function isTurnedAway(status: number): boolean {
  return status === 429 || status === 503 || status === BAD_GATEWAY;
}

function isOfGateway(status: number): boolean {
  return status === BAD_GATEWAY || status === GATEWAY_TIMEOUT;
}

/** What a server said was wrong while its answer was coming. */
export function explainFault(asked: Asked, fault: Fault): PolicyError {
  const overflow = overflowIn(fault);
  if (overflow !== null) return explainOverflow(asked, overflow, fault);
  return failed(`${asked.address} failed in the middle of its answer.${quoted(asked, fault)}`);
}

/** A reply that says nothing that is understood. */
export function unreadable({ address }: Asked, what: string): PolicyError {
  return failed(
    `${address} answered with something that is no ${what}: it may not speak the OpenAI protocol.`,
  );
}

/** A stream that stopped before the answer was over. */
export function cutStream({ address }: Asked): PolicyError {
  return lost(`${address} broke off in the middle of its answer.`);
}

/** A server that says nothing for so long. */
export function silent({ address }: Asked, seconds: number): PolicyError {
  return lost(`${address} has said nothing for ${String(seconds)} seconds.`);
}

/** A model that another was put in the place of. */
export function changedModel({ address }: Asked, before: string, now: string): PolicyError {
  return failed(
    `${address} answers with “${shown(now)}” now, and answered with “${shown(before)}” when it was chosen: a run keeps to one model. Choose the model again.`,
  );
}

/**
 * A server that no reply came from: a browser doesn't tell why.
 *
 * @param page origin of the page; null outside of one
 */
export function unreachable({ address }: Asked, page: string | null): PolicyError {
  if (page !== null && page.startsWith('https:') && isPlain(address)) {
    return lost(
      `${address} can’t be asked by this page: it came by https, and browsers let such a page ask no server by http. Serve both from one place: npm start -- --policy ${address}`,
    );
  }
  if (page === null || new URL(address).origin === page) {
    return lost(`${address} can’t be reached: is the server running?`);
  }
  return lost(
    `${address} can’t be reached: it isn’t running, or it lets no page of ${page} ask. To let it: ${letPageAsk(page)} Or serve both from one place: npm start -- --policy ${address}`,
  );
}

/** What to add where each server is started. llama.cpp's and SGLang's let every page ask unless they are told not to. */
function letPageAsk(page: string): string {
  return [
    `vLLM --allowed-origins '["${page}"]'`,
    `Ray Serve (its LLM app lets every page; an app of your own adds CORSMiddleware(allow_origins=["${page}"]))`,
    `llama.cpp --cors-origins ${page}`,
    `Ollama OLLAMA_ORIGINS=${page}.`,
  ].join('; ');
}

/** Browsers count a machine's own addresses as safe. */
function isPlain(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

/** A server that has too much to do, or reaches no model, and did still after several tries. */
export class ServerBusy extends PolicyError {}

/** A server that failed: at the request, or since a model behind it has just died. Only another try can tell. */
export class ServerFault extends PolicyError {}

/** Sizes that a server gives where a prompt doesn't fit; null where it doesn't say. */
export interface Overflow {
  readonly contextTokens: number | null;
  readonly promptTokens: number | null;
}

/** That a prompt doesn't fit, in each server's own words. */
export class ContextOverflow extends PolicyError {
  readonly overflow: Overflow;

  constructor(overflow: Overflow, message: string) {
    super('context-overflow', message);
    this.overflow = overflow;
  }
}

function explainOverflow(asked: Asked, overflow: Overflow, fault: Fault | null): ContextOverflow {
  const { contextTokens, promptTokens } = overflow;
  const prompt = promptTokens === null ? 'too long' : `${String(promptTokens)} tokens long`;
  const most =
    contextTokens === null
      ? `.${quoted(asked, fault)}`
      : `; this model reads at most ${String(contextTokens)}, prompt and answer together.`;
  return new ContextOverflow(overflow, `The prompt is ${prompt}${most}`);
}

/** vLLM, OpenAI and SGLang say it in sentences of their own, llama.cpp in figures. */
function overflowIn(fault: Fault | null): Overflow | null {
  if (fault === null) return null;
  const words = fault.message ?? '';
  if (fault.type === 'exceed_context_size_error') {
    return { contextTokens: fault.n_ctx ?? null, promptTokens: fault.n_prompt_tokens ?? null };
  }
  const tells =
    fault.code === 'context_length_exceeded' ||
    /maximum context length|context length \(|exceeds? the available context/i.test(words);
  if (!tells) return null;
  return {
    contextTokens: figure(words, /context length (?:is|of|\()\s?(?:only )?(\d{1,9})/i),
    promptTokens:
      figure(
        words,
        /(\d{1,9}) (?:tokens )?(?:in the messages|from the input messages|input tokens)/i,
      ) ?? figure(words, /(?:input|messages resulted in|at least) \(?(\d{1,9}) (?:input )?tokens/i),
  };
}

function figure(words: string, pattern: RegExp): number | null {
  const found = pattern.exec(words)?.[1];
  return found === undefined ? null : Number(found);
}

/** What the server said, where it said something; nothing where it was told a key: its words may repeat it, in whatever form. */
function quoted({ keyOf }: Asked, fault: Fault | null): string {
  const words = fault?.message ?? '';
  if (words.trim() === '' || keyOf() !== null) return '';
  return ` Its words: “${shown(words)}”`;
}

function shown(words: string): string {
  return shortened(words, MOST_OF_SERVERS_WORDS, ' …');
}

function failed(message: string): PolicyError {
  return error('engine-failed', message);
}

/** Such a call is made once more. */
function lost(message: string): PolicyError {
  return error('engine-lost', message);
}

function error(kind: PolicyErrorKind, message: string): PolicyError {
  return new PolicyError(kind, message);
}
