import { createCueCheck } from './cue-check.ts';

/** Sources named. */
export const references = createCueCheck({
  id: 'references',
  label: 'Sources named',
  noun: 'sources',
  explanation:
    'Links, years in brackets, “according to”, names of studies, bodies and journals (own list); whether the source exists or says so is not seen.',
  cues: `according_to | et_al | research(?:ers?)? | survey(?:s|ed)? | meta-analysis | journal\\w* | published | found_that | showed_that | university\\w* | institute\\w* | professor | association | department_of | ministry_of | bureau | academy | foundation | census | encyclop\\w+ | world_bank | united_nations | cdc | nhs | nasa | epa | usda | oecd | ipcc | nih | fda | doi | isbn | reference[sd]? | cite[sd]? | citation\\w* | bibliography | pp | vol | wrote_in | argues_in`,
  weakCues: `study | studies | report(?:s|ed)? | review | paper | source[sd]? | author\\w* | chapter | who | un | experts? | scientists? | organi[sz]ation | agency | shows?_that | findings? | edition | guidelines? | publication`,
  signs:
    /https?:\/\/\S+|www\.\S+|\((?:[^()]{0,60}[,\s])?(?:1[5-9]|20)\d\d[a-z]?\)|\[\d{1,3}\]|\b[A-Z]\w+ (?:and|&) [A-Z]\w+ \(?\d{4}/g,
});
