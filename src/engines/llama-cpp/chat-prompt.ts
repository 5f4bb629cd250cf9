import { Template } from '@huggingface/jinja';
import type { ChatMessage, ThoughtMarks } from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
import { wordsOf } from '../worker/failures.ts';
import { findThoughtMarks } from '../worker/find-thought-marks.ts';
import { breakMarks, tokensOfPieces } from '../worker/marks-as-text.ts';
import type { LlamaLibrary, ModelFacts } from './llama-library.ts';

/** What models without a template of their own are asked in, as llama.cpp does. */
const CHAT_ML =
  "{% for message in messages %}{{ '<|im_start|>' + message.role + '\n' + message.content + '<|im_end|>\n' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

/** Templates that print the day print the one that they themselves fall back to, so that a prompt is the same every day. */
const TEMPLATE_DAY = '26 Jul 2024';

/** Writes chats in the words of a model's template. */
export interface ChatPrompts {
  /** The tokens of the chat, up to where the assistant's turn opens; of that opening alone where there is no message. */
  tokensOf(messages: readonly ChatMessage[]): number[];
}

/** What a chat is written by. */
export type ChatFacts = Pick<
  ModelFacts,
  'chatTemplate' | 'addsFirstToken' | 'firstToken' | 'lastToken'
>;

/** What a model of these facts puts around its thoughts: marks that its own template names. Null where it names none. */
export function thoughtMarksOf(facts: ChatFacts): ThoughtMarks | null {
  const { chatTemplate } = facts;
  if (chatTemplate === null) return null;
  try {
    return findThoughtMarks((mark) => chatTemplate.includes(mark), openingOf(createWriter(facts)));
  } catch {
    // A template that can't be written says so at the first prompt.
    return null;
  }
}

type MarkingLibrary = Pick<LlamaLibrary, 'tokenise' | 'pieceOf'> & { readonly facts: ChatFacts };

/**
 * @throws PolicyError from `tokensOf` where the template refuses the chat.
 */
export function createChatPrompts(library: MarkingLibrary): ChatPrompts {
  const { facts } = library;
  const write = createWriter(facts);
  const textOf = (messages: readonly ChatMessage[]): string => {
    return messages.length > 0 ? write(messages, true) : openingOf(write);
  };
  return {
    tokensOf: (messages) => {
      const text = textOf(breakMarks(messages, (said) => marksIn(library, said)));
      const begins = facts.firstToken !== '' && text.startsWith(facts.firstToken);
      const whole = facts.addsFirstToken && !begins ? facts.firstToken + text : text;
      // Something must come before the first token of an answer.
      const asked = whole === '' ? facts.lastToken || '\n' : whole;
      return tokensOfPieces(asked, (piece) =>
        library.tokenise(piece, { marks: true, whole: false }),
      );
    },
  };
}

/** The model's own marks in what was said: whatever is another token where marks are read as such. */
export function marksIn(
  library: Pick<LlamaLibrary, 'tokenise' | 'pieceOf'>,
  said: string,
): readonly string[] {
  const plain = new Set(library.tokenise(said, { marks: false, whole: false }));
  const read = new Set(library.tokenise(said, { marks: true, whole: false }));
  return [...read]
    .filter((token) => !plain.has(token))
    .map((token) => new TextDecoder().decode(library.pieceOf(token, true)))
    .filter((piece) => piece.length > 1 && said.includes(piece));
}

type Writer = (messages: readonly ChatMessage[], opensAnswer: boolean) => string;

/** What the assistant's turn opens with. */
function openingOf(write: Writer): string {
  const anything = [{ role: 'user', content: '.' }] as const;
  return write(anything, true).slice(write(anything, false).length);
}

function createWriter({ chatTemplate, firstToken, lastToken }: ChatFacts): Writer {
  let template: Template | null = null;
  return (messages, opensAnswer) => {
    try {
      template ??= new Template(chatTemplate ?? CHAT_ML);
      return template.render({
        messages: messages.map(({ role, content }) => ({ role, content })),
        add_generation_prompt: opensAnswer,
        bos_token: firstToken,
        eos_token: lastToken,
        date_string: TEMPLATE_DAY,
        // Qwen3 and its like think before they answer unless they are told not to: a scorer would read the thoughts as answers.
        enable_thinking: false,
      });
    } catch (error) {
      throw new PolicyError(
        'engine-failed',
        `This model’s chat template can’t write this chat: ${wordsOf(error)}`,
        { cause: error },
      );
    }
  };
}
