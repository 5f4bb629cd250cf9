import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';
import { countCues, phrasePattern } from './cue-check.ts';

const BRIGHT = phrasePattern(
  `good | better | best | great | gifts? | chances? | opportunit\\w+ | benefit\\w* | gain\\w* | win | wins | free(?:dom)? | sav(?:e|es|ed|ing)_(?!from) | easy | easier | easily | enjoy\\w* | love[sd]? | lovely | beautiful\\w* | happy | happier | joy\\w* | hope\\w* | bright\\w* | new | fresh | improv\\w+ | grow\\w* | progress | success\\w* | strong\\w* | healthy | healthier | help\\w* | fun | delight\\w* | proud | reward\\w* | fortunate\\w* | lucky | luckily | promising | worth | advantages? | cosy | cozy | comfort\\w* | calm | peace\\w* | smile\\w* | kind\\w* | welcome | wonderful | exciting | positive | less_(?:stress|work|time|worry) | already | learn\\w* | time_for | friends?`,
);
const DARK = phrasePattern(
  `bad | worse | worst | hard | harder | difficult\\w* | problem\\w* | trouble\\w* | fail\\w* | risk\\w* | danger\\w* | loss\\w* | lose[sd]? | losing | lost | miss | expensive | costly | noise | noisy | pain\\w* | sad\\w* | sick\\w* | fear\\w* | afraid | worr\\w+ | unfortunate\\w* | unlikely | never | nobody | nothing | cannot | can't | won't | suffer\\w* | struggl\\w+ | lonely | tired | stress\\w* | threat\\w* | decline\\w* | shrink\\w* | collaps\\w+ | damage\\w* | harm\\w* | poor | weak\\w* | waste\\w* | doubt\\w* | no_longer | nowhere | impossible | crisis | death | die[sd]? | grim | bleak | unfair | regret\\w* | part_with`,
);

/** Looks at the bright side. */
export const outlook: TraitCheck = {
  id: 'outlook',
  label: 'Positive outlook',
  noun: 'a positive outlook',
  explanation:
    'Words with a good ring against words with a bad one, in the manner of opinion lexicons (Hu and Liu 2004) but in a short list of our own; irony and negation are not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const bright = countCues(response.text, [BRIGHT]);
    const dark = countCues(response.text, [DARK]);
    return {
      share: (bright.weight + 1) / (bright.weight + dark.weight + 2),
      found: `${counted(bright.total, 'bright word')}, ${counted(dark.total, 'dark word')}`,
    };
  },
};
