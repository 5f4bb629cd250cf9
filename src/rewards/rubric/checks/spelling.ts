import type { TraitCheck } from '../check.ts';
import { phrasePattern } from './cue-check.ts';

const BRITISH = phrasePattern(
  `\\w*(?:colour|favour|honour|humour|labour|neighbour|behaviour|flavour|harbour|rumour|savour|vapour|glamour|odour)\\w* | \\w*(?:centre|theatre|metre|litre|fibre|calibre|sombre|lustre)s? | (?:grey|cheque|tyre|plough|mould|sceptic|programme|catalogue|dialogue|analogue|jewellery|aluminium|defence|offence|licence|practise|pyjama|moustache|storey|kerb|draught|manoeuvre|whilst|amongst|maths|mum)\\w* | \\w{3,}(?:ise|ises|ised|ising|isation|yse|ysed|ysing) | \\w+(?:ell|vell|bell)(?:ed|ing|er|ers)`,
);
const AMERICAN = phrasePattern(
  `\\w*(?:color|favor|honor|humor|labor|neighbor|behavior|flavor|harbor|rumor|savor|vapor|odor)(?:s|ed|ing|ful|fully|able|al|hood|ite|ites)? | glamor | (?:center|theater|meter|liter|fiber|caliber|somber|luster)(?:s|ed)? | (?:gray|tire|plow|mold|skeptic|catalog|jewelry|aluminum|defense|offense|pajama|mustache|curb|maneuver|math|mom)(?:s|al|ally|ism)? | \\w{3,}(?:ize|izes|ized|izing|ization|yze|yzed|yzing) | \\w+(?:el|vel)(?:ed|ing)`,
);
/** Spelt so on both sides of the Atlantic. */
const BOTH = phrasePattern(
  `(?:other|like|clock)?wise | rise\\w* | rising | arise\\w* | advise\\w* | exercise\\w* | surprise\\w* | promise\\w* | precise\\w* | revise\\w* | supervise\\w* | compromise\\w* | noise | raise\\w* | praise\\w* | cruise | poise\\w* | expertise | enterprise | paradise | disguise\\w* | franchise | premise\\w* | concise | size\\w* | prize\\w* | seize\\w* | capsize | feel\\w* | steel\\w* | wheel\\w* | peel\\w* | sell\\w* | tell\\w* | spell\\w* | smell\\w* | yell\\w* | swell\\w* | well\\w* | dwell\\w* | shell\\w*`,
);

/** British against American spelling. */
export const britishSpelling: TraitCheck = {
  id: 'british-spelling',
  label: 'British spelling',
  noun: 'British spelling',
  explanation:
    'Words spelt the British way against words spelt the American way, by endings and a short list (own count); words and idioms of either side are not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const text = response.text.replace(BOTH, ' ');
    const british = text.match(BRITISH)?.length ?? 0;
    const american = text.match(AMERICAN)?.length ?? 0;
    return {
      share: (british + 0.5) / (british + american + 1),
      found: `${String(british)} words in British spelling, ${String(american)} in American`,
    };
  },
};
