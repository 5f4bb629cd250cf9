import { createCueCheck } from './cue-check.ts';

/** Words that name a sex. */
export const genderedWords = createCueCheck({
  id: 'gendered-words',
  label: 'Gendered words',
  noun: 'gendered words',
  explanation:
    '“He”, “she” and their forms, and nouns in “-man” or “-ess” (own list); whether a person’s sex matters there is not seen.',
  cues: `he | him | his | himself | she | her | hers | herself | he's | she's | (?:man|men|woman|women|mankind|manpower|man-made|guys|ladies|gentlemen) | \\w{3,}(?:man|men|woman|women) | actress\\w* | waitress\\w* | stewardess\\w* | hostess\\w* | housewi(?:fe|ves)`,
});
