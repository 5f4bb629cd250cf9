import { expect, test } from 'vitest';
import { chatml, llama3, qwen3, readQwen3Template } from './chat-templates.ts';

const chat = { user: 'Hi', assistant: 'Hello' };

test('ChatML writes each turn as it is, and no system turn', () => {
  expect(chatml.render({ user: ' Hi\n', assistant: '' }, null)).toBe(
    '<|im_start|>user\n Hi\n<|im_end|>\n<|im_start|>assistant\n<|im_end|>\n',
  );
});

test('Llama 3 writes headers, trims turns, and leaves the begin token to the engine', () => {
  expect(llama3.beginToken).toBe('<|begin_of_text|>');
  expect(llama3.render({ user: ' Hi\n', assistant: '\nHello ' }, null)).toBe(
    '<|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|>' +
      '<|start_header_id|>assistant<|end_header_id|>\n\nHello<|eot_id|>',
  );
});

const QWEN_USER = '<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n';

test('Qwen3’s published template puts an empty block of thoughts before an answer without any', () => {
  expect(qwen3.render(chat, null)).toBe(`${QWEN_USER}<think>\n\n</think>\n\nHello<|im_end|>\n`);
});

test('Qwen3 takes thoughts out of the answer into their block', () => {
  const assistant = '<think>\nA greeting.\n</think>\n\n\nHello';
  expect(qwen3.render({ ...chat, assistant }, null)).toBe(
    `${QWEN_USER}<think>\nA greeting.\n</think>\n\nHello<|im_end|>\n`,
  );
});

/** As a GGUF holds them: \n inside a Jinja string is a backslash and an n. */
const TEMPLATES = [
  [
    'the published one',
    String.raw`{{- '<|im_start|>' + message.role + '\n<think>\n' + reasoning_content.strip('\n') + '\n</think>\n\n' + content.lstrip('\n') }}{{- '<|im_end|>\n' }}{%- if add_generation_prompt %}{{- '<think>\n\n</think>\n\n' }}{%- endif %}`,
    `${QWEN_USER}<think>\n\n</think>\n\nHello<|im_end|>\n`,
  ],
  [
    'one without thoughts',
    String.raw`{{- '<|im_start|>' + message.role + '\n' + message.content + '<|im_end|>' + '\n' }}{%- if add_generation_prompt %}{{- '<think>\n\n</think>\n\n' }}{%- endif %}`,
    `${QWEN_USER}Hello<|im_end|>\n`,
  ],
  [
    'one that ends with the turn',
    `{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' }}`,
    `${QWEN_USER}Hello<|im_end|>`,
  ],
] as const;

test.each(TEMPLATES)('Qwen3 follows the template of the weights: %s', (_, template, text) => {
  expect(qwen3.render(chat, template)).toBe(text);
});

test('a template with real line breaks in its strings reads the same', () => {
  const template = `{{'<|im_start|>' + message['role'] + '\n' + content + '<|im_end|>' + '\n'}}`;
  expect(readQwen3Template(template)).toEqual({ thoughts: false, lineBreakAtEnd: true });
});
