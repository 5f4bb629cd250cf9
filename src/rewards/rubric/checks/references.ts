import { createCueCheck } from './cue-check.ts';

/** Sources named. */
export const references = createCueCheck({
  id: 'references',
  label: 'Sources named',
  noun: 'sources',
  explanation:
    'Links, years in brackets, “according to”, names of studies, bodies and journals; whether the source exists or says so is not measured.',
  cues: `according_to | et_al | study | studies | research(?:ers?)? | survey(?:s|ed)? | report(?:s|ed)? | meta-analysis | review | journal\\w* | published | publication | paper | findings? | found_that | shows?_that | showed_that | university\\w* | institute\\w* | professor | scientists? | experts? | association | organi[sz]ation | department_of | ministry_of | agency | bureau | academy | foundation | census | encyclop\\w+ | world_bank | united_nations | who | cdc | nhs | nasa | epa | usda | oecd | ipcc | nih | fda | un | doi | isbn | source[sd]? | reference[sd]? | cite[sd]? | citation\\w* | bibliography | chapter | pp | vol | edition | wrote_in | author\\w* | argues_in | guidelines?`,
  signs:
    /https?:\/\/\S+|www\.\S+|\((?:[^()]{0,60}[,\s])?(?:1[5-9]|20)\d\d[a-z]?\)|\[\d{1,3}\]|\b[A-Z]\w+ (?:and|&) [A-Z]\w+ \(?\d{4}/g,
});
