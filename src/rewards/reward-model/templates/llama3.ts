import type { ChatTemplate } from './chat-template.ts';

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
