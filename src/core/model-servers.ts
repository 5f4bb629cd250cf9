import type { ServerAbilities } from './server-abilities.ts';

/** Servers that speak the OpenAI protocol, before one of their models is chosen. */
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
