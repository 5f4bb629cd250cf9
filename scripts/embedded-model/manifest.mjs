// @ts-check
/**
 * `public/models/embedded.json` tells the page what came along. It is written last: where it is
 * missing, the page must not offer the embedded model.
 */
import {
  LICENCE,
  MODEL_NAME,
  PYTHON_PACKAGE,
  SOURCE_GGUF,
  WEBLLM_CHAT_CONFIG_SHA256,
  WEBLLM_LIBRARY,
  WEBLLM_MODEL_FOLDER,
  WEBLLM_SHARDS,
  WEBLLM_TENSOR_CACHE,
  WEBLLM_TOKENIZER,
  LLAMA_CPP_GGUF,
} from './pinned-files.mjs';

export const MANIFEST_NAME = 'embedded.json';

const webllmBytes = [...WEBLLM_SHARDS, WEBLLM_TENSOR_CACHE, WEBLLM_TOKENIZER, WEBLLM_LIBRARY]
  .map(({ bytes }) => bytes)
  .reduce((sum, bytes) => sum + bytes, 0);

/**
 * `weights` and `gguf` are relative to the manifest, `library` is relative to the page's base;
 * `bytes` is what the engine downloads in all.
 */
export const manifest = {
  version: 1,
  model: MODEL_NAME,
  licence: LICENCE,
  webllm: {
    weights: WEBLLM_MODEL_FOLDER,
    library: WEBLLM_LIBRARY.path,
    bytes: webllmBytes,
    // SHA-256; the list of parts tells those of the weights.
    sums: {
      config: WEBLLM_CHAT_CONFIG_SHA256,
      tensorCache: WEBLLM_TENSOR_CACHE.sha256,
      tokenizer: WEBLLM_TOKENIZER.sha256,
      library: WEBLLM_LIBRARY.sha256,
    },
  },
  llamaCpp: {
    gguf: LLAMA_CPP_GGUF.name,
    bytes: LLAMA_CPP_GGUF.bytes,
    sha256: LLAMA_CPP_GGUF.sha256,
  },
  source: {
    package: `${PYTHON_PACKAGE.name} ${PYTHON_PACKAGE.version}`,
    file: SOURCE_GGUF.name,
    sha256: SOURCE_GGUF.sha256,
  },
};

export const manifestText = `${JSON.stringify(manifest, null, 2)}\n`;
