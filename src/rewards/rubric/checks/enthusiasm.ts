import { createCueCheck } from './cue-check.ts';

/** Words of excitement. */
export const enthusiasm = createCueCheck({
  id: 'enthusiasm',
  label: 'Words of enthusiasm',
  noun: 'enthusiasm',
  explanation:
    'Exclamation marks and words of excitement, such as “amazing”, “thrilling”, “can’t wait” (own list); real delight is not seen.',
  cues: `amazing\\w* | awesome | fantastic\\w* | incredible | incredibly | wonderful\\w* | brilliant\\w* | exciting\\w* | excited | excitement | thrill\\w* | loved | lovely | adore | can't_wait | fascinating | stunning | spectacular | magnificent | marvel\\w* | magic\\w* | perfect\\w* | unbelievabl\\w+ | mind-?blowing | breathtaking | gorgeous | superb | absolute\\w* | totally | truly | wow | whoa | yes, | hooray | yay | joy\\w* | delight\\w* | unforgettable | epic | go_for_it | dive_in | buzzing | game-?changer | energetic`,
  weakCues: `best | great | ready | fun | let's | powerful | beautiful\\w* | energy | imagine | love | so_much`,
  signs: /!|\p{Emoji_Presentation}/gu,
});
