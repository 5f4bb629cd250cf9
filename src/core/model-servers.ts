import type { LoadedPolicy, ServerSource } from './model-catalog.ts';
import type { ServerAbilities } from './server-abilities.ts';

/** Servers that speak the OpenAI protocol, and what they are told so that they answer. */
export interface ModelServers {
  /** What a server's paths begin with, of an address as it was typed or copied; as it is where it is none. */
  readonly addressOf: (typed: string) => string;
  /**
   * Asks a server for the names of its models.
   *
   * @throws ModelLoadError with a sentence that says what to do.
   * @throws the signal's reason when it is aborted.
   */
  listModels(address: string, signal: AbortSignal): Promise<readonly string[]>;
  /**
   * Finds out what a server can do with one of its models, by asking for a few tokens.
   *
   * @throws as `listModels`
   */
  probe(address: string, model: string, signal: AbortSignal): Promise<ServerAbilities>;
  /**
   * A model of a server as a policy. Nothing is asked before it is used.
   *
   * @throws ModelLoadError where the source names no server.
   */
  open(source: ServerSource): LoadedPolicy;
  readonly keys: ServerKeys;
}

/** What servers are told so that they answer. Never part of a source, a run, a link, a file or an error. */
export interface ServerKeys {
  /** Null where none was given for a server. */
  readonly of: (address: string) => string | null;
  /** Whether this browser keeps the key of a server. */
  readonly isKept: (address: string) => boolean;
  /**
   * @param key empty to forget it
   * @param kept whether the browser may keep it after the page is closed; otherwise it lives as long as the page.
   */
  readonly set: (address: string, key: string, kept: boolean) => void;
}
