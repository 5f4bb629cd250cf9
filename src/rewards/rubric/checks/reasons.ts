import { createCueCheck } from './cue-check.ts';

/** Reasons given. */
export const reasons = createCueCheck({
  id: 'reasons',
  label: 'Reasons given',
  noun: 'reasons',
  explanation:
    'Words that link cause and effect, such as “because”, “so that”, “which means” (own list, after the causal connectives of the Penn Discourse Treebank 2008); whether the reasoning holds is not seen.',
  cues: `because | therefore | thus | hence | so_that | as_a_result | consequently | due_to | owing_to | thanks_to | which_(?:means|makes|is_why|causes|leads|lets|allows|keeps|helps|prevents|gives|reduces) | that_means | this_(?:means|is_why|causes|makes|leads|lets|allows|happens|helps|prevents) | that's_why | that_is_why | the_reason | lead(?:s|ing)?_to | result(?:s|ing)?_in | in_order_to | in_turn | as_\\w+_(?:rises?|falls?|grows?|cools?|heats?|increases?|decreases?)`,
  weakCues: `if | so | means | meaning | by_\\w+ing | otherwise | reason\\w* | why | since | caus\\w+ | explain\\w*`,
  half: 1.5,
});
