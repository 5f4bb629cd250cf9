/**
 * Writes one question and its answer as the text that a reward model was trained on, without a system turn.
 *
 * The begin-of-text token is never written here: `beginToken` names it, and whoever puts the text before the model sees to
 * it that it stands there once.
 */
export interface ChatTemplate {
  readonly id: 'chatml' | 'llama3' | 'qwen3';
  /** The token that texts of this family begin with; null where they begin with none. */
  readonly beginToken: string | null;
  /**
   * @param ownTemplate the template that came with the weights, in Jinja; null where there was none. Only read for the
   *   points in which templates of one family differ, never run.
   */
  render(chat: Chat, ownTemplate: string | null): string;
}

/** One question and its answer. */
export interface Chat {
  readonly user: string;
  readonly assistant: string;
}

/** ChatML as SmolLM2 writes it: each turn as it is, a line break after each. Its own template would put a system turn first. */
export const chatml: ChatTemplate = {
  id: 'chatml',
  beginToken: null,
  render: ({ user, assistant }) =>
    `<|im_start|>user\n${user}<|im_end|>\n<|im_start|>assistant\n${assistant}<|im_end|>\n`,
};

/**
 * Llama 3: headers, a blank line, the turn without white space around it, the end of the turn; nothing after the last one.
 * From 3.1 on its own template puts a system turn with two dates first, whether asked or not; it is left out here.
 */
export const llama3: ChatTemplate = {
  id: 'llama3',
  beginToken: '<|begin_of_text|>',
  render: ({ user, assistant }) => turn('user', user) + turn('assistant', assistant),
};

function turn(role: string, content: string): string {
  return `<|start_header_id|>${role}<|end_header_id|>\n\n${content.trim()}<|eot_id|>`;
}

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

/** @param source the template in Jinja; null where the weights came without one: then it is the published one */
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
  let end = text.length;
  while (text.endsWith('\n', end)) end -= 1;
  return text.slice(0, end).replace(/^\n+/, '');
}
