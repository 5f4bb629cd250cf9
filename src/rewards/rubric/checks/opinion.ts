import { createCueCheck } from './cue-check.ts';

/** Says what its writer thinks. */
export const opinion = createCueCheck({
  id: 'opinion',
  label: 'Opinion',
  noun: 'an opinion',
  explanation:
    'Words of view and judgement, such as “I think”, “in my view”, “clearly”, “terrible” (own list, after the subjectivity clues of Wilson et al. 2005); a slanted choice of facts is not seen.',
  cues: `i_(?:think|believe|feel|find|love|hate|like|prefer|would|'d|suggest|recommend|doubt|hope|admit) | i'd | i'm_(?:convinced|sure|certain|afraid) | in_my_(?:view|opinion|experience|book|eyes) | to_my_mind | my_(?:view|favou?rite|advice|take|own) | personally | honestly | frankly | to_be_honest | for_me | if_you_ask_me | clearly | obviously | undoubtedly | surely | unfortunately | sadly | luckily | fortunately | hopefully | of_course | no_doubt | terribl\\w+ | awful\\w* | wonderful\\w* | amazing\\w* | ridiculous\\w* | absurd\\w* | shame\\w* | disgrace\\w* | beautiful\\w* | ugly | brilliant\\w* | stupid\\w* | silly | great | fantastic | perfect | nonsense | overrated | underrated | the_best | the_worst | far_better | should | must | ought | deserve\\w* | simply | joke`,
  weakCues: `i | my | me | good | bad | better | worse | best | worst | really | very | too | never | always | nice | boring | wrong | right`,
  half: 1.5,
});
