// @ts-check
import { metadataStrings } from './gguf-header.mjs';

/** llama.cpp's number for a control token, such as <|im_start|>. */
const CONTROL_TOKEN = 3;

/**
 * tokenizer.json in the form of Hugging Face's tokenizers, from the vocabulary and merges in the
 * GGUF file. Its pre-tokenizer "smollm" cuts out single digits, then works on bytes as GPT-2 does.
 *
 * @param {import('./gguf-header.mjs').GgufHeader} header
 */
export function tokenizer(header) {
  const preTokenizer = header.metadata.get('tokenizer.ggml.pre')?.value;
  if (preTokenizer !== 'smollm') throw new Error(`unknown pre-tokenizer ${String(preTokenizer)}`);
  const tokens = metadataStrings(header, 'tokenizer.ggml.tokens');
  const byteLevel = { type: 'ByteLevel', trim_offsets: true, use_regex: true };
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    normalizer: null,
    post_processor: null,
    added_tokens: controlTokens(header, tokens),
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Digits', individual_digits: true },
        { ...byteLevel, add_prefix_space: false },
      ],
    },
    decoder: { ...byteLevel, add_prefix_space: true },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges: metadataStrings(header, 'tokenizer.ggml.merges'),
    },
  };
}

/**
 * @param {import('./gguf-header.mjs').GgufHeader} header
 * @param {string[]} tokens
 */
function controlTokens(header, tokens) {
  const types = header.metadata.get('tokenizer.ggml.token_type')?.value;
  if (!Array.isArray(types)) throw new Error('the GGUF file has no token types');
  return tokens.flatMap((content, id) =>
    types[id] === CONTROL_TOKEN
      ? [
          {
            id,
            content,
            single_word: false,
            lstrip: false,
            rstrip: false,
            normalized: false,
            special: true,
          },
        ]
      : [],
  );
}
