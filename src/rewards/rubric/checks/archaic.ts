import { createCueCheck } from './cue-check.ts';

/** Old-fashioned words. */
export const archaic = createCueCheck({
  id: 'archaic',
  label: 'Old-fashioned words',
  noun: 'old-fashioned words',
  explanation:
    'Words and verb forms of older English, such as “thou”, “doth”, “’tis”, “alas” (own list); the style of an age or an author is not seen.',
  cues: `thou | thee | thy | thine | ye | hath | doth | dost | hast | shalt | wilt | art_thou | \\w+eth | 'tis | 'twas | 'twere | o'er | ere | whence | thence | hence | hither | thither | wherefore | whither | henceforth | forsooth | verily | prithee | methinks | alas | behold | lo, | nay | aye | yonder | betwixt | whilst | o_\\w+, | upon | shall | unto | fain | perchance | mayhap | anon | good_sir | sire | my_lord | milady | m'lady | dear_(?:sir|madam|reader) | fair_\\w+ | noble | maiden | beseech | most_\\w+ly`,
  weakCues: `must_needs | would_that | dwell\\w* | wander\\w* | heart`,
});
