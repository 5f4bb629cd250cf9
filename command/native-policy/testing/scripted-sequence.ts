import type { NativeModel, NativeSequence } from '../node-llama-cpp.ts';

/** A model whose tokens are characters, and that always writes the same. */
export const CHARACTERS: Pick<NativeModel, 'tokenize' | 'detokenize'> = {
  tokenize: (text) => Array.from(text, (character) => character.codePointAt(0) ?? 0),
  detokenize: (tokens) => String.fromCodePoint(...tokens),
};

/** A model whose tokens are the bytes of UTF-8, so that most characters take several. */
export const BYTES: typeof CHARACTERS = {
  tokenize: (text) => [...new TextEncoder().encode(text)],
  detokenize: (tokens) => new TextDecoder().decode(Uint8Array.from(tokens)),
};

/** A sequence that answers `text`, and gives each of its tokens half of all weight and `z` a quarter. */
export function scriptedSequence(
  text: string,
  model = CHARACTERS,
): NativeSequence & { readonly read: () => string } {
  let read: number[] = [];
  const firstDifferentIndex = (tokens: readonly number[]): number => {
    const at = read.findIndex((token, place) => token !== tokens[place]);
    return at === -1 ? read.length : at;
  };
  return {
    get nextTokenIndex() {
      return read.length;
    },
    read: () => model.detokenize(read),
    compareContextTokens: (tokens) => ({ firstDifferentIndex: firstDifferentIndex(tokens) }),
    adaptStateToTokens: (tokens) => {
      read = read.slice(0, firstDifferentIndex(tokens));
      return Promise.resolve();
    },
    evaluateWithoutGeneratingNewTokens: (tokens) => {
      read.push(...tokens);
      return Promise.resolve();
    },
    evaluate: async function* (tokens) {
      read.push(...tokens);
      for (const token of model.tokenize(text, false)) {
        yield await Promise.resolve(token);
        read.push(token);
      }
    },
    controlledEvaluate: (asked) => {
      read.push(...asked.map(([token]) => token));
      const answers = asked.map(([, { generateNext }]) => {
        const [token = 0] = generateNext.logits.filter.tokens;
        const logits = new Map([
          [0x7a, 3 - Math.LN2],
          [token, 3],
        ]);
        return { next: { logits, totalLogitWeight: 2 } };
      });
      return Promise.resolve(answers);
    },
  };
}
