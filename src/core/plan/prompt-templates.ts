import type { ChatMessage } from '../policy.ts';

/**
 * The words sent for feedback and refinement. `{prompt}`, `{preference}`, `{response}`, `{rejected}` and `{feedback}` stand for
 * x, z, the anchor, the rejected response and f.
 */
export interface PromptTemplates {
  /** Asks for f. */
  readonly feedback: string;
  /** Asks for f where the anchor is held against the rejected response; as shipped where left out. */
  readonly feedbackOnTwo?: string;
  /** Asks for a refinement that follows f. */
  readonly refinement: string;
  /** Asks for a refinement of the anchor alone. */
  readonly refinementWithoutFeedback: string;
  /** Where the words above stand; absent in runs kept before there was a choice, which are chats. */
  readonly layout?: RequestLayout;
  /** Shown before each of these requests as one that was answered well; none where left out. */
  readonly example?: WorkedExample;
}

/**
 * - `chat`: the words are user turns that follow the draft's own chat and the anchor, so that each call's messages begin with
 *   the previous call's: an engine that caches prefixes reads x, z, y0* and f once.
 * - `one-turn`: the words are all that is sent, and quote what they need of x, z, the anchor and f.
 */
export type RequestLayout = 'chat' | 'one-turn';

/** A whole reflection, written by hand: it is put by the same templates as the request that follows it. */
export interface WorkedExample {
  readonly prompt: string;
  readonly preference: string;
  /** What stands in for the anchor. */
  readonly response: string;
  readonly feedback: string;
  readonly refinement: string;
}

/** A refinement is asked for with the question again: a small model has lost it by then and answers its own feedback. */
export const CHAT_PROMPTS: PromptTemplates = {
  feedback:
    'Review the answer above. It should answer the question and fit this preference: {preference}\n\n' +
    'As short bullet points, say what to change so that a new answer would be better. Do not write the new answer yet.',
  refinement:
    'Here is the question again:\n\n{prompt}\n\n{preference}\n\n' +
    'Write a new answer that follows the bullet points above. Write only the new answer.',
  refinementWithoutFeedback:
    'Here is the question again:\n\n{prompt}\n\n{preference}\n\n' +
    'Write a new answer that is better than the one above. Write only the new answer.',
};

const QUOTED = 'Question: {prompt}\n\nWish: {preference}\n\nAnswer: {response}\n\n';

/**
 * For small models, which lose their way in a long chat and follow an example.
 */
export const ONE_TURN_PROMPTS: PromptTemplates = {
  layout: 'one-turn',
  feedback: `${QUOTED}In one or two short bullet points, say what to change so that the answer fits the wish.`,
  refinement: `${QUOTED}What to change:\n{feedback}\n\nWrite the answer again, so that it fits the wish. Write only the new answer.`,
  refinementWithoutFeedback: `${QUOTED}Write the answer again, so that it fits the wish. Write only the new answer.`,
  example: {
    prompt: 'Why do cats purr?',
    preference: 'Two sentences, in simple words.',
    response:
      'Purring is a vocalisation that felines produce by rapid movements of the laryngeal muscles. It occurs in a variety of contexts. Contentment is the most common of them. However, cats that are injured may also purr, which is thought to have a soothing function.',
    feedback:
      '- Say it in two sentences: the answer has four.\n- Use simple words in place of “vocalisation”, “laryngeal” and “contexts”.',
    refinement:
      'Cats purr when they feel safe and happy. They also purr when they are hurt, because it calms them.',
  },
};

/**
 * Asks for f on two responses, where a run brings no words of its own for it: such runs were sampled with these, so they stay as
 * they are.
 */
const ON_TWO: Readonly<Record<RequestLayout, string>> = {
  chat:
    'Here is another answer, which is worse:\n\n{rejected}\n\n' +
    'Compare the two. The answer should fit this preference: {preference}\n\n' +
    'As short bullet points, say what the better one should keep and what to change in it. Do not write the new answer yet.',
  'one-turn': `${QUOTED}Worse answer: {rejected}\n\nIn one or two short bullet points, say what to keep and what to change so that the answer fits the wish.`,
};

/** The words that ask for f on two responses. */
export function feedbackOnTwo({ feedbackOnTwo, layout = 'chat' }: PromptTemplates): string {
  return feedbackOnTwo ?? ON_TWO[layout];
}

/** What `{preference}` stands for where the person left the preference empty. */
const NO_PREFERENCE = 'Give a correct, helpful and clear answer.';

/** The anchor that a feedback or refinement call is about, as far as the call has got. */
export interface Reflection {
  readonly anchor: string;
  /** Null before the feedback exists, or in an arm without feedback. */
  readonly feedback: string | null;
}

/** x joined with z: a blank line between, the preference after the prompt (Ye & Ng 2024, section 3). */
export function joinPreference(prompt: string, preference: string): string {
  return preference.trim() === '' ? prompt : `${prompt}\n\n${preference}`;
}

/** Messages for y0: π(· given x, z), or π(· given x) where `preference` is null. */
export function draftMessages(prompt: string, preference: string | null): readonly ChatMessage[] {
  return [{ role: 'user', content: joinPreference(prompt, preference ?? '') }];
}

/**
 * Messages for f: π(· given x, z, y0*), or π(· given x, z, y0*, y0−) where `rejected` isn't null. The worked example has one answer,
 * so that it is asked for as feedback on one.
 */
export function feedbackMessages(
  prompt: string,
  preference: string,
  anchor: string,
  templates: PromptTemplates,
  rejected: string | null = null,
): readonly ChatMessage[] {
  const { example } = templates;
  const shown =
    example === undefined ? [] : answeredWith(example.feedback, feedbackTurns(example, templates));
  const asked = { prompt, preference, response: anchor };
  return [...shown, ...feedbackTurns(asked, templates, rejected)];
}

/**
 * Messages for y1: π(· given x, z, y0*, f), or π(· given x, z, y0*) where there is no feedback. Of a rejected response it is told
 * nothing but what f says of it.
 */
export function refinementMessages(
  prompt: string,
  preference: string,
  { anchor, feedback }: Reflection,
  templates: PromptTemplates,
): readonly ChatMessage[] {
  const { example } = templates;
  const asked = { prompt, preference, response: anchor, feedback };
  if (example === undefined) return refinementTurns(asked, templates);
  const shownWith = feedback === null ? { ...example, feedback } : example;
  return [
    ...answeredWith(example.refinement, refinementTurns(shownWith, templates)),
    ...refinementTurns(asked, templates),
  ];
}

/** What a request is about: x, z and the anchor, and where there is one f. */
interface Reflected {
  readonly prompt: string;
  readonly preference: string;
  readonly response: string;
}

function feedbackTurns(
  of: Reflected,
  templates: PromptTemplates,
  rejected: string | null = null,
): readonly ChatMessage[] {
  const content =
    rejected === null
      ? fillTemplate(templates.feedback, of)
      : fillTemplate(feedbackOnTwo(templates), { ...of, rejected });
  return [...turnsBefore(of, templates), { role: 'user', content }];
}

function refinementTurns(
  of: Reflected & { readonly feedback: string | null },
  templates: PromptTemplates,
): readonly ChatMessage[] {
  const { feedback, ...reflected } = of;
  if (feedback === null) {
    const content = fillTemplate(templates.refinementWithoutFeedback, reflected);
    return [...turnsBefore(of, templates), { role: 'user', content }];
  }
  const content = fillTemplate(templates.refinement, { ...of, feedback });
  if (templates.layout === 'one-turn') return [{ role: 'user', content }];
  return [...answeredWith(feedback, feedbackTurns(of, templates)), { role: 'user', content }];
}

/** The chat that a request goes on with: the anchor as its draft was asked for. */
function turnsBefore(
  { prompt, preference, response }: Reflected,
  { layout = 'chat' }: PromptTemplates,
): readonly ChatMessage[] {
  if (layout === 'one-turn') return [];
  return answeredWith(response, draftMessages(prompt, preference));
}

function answeredWith(answer: string, turns: readonly ChatMessage[]): readonly ChatMessage[] {
  return [...turns, { role: 'assistant', content: answer }];
}

/** What has no value in a request is filled in as nothing. */
type TemplateValues = Reflected & Readonly<Partial<Record<'feedback' | 'rejected', string>>>;

/** Fills all placeholders in one pass, so that a placeholder inside a value stays as it was written. */
function fillTemplate(template: string, values: TemplateValues): string {
  const preference = values.preference.trim() === '' ? NO_PREFERENCE : values.preference;
  const filled: TemplateValues = { ...values, preference };
  return template.replace(
    /\{(prompt|preference|response|rejected|feedback)\}/g,
    (_, name: keyof TemplateValues) => filled[name] ?? '',
  );
}
