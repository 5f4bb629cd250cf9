import type { BatchModel } from './batch-model.ts';
import { pagesOf, type PageLedger } from './page-ledger.ts';

/** A prompt whose keys and values are in the cache: the calls that begin with it fork it. */
export interface KeptPrompt {
  readonly id: number;
  readonly tokens: readonly number[];
  /** After its last token. Not to be changed. */
  readonly logits: Float32Array;
  /** Calls that are under way with it. */
  users: number;
}

/**
 * Prompts that were read once and are kept while there is room. Only a whole prompt is used again, never a part: each is read from
 * its beginning, in the same pieces, so that what is in the cache never depends on which call came before.
 */
export interface PromptShelf {
  find(tokens: readonly number[]): KeptPrompt | null;
  /**
   * Reads a prompt whose pages were taken.
   *
   * @returns null where `isLeft` says that nobody waits for it any more; its pages are given back.
   */
  read(id: number, tokens: readonly number[], isLeft: () => boolean): Promise<KeptPrompt | null>;
  /** Drops prompts that no call is under way with, the longest unused first, until as many pages are free. */
  makeRoom(pages: number, spared: KeptPrompt | null): boolean;
  /** Forgets all, after the cache was cleared. */
  forget(): void;
}

// eslint-disable-next-line max-lines-per-function -- a closure over one map, its methods a few lines each
export function createPromptShelf(model: BatchModel, ledger: PageLedger): PromptShelf {
  // In the order of their last use.
  const kept = new Map<string, KeptPrompt>();
  const { pageTokens, prefillTokens } = model.limits;
  const pages = (tokens: readonly number[]): number => pagesOf(tokens.length, pageTokens);

  return {
    find: (tokens) => {
      const name = tokens.join();
      const prompt = kept.get(name);
      if (prompt === undefined) return null;
      kept.delete(name);
      kept.set(name, prompt);
      return prompt;
    },
    read: async (id, tokens, isLeft) => {
      model.add(id);
      let logits = new Float32Array();
      for (let read = 0; read < tokens.length; read += prefillTokens) {
        if (isLeft()) {
          model.remove(id);
          ledger.give(pages(tokens));
          return null;
        }
        logits = Float32Array.from(
          await model.prefill({ id, tokens: tokens.slice(read, read + prefillTokens) }),
        );
      }
      const prompt = { id, tokens, logits, users: 0 };
      kept.set(tokens.join(), prompt);
      return prompt;
    },
    makeRoom: (wanted, spared) => {
      for (const [name, prompt] of kept) {
        if (ledger.free >= wanted) break;
        if (prompt.users > 0 || prompt === spared) continue;
        kept.delete(name);
        model.remove(prompt.id);
        ledger.give(pages(prompt.tokens));
      }
      return ledger.free >= wanted;
    },
    forget: () => {
      kept.clear();
    },
  };
}
