import type { ChatTemplate } from './chat-template.ts';

/** ChatML as SmolLM2 writes it: each turn as it is, a line break after each. Its own template would put a system turn first. */
export const chatml: ChatTemplate = {
  id: 'chatml',
  beginToken: null,
  render: ({ user, assistant }) =>
    `<|im_start|>user\n${user}<|im_end|>\n<|im_start|>assistant\n${assistant}<|im_end|>\n`,
};
