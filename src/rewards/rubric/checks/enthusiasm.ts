import { createCueCheck } from './cue-check.ts';

/** Words of excitement. */
export const enthusiasm = createCueCheck({
  id: 'enthusiasm',
  label: 'Words of enthusiasm',
  noun: 'enthusiasm',
  explanation:
    'Exclamation marks and words of excitement, such as “amazing”, “thrilling”, “can’t wait”.',
  cues: `amazing\\w* | awesome | fantastic\\w* | incredible | incredibly | wonderful\\w* | brilliant\\w* | exciting\\w* | excited | excitement | thrill\\w* | love | loved | lovely | adore | can't_wait | fascinating | stunning | spectacular | magnificent | marvel\\w* | magic\\w* | best | perfect\\w* | unbelievabl\\w+ | mind-?blowing | breathtaking | gorgeous | superb | absolute\\w* | totally | truly | so_much | wow | whoa | yes, | hooray | yay | fun | joy\\w* | delight\\w* | unforgettable | epic | go_for_it | dive_in | let's | ready | imagine | great | beautiful\\w* | buzzing | game-?changer | powerful | energy | energetic`,
  signs: /!|\p{Emoji_Presentation}/gu,
});
