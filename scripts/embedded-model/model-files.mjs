// @ts-check
import { join } from 'node:path';
import { publicModelsFolder } from '../repository-paths.mjs';
import { hashFile } from './finished-file.mjs';
import {
  WEBLLM_FILES_FOLDER,
  WEBLLM_SHARDS,
  WEBLLM_TENSOR_CACHE,
  WEBLLM_TOKENIZER,
  LLAMA_CPP_GGUF,
} from './pinned-files.mjs';
import { q80GgufContent } from './q8-0-gguf.mjs';
import { planShards } from './shard-plan.mjs';
import { tensorCache } from './tensor-cache.mjs';
import { tokenizer } from './tokenizer.mjs';
import { parameterBytes, webllmParameters } from './webllm-parameters.mjs';

/**
 * @typedef {import('./gguf-file.mjs').GgufFile} GgufFile
 *
 * @typedef {import('./finished-file.mjs').ExpectedFile & {
 *   content(gguf: GgufFile): AsyncIterable<Uint8Array>
 * }} ModelFile a file that the engines fetch, and how it is made from the source
 */

/**
 * In the order in which they must be made: the tensor cache holds checksums of the shards.
 *
 * @type {ModelFile[]}
 */
export const modelFiles = [
  modelFile('', LLAMA_CPP_GGUF, q80GgufContent),
  ...WEBLLM_SHARDS.map((shard) =>
    modelFile(WEBLLM_FILES_FOLDER, shard, (gguf) => shardContent(gguf, shard.name)),
  ),
  modelFile(WEBLLM_FILES_FOLDER, WEBLLM_TENSOR_CACHE, tensorCacheContent),
  modelFile(WEBLLM_FILES_FOLDER, WEBLLM_TOKENIZER, tokenizerContent),
];

/**
 * @param {string} folder in `public/models/`
 * @param {import('./pinned-files.mjs').PinnedFile} pinned
 * @param {ModelFile['content']} content
 * @returns {ModelFile}
 */
function modelFile(folder, { name, bytes, sha256 }, content) {
  return { path: join(publicModelsFolder, folder, name), bytes, sha256, content };
}

/** @param {GgufFile} gguf */
function plannedShards(gguf) {
  return planShards(webllmParameters(gguf), parameterBytes);
}

/**
 * @param {GgufFile} gguf
 * @param {string} fileName
 */
async function* shardContent(gguf, fileName) {
  const shard = plannedShards(gguf).find((planned) => planned.fileName === fileName);
  if (!shard) throw new Error(`no shard is planned as ${fileName}`);
  for (const { parameter } of shard.entries) yield await parameter.content();
}

/** @param {GgufFile} gguf */
async function* tensorCacheContent(gguf) {
  /** @type {Map<string, string>} */
  const md5ByFileName = new Map();
  for (const { name } of WEBLLM_SHARDS) {
    const path = join(publicModelsFolder, WEBLLM_FILES_FOLDER, name);
    md5ByFileName.set(name, await hashFile(path, 'md5'));
  }
  const { tensors } = gguf.header;
  yield Buffer.from(
    JSON.stringify(tensorCache({ shards: plannedShards(gguf), md5ByFileName, tensors })),
  );
}

/** @param {GgufFile} gguf */
async function* tokenizerContent(gguf) {
  yield Buffer.from(JSON.stringify(tokenizer(gguf.header)));
}
