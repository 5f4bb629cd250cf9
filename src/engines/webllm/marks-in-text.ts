import type { MLCEngine } from '@mlc-ai/web-llm';
import {
  MARK_SHAPE,
  type GenerationRequest,
  type Policy,
  type ScoreTextRequest,
} from '../../core/index.ts';
import { isRecord } from '../worker/read-values.ts';
import { breakMarks, type FindMarks, tokensOfPieces } from '../worker/marks-as-text.ts';
import type { LoadedModel } from './loaded-model.ts';

/**
 * The same policy, with the model's marks in a chat read as the text that they are. WebLLM has no word for it: its tokenizer is
 * made to read a text in pieces where a mark in it was broken.
 */
export function readMarksAsText(
  policy: Policy,
  engine: MLCEngine,
  modelId: string,
  model: Pick<LoadedModel, 'encode'>,
): Policy {
  if (!splitsPieces(engine, modelId)) return policy;
  const marksIn = markFinder(model);
  const { scoreText } = policy;
  return {
    description: policy.description,
    generate: (request: GenerationRequest, signal) =>
      policy.generate({ ...request, messages: breakMarks(request.messages, marksIn) }, signal),
    ...(scoreText === undefined
      ? {}
      : {
          scoreText: (request: ScoreTextRequest, signal) =>
            scoreText({ ...request, messages: breakMarks(request.messages, marksIn) }, signal),
        }),
  };
}

/** A mark is one token, whatever stands beside it. */
function markFinder({ encode }: Pick<LoadedModel, 'encode'>): FindMarks {
  const isMark = (candidate: string): boolean => {
    const [token, ...others] = encode(candidate);
    if (token === undefined || others.length > 0) return false;
    return encode(`x${candidate}x`).includes(token);
  };
  return (text) => [...new Set(text.match(MARK_SHAPE))].filter(isMark);
}

/** @returns false where this version of WebLLM keeps its tokenizer elsewhere. */
function splitsPieces(engine: MLCEngine, modelId: string): boolean {
  const pipelines: unknown = Reflect.get(engine, 'loadedModelIdToPipeline');
  const pipeline: unknown = pipelines instanceof Map ? pipelines.get(modelId) : null;
  const tokenizer: unknown = isRecord(pipeline) ? pipeline.tokenizer : null;
  if (typeof tokenizer !== 'object' || tokenizer === null) return false;
  const encode: unknown = Reflect.get(tokenizer, 'encode');
  if (typeof encode !== 'function') return false;
  return Reflect.set(tokenizer, 'encode', (text: string) =>
    Int32Array.from(
      tokensOfPieces(text, (piece) => {
        const tokens: unknown = Reflect.apply(encode, tokenizer, [piece]);
        return tokens instanceof Int32Array ? tokens : [];
      }),
    ),
  );
}
