import * as z from 'zod/mini';
import type { ChatMessage, RewardModelDescription, RewardRequest } from '../../core/index.ts';
import type { ScorerSettings } from '../scorer-contract.ts';
import type { Setting, TextSetting } from '../scorer-settings.ts';

/** What kept runs name the judges by. */
export const POINTWISE_JUDGE = 'judge-pointwise';
export const PAIRWISE_JUDGE = 'judge-pairwise';

/** Pointwise: rates one response. Pairwise: compares two. */
export type JudgeKind = 'pointwise' | 'pairwise';

/**
 * The words sent to the judge. `{prompt}` and `{preference}` stand for x and z, `{response}` for the response to be rated,
 * `{first}` and `{second}` for the two to be compared.
 *
 * The paragraph that holds `{preference}` is left out where the judge reads the prompt alone, or where the preference is
 * empty; paragraphs are parted by blank lines.
 */
export type JudgePrompts = Readonly<Record<JudgeKind, string>>;

/** The last words ask for the digit or letter alone: the judgement is read off the first token of the answer. */
export const DEFAULT_JUDGE_PROMPTS: JudgePrompts = {
  pointwise:
    'You rate an answer. Read the question, then the answer, and judge the answer only by what it says.\n\n' +
    'Question:\n{prompt}\n\n' +
    'The answer should also fit this preference, which counts as much as the question:\n{preference}\n\n' +
    'Answer to be rated:\n{response}\n\n' +
    'Rate the answer from 1 to 5: 5 is right, complete and just what was asked for; 4 has a small flaw; 3 is useful but ' +
    'lacks something that was asked for; 2 is mostly wrong or beside the point; 1 is of no use. A longer answer is not ' +
    'a better one, and an answer that praises itself is not one either.\n\n' +
    'Reply with one digit, 1, 2, 3, 4 or 5, and nothing else.',
  pairwise:
    'You compare two answers to one question. Judge them only by what they say.\n\n' +
    'Question:\n{prompt}\n\n' +
    'The answer should also fit this preference, which counts as much as the question:\n{preference}\n\n' +
    'Answer A:\n{first}\n\n' +
    'Answer B:\n{second}\n\n' +
    'Which answer does better what was asked for? Being right comes before being well written. Neither the place of an ' +
    'answer nor its length makes it better.\n\n' +
    'Reply with one letter, A or B, and nothing else.',
};

/** What a judge is asked, kept with a form; earlier versions of the page kept both in one object under this name. */
function promptSetting(kind: JudgeKind): Setting<string> {
  return { id: `judgePrompts.${kind}`, schema: z.string(), usual: DEFAULT_JUDGE_PROMPTS[kind] };
}

/** The words sent to a judge, as settings of a person’s. */
export const JUDGE_PROMPT_SETTINGS: Readonly<Record<JudgeKind, Setting<string>>> = {
  pointwise: promptSetting('pointwise'),
  pairwise: promptSetting('pairwise'),
};

/** The field in which a person changes what a judge is asked. */
export function judgePromptField(kind: JudgeKind): TextSetting {
  return {
    shownAs: 'text',
    setting: JUDGE_PROMPT_SETTINGS[kind],
    label: 'What the judge is asked',
    rows: 6,
    back: 'Back to the judge’s words as shipped',
    problemOf: (text) => judgePromptProblem(kind, text),
  };
}

/** What a judge was asked, as its kept description tells it. */
export function judgePromptKept(
  kind: JudgeKind,
  { settings: { rubricText } }: RewardModelDescription,
): Partial<ScorerSettings> {
  if (typeof rubricText !== 'string') return {};
  return { values: { [JUDGE_PROMPT_SETTINGS[kind].id]: rubricText } };
}

/** What the placeholders of a judge's text stand for. */
export type JudgeValues = Readonly<Record<string, string>>;

const PLACEHOLDERS: Readonly<Record<JudgeKind, readonly string[]>> = {
  pointwise: ['prompt', 'preference', 'response'],
  pairwise: ['prompt', 'preference', 'first', 'second'],
};

/** What is wrong with a text for the judge, in a sentence for people; null where nothing is. */
export function judgePromptProblem(kind: JudgeKind, rubricText: string): string | null {
  const names = PLACEHOLDERS[kind];
  const missing = names.filter((name) => !holds(rubricText, name));
  if (missing.length > 0) {
    return `The judge’s text lacks ${missing.map((name) => `{${name}}`).join(', ')}: add it where the judge should read it.`;
  }
  const beside = paragraphsOf(rubricText)
    .filter((paragraph) => holds(paragraph, 'preference'))
    .flatMap((paragraph) => names.filter((name) => holds(paragraph, name)))
    .find((name) => name !== 'preference');
  if (beside === undefined) return null;
  return `In the judge’s text {preference} and {${beside}} share a paragraph: put a blank line between them, since {preference} may be left out with its paragraph.`;
}

/** @throws RangeError where the text lacks a placeholder, its message a sentence for people */
export function checkJudgePrompt(kind: JudgeKind, rubricText: string): void {
  const problem = judgePromptProblem(kind, rubricText);
  if (problem !== null) throw new RangeError(problem);
}

/**
 * The judge's text with its values, all filled in one pass, so that a placeholder inside a value stays as it was written.
 *
 * @param preference null leaves its paragraph out
 */
export function fillJudgePrompt(
  rubricText: string,
  values: JudgeValues,
  preference: string | null,
): string {
  const all = new Map(Object.entries({ ...values, preference: preference ?? '' }));
  return paragraphsOf(rubricText)
    .filter((paragraph) => preference !== null || !holds(paragraph, 'preference'))
    .join('\n\n')
    .replace(/\{([a-z]+)\}/g, (placeholder, name: string) => all.get(name) ?? placeholder);
}

/** What the judge is asked about a response, in one message. */
export function judgeMessages(
  rubricText: string,
  { conditionedOn, preference }: Pick<RewardRequest, 'conditionedOn' | 'preference'>,
  values: JudgeValues,
): readonly ChatMessage[] {
  const read = conditionedOn === 'prompt' || preference.trim() === '' ? null : preference;
  return [{ role: 'user', content: fillJudgePrompt(rubricText, values, read) }];
}

function holds(text: string, name: string): boolean {
  return text.includes(`{${name}}`);
}

function paragraphsOf(text: string): readonly string[] {
  return text.split(/\n\s*\n/);
}
