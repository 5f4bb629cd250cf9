import type { MLCEngine } from '@mlc-ai/web-llm';
import { isRecord } from '../worker/read-values.ts';

/** Models of WebLLM's list that think unless they are told not to. */
const SWITCHABLE = /^qwen-?3/i;

/** Models of WebLLM's list that always think. */
const ALWAYS = /^DeepSeek-R1|-Reasoning-/i;

/** Whether a model of that id thinks before it answers; undefined where it is not known to. */
export function thinkingOf(modelId: string): 'switched-off' | 'always' | undefined {
  if (SWITCHABLE.test(modelId)) return 'switched-off';
  return ALWAYS.test(modelId) ? 'always' : undefined;
}

/** As Qwen's own template closes the thoughts before the answer begins. */
const NO_THOUGHTS = '<think>\n\n</think>\n\n';

/**
 * Lets a model that has a switch for thinking answer at once: every prompt ends with thoughts that are empty. WebLLM has a
 * setting for that, which also writes them into the answer; so its conversations are told here instead.
 *
 * @returns false where this version of WebLLM keeps its conversations elsewhere: then the thoughts are told apart as they come
 */
export function answerWithoutThinking(engine: MLCEngine, modelId: string): boolean {
  const pipelines: unknown = Reflect.get(engine, 'loadedModelIdToPipeline');
  const pipeline: unknown = pipelines instanceof Map ? pipelines.get(modelId) : null;
  const conversation: unknown = isRecord(pipeline) ? pipeline.conversation : null;
  if (typeof conversation !== 'object' || conversation === null) return false;
  const open: unknown = Reflect.get(conversation, 'appendEmptyThinkingReplyHeader');
  // Of all conversations: WebLLM makes a new one for each chat.
  const shared = Reflect.getPrototypeOf(conversation);
  if (typeof open !== 'function' || shared === null) return false;
  return Reflect.set(shared, 'appendReplyHeader', function (this: unknown, role: unknown) {
    Reflect.apply(open, this, [role, NO_THOUGHTS]);
  });
}
