import type { MLCEngine } from '@mlc-ai/web-llm';
import { PolicyError } from '../../core/index.ts';
import { isCount, isListOf, isRecord, isString } from '../worker/read-values.ts';

/** What is asked of a loaded model's tokenizer and configuration. */
export interface LoadedModel {
  /** Tokens of a text as it stands; control tokens written out in it become those tokens. */
  encode(text: string): readonly number[];
  /** What is no whole character comes as replacement characters. */
  decode(tokens: readonly number[]): string;
  readonly vocabularyTokens: number;
  /** What stands before every chat, as most models' first token. */
  readonly firstTokens: readonly number[];
  /** What the assistant's turn opens with. */
  readonly opening: string;
}

/**
 * WebLLM splits texts into tokens but has no call for it, so its tokenizer is taken out of the engine.
 *
 * @throws PolicyError where this version of WebLLM keeps it elsewhere.
 */
export function findLoadedModel(engine: MLCEngine, modelId: string): LoadedModel {
  const pipelines: unknown = Reflect.get(engine, 'loadedModelIdToPipeline');
  const pipeline: unknown = pipelines instanceof Map ? pipelines.get(modelId) : null;
  if (!isRecord(pipeline) || !isTokenizer(pipeline.tokenizer) || !isConfig(pipeline.config)) {
    throw new PolicyError('engine-failed', 'This version of WebLLM hides how it splits texts.');
  }
  const { tokenizer, config } = pipeline;
  const template = config.conv_template;
  return {
    encode: (text) => Array.from(tokenizer.encode(text)),
    decode: (tokens) => tokenizer.decode(Int32Array.from(tokens)),
    vocabularyTokens: config.vocab_size,
    firstTokens: template.system_prefix_token_ids ?? [],
    // As WebLLM writes it where the template doesn't say what stands between.
    opening: template.roles.assistant + (template.role_empty_sep ?? ': '),
  };
}

interface Tokenizer {
  encode(text: string): Int32Array;
  decode(tokens: Int32Array): string;
}

function isTokenizer(value: unknown): value is Tokenizer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'encode' in value &&
    typeof value.encode === 'function' &&
    'decode' in value &&
    typeof value.decode === 'function'
  );
}

interface ChatConfig {
  readonly vocab_size: number;
  readonly conv_template: {
    readonly roles: { readonly assistant: string };
    readonly role_empty_sep?: string | null;
    readonly system_prefix_token_ids?: readonly number[] | null;
  };
}

function isConfig(value: unknown): value is ChatConfig {
  if (!isRecord(value) || !isCount(value.vocab_size) || !isRecord(value.conv_template))
    return false;
  const { roles, role_empty_sep: separator, system_prefix_token_ids: first } = value.conv_template;
  return (
    isRecord(roles) &&
    isString(roles.assistant) &&
    (separator === undefined || separator === null || isString(separator)) &&
    (first === undefined || first === null || isListOf(isCount, first))
  );
}
