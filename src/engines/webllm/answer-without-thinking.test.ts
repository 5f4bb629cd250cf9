import { expect, it } from 'vitest';
import { answerWithoutThinking, thinkingOf } from './answer-without-thinking.ts';
import { createFakeEngine, MODEL_ID } from './testing/fake-vendor.ts';

class Conversation {
  readonly messages: (readonly [role: string, content: string | null])[] = [];

  appendReplyHeader(role: string): void {
    this.messages.push([role, null]);
  }

  appendEmptyThinkingReplyHeader(role: string, content: string): void {
    this.messages.push([role, content]);
  }
}

it('ends every prompt with empty thoughts, in conversations made later too', () => {
  const { engine } = createFakeEngine({ pipeline: { conversation: new Conversation() } });
  expect(answerWithoutThinking(engine, MODEL_ID)).toBe(true);
  const later = new Conversation();
  later.appendReplyHeader('assistant');
  expect(later.messages).toEqual([['assistant', '<think>\n\n</think>\n\n']]);
});

it('says where WebLLM keeps its conversations elsewhere', () => {
  expect(answerWithoutThinking(createFakeEngine({ pipeline: {} }).engine, MODEL_ID)).toBe(false);
});

it('knows which models of the list think', () => {
  expect(thinkingOf('Qwen3-0.6B-q4f16_1-MLC')).toBe('switched-off');
  expect(thinkingOf('Qwen3.5-2B-q4f16_1-MLC')).toBe('switched-off');
  expect(thinkingOf('DeepSeek-R1-Distill-Qwen-7B-q4f16_1-MLC')).toBe('always');
  expect(thinkingOf('Ministral-3-3B-Reasoning-2512-q4f16_1-MLC')).toBe('always');
  expect(thinkingOf('Qwen2.5-0.5B-Instruct-q4f16_1-MLC')).toBe(undefined);
});
