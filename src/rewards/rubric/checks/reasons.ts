import { createCueCheck } from './cue-check.ts';

/** Reasons given. */
export const reasons = createCueCheck({
  id: 'reasons',
  label: 'Reasons given',
  noun: 'reasons',
  explanation:
    'Words that link cause and effect, such as “because”, “so that”, “which means”; whether the reasoning holds is not measured.',
  cues: `because | since | therefore | thus | hence | so_that | so | as_a_result | consequently | due_to | owing_to | thanks_to | which_(?:means|makes|is_why|causes|leads|lets|allows|keeps|helps|prevents|gives|reduces) | that_means | this_(?:means|is_why|causes|makes|leads|lets|allows|happens|helps|prevents) | that's_why | that_is_why | the_reason | reason\\w* | why | caus\\w+ | lead(?:s|ing)?_to | result(?:s|ing)?_in | in_order_to | in_turn | if | otherwise | explain\\w* | means | meaning | by_\\w+ing | as_\\w+_(?:rises?|falls?|grows?|cools?|heats?|increases?|decreases?)`,
});
