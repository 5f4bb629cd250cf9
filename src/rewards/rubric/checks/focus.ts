import type { TraitCheck } from '../check.ts';
import { percent } from '../text/wording.ts';
import { stemSentences } from '../text/text-reading.ts';
import { topicStems } from './answers-prompt.ts';

/** How much of the response keeps to the prompt's topic. */
export const focus: TraitCheck = {
  id: 'focus',
  label: 'Keeps to the question',
  noun: 'keeping to the question',
  explanation:
    'Share of sentences that share a content word with the prompt or with the sentence before (own count, after the cohesion of Halliday and Hasan 1976); a digression in the same words is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence(subject) {
    const topic = topicStems(subject);
    const sentences = stemSentences(subject.response);
    let before: ReadonlySet<string> = new Set();
    let kept = 0;
    for (const stems of sentences) {
      const onTopic = [...stems].some((stem) => topic.has(stem));
      const linked = [...stems].some((stem) => before.has(stem));
      kept += onTopic ? 1 : linked ? 0.6 : 0;
      before = stems;
    }
    const share = sentences.length === 0 ? 0 : kept / sentences.length;
    return { share, found: `${percent(share)} of the sentences keep to the prompt’s words` };
  },
};
