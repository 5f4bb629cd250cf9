import type { ChatMessage } from '../policy.ts';

/**
 * The words sent for feedback and refinement. They are user turns that follow the anchor in the same chat, so that each
 * call's messages begin with the previous call's: an engine that caches prefixes reads x, z, y0* and f once.
 *
 * `{prompt}`, `{preference}`, `{response}` and `{feedback}` stand for x, z, the anchor and f.
 */
export interface PromptTemplates {
  /** Asks for f, after x, z and the anchor. */
  readonly feedback: string;
  /** Asks for a refinement, after x, z, the anchor and f. */
  readonly refinement: string;
  /** Asks for a refinement, after x, z and the anchor alone. */
  readonly refinementWithoutFeedback: string;
}

/** A refinement is asked for with the question again: a small model has lost it by then and answers its own feedback. */
export const DEFAULT_PROMPTS: PromptTemplates = {
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

/** Messages for f: π(· given x, z, y0*). */
export function feedbackMessages(
  prompt: string,
  preference: string,
  anchor: string,
  templates: PromptTemplates,
): readonly ChatMessage[] {
  const values = { prompt, preference, response: anchor, feedback: '' };
  return [
    ...draftMessages(prompt, preference),
    { role: 'assistant', content: anchor },
    { role: 'user', content: fillTemplate(templates.feedback, values) },
  ];
}

/** Messages for y1: π(· given x, z, y0*, f), or π(· given x, z, y0*) where there is no feedback. */
export function refinementMessages(
  prompt: string,
  preference: string,
  reflection: Reflection,
  templates: PromptTemplates,
): readonly ChatMessage[] {
  const { anchor, feedback } = reflection;
  if (feedback === null) {
    const values = { prompt, preference, response: anchor, feedback: '' };
    return [
      ...draftMessages(prompt, preference),
      { role: 'assistant', content: anchor },
      { role: 'user', content: fillTemplate(templates.refinementWithoutFeedback, values) },
    ];
  }
  const values = { prompt, preference, response: anchor, feedback };
  return [
    ...feedbackMessages(prompt, preference, anchor, templates),
    { role: 'assistant', content: feedback },
    { role: 'user', content: fillTemplate(templates.refinement, values) },
  ];
}

type TemplateValues = Readonly<Record<'prompt' | 'preference' | 'response' | 'feedback', string>>;

/** Fills all placeholders in one pass, so that a placeholder inside a value stays as it was written. */
function fillTemplate(template: string, values: TemplateValues): string {
  const preference = values.preference.trim() === '' ? NO_PREFERENCE : values.preference;
  const filled: TemplateValues = { ...values, preference };
  return template.replace(
    /\{(prompt|preference|response|feedback)\}/g,
    (_, name: keyof TemplateValues) => filled[name],
  );
}
