import { createCueCheck } from './cue-check.ts';

/** A closing summary. */
export const wrapUp = createCueCheck({
  id: 'wrap-up',
  label: 'Summed up',
  noun: 'a closing summary',
  explanation:
    'Phrases that sum up: “in short”, “overall”, “the bottom line”, “key takeaway” (own list); whether the summary is right is not seen.',
  cues: `in_(?:short|summary|sum|conclusion|brief|essence|a_nutshell|the_end) | to_(?:sum_up|summari[sz]e|conclude|recap|wrap_up) | summing_up | overall | all_in_all | all_told | the_(?:bottom_line|takeaway|upshot|main_point|key_point|short_version|gist) | bottom_line | (?:key_)?takeaways? | tl;?dr | conclusion | put_together | taken_together`,
  weakCues: `so, | ultimately | altogether | recap | remember: | summary`,
});
