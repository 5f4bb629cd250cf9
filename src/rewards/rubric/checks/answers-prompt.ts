import type { PromptCheck, Subject } from '../check.ts';
import { TASK_WORDS } from '../text/english-words.ts';
import { stemContentWords } from '../text/stems.ts';
import { percent, withinUnit } from '../text/wording.ts';

/** Naming half of the prompt's content words is enough: more is often mere copying. */
const ENOUGH = 0.5;

/** Stems of the prompt's topic words, without the words of the task itself. */
export function topicStems({ prompt }: Subject): ReadonlySet<string> {
  const topic = stemContentWords(prompt.words.filter((word) => !TASK_WORDS.has(word)));
  return new Set(topic.length > 0 ? topic : prompt.contentStems);
}

/** Does the response talk about what the prompt asks? */
export const answersPrompt: PromptCheck = {
  id: 'answers-prompt',
  label: 'Answers the prompt',
  explanation:
    'Share of the prompt’s content words (by stem, Porter 1980), grammar words left out, that the response takes up, full at half of them, and never nothing, since a good short answer may use other words; whether the answer is right is not seen.',
  defaultWeight: 0.5,
  englishOnly: true,
  measure(subject) {
    const topic = topicStems(subject);
    if (topic.size === 0)
      return { score: 1, measured: 'The prompt has no content words to take up' };
    const said = new Set(subject.response.contentStems);
    const needed = Math.ceil(topic.size * ENOUGH);
    const covered = [...topic].filter((stem) => said.has(stem)).length;
    return {
      // Two words are added to both, so that a prompt of one or two words decides little.
      score: withinUnit((covered + 2) / (needed + 2)),
      measured: `Takes up ${String(covered)} of the prompt’s ${String(topic.size)} content words (${percent(covered / topic.size)})`,
    };
  },
};
