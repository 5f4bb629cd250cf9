import { createCueCheck } from './cue-check.ts';

/** How something came about. */
export const background = createCueCheck({
  id: 'background',
  label: 'History given',
  noun: 'history and background',
  explanation:
    'Years, centuries and words of origin and change, such as “founded”, “originally”, “until then” (own list); whether the history is right is not seen.',
  cues: `histor\\w+ | origin\\w* | founded | invented | discovered | introduced | established | created_in | built_in | began | dates?_(?:back|from) | dating_from | centur(?:y|ies) | ancient | medieval | roman\\w* | war | wars | first_(?:used|known|appeared|recorded|made|built) | in_the_\\d{3,4}s | \\d{4}s | (?:1[0-9]|20)\\d\\d | since_the | until_the | by_the_time | at_that_time | in_those_days | once | earlier | later | formerly | used_to | tradition\\w* | era | age | empire | revolution | decades? | years_ago | named_after | comes_from | borrowed_from | evolved | developed | spread | gave_way | back_then | pioneer\\w* | ancestors`,
  weakCues: `was | were | had | became | old | early | after | before | then | grew`,
  half: 2,
});
