import type { Chat, ChatTemplate } from './chat-template.ts';

/**
 * Qwen3: ChatML, where the last answer begins with a block of thoughts, empty where there are none, and a line break
 * follows the end of the turn. A template trained for rewards may leave either out: the one that came with the weights
 * decides, and where none came, the published one holds.
 */
export const qwen3: ChatTemplate = {
  id: 'qwen3',
  beginToken: null,
  render: (chat, ownTemplate) => {
    const { thoughts, lineBreakAtEnd } = readQwen3Template(ownTemplate);
    const answer = thoughts ? withThoughts(chat) : chat.assistant;
    const end = lineBreakAtEnd ? '\n' : '';
    return `<|im_start|>user\n${chat.user}<|im_end|>\n<|im_start|>assistant\n${answer}<|im_end|>${end}`;
  },
};

/** What a template of this family does, read from its source. */
export interface Qwen3Template {
  /** Whether answers get a block of thoughts. */
  readonly thoughts: boolean;
  readonly lineBreakAtEnd: boolean;
}

export function readQwen3Template(source: string | null): Qwen3Template {
  if (source === null) return { thoughts: true, lineBreakAtEnd: true };
  return {
    // "<think>" alone says nothing: it also stands in what opens a new answer, and where thoughts are cut off.
    thoughts: /<think>(\\n|\n)['"]\s*[+~]\s*reasoning_content/.test(source),
    lineBreakAtEnd: /<\|im_end\|>(['"]\s*[+~]\s*['"])?(\\n|\n)/.test(source),
  };
}

function withThoughts({ assistant }: Chat): string {
  const end = '</think>';
  const [before = '', ...rest] = assistant.split(end);
  const thoughts = rest.length === 0 ? '' : (before.split('<think>').at(-1) ?? '');
  const answer = rest.at(-1) ?? assistant;
  return `<think>\n${trimLineBreaks(thoughts)}\n${end}\n\n${answer.replace(/^\n+/, '')}`;
}

function trimLineBreaks(text: string): string {
  return text.replace(/^\n+/, '').replace(/\n+$/, '');
}
