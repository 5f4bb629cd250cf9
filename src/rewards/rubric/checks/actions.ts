import type { TraitCheck } from '../check.ts';
import { counted } from '../text/wording.ts';
import { countCues, cueShare, phrasePattern } from './cue-check.ts';

const IMPERATIVE =
  /^(?:(?:then|next|first|finally|now|also|and|always|never|don't|do not|please|so|instead|start by|try to)[,\s]+)*(?:add|aim|apply|ask|avoid|bake|begin|block|book|breathe|bring|brush|build|buy|call|change|charge|check|choose|clean|close|combine|compare|connect|consider|cook|cover|create|cut|decide|delete|divide|do|drain|drink|eat|email|ensure|enter|fill|find|fold|follow|gather|get|give|go|heat|hold|install|invest|join|keep|learn|leave|let|lift|limit|list|log|look|make|mark|measure|meet|mix|move|note|offer|open|pack|pause|pay|pick|place|plan|plant|play|pour|practice|practise|prepare|press|prune|pull|push|put|read|record|reduce|remove|repeat|replace|rest|restart|review|rinse|run|save|schedule|search|seek|select|send|set|share|sign|sit|skip|sleep|smile|soak|speak|spend|split|stand|start|stay|stick|stir|stop|store|stretch|swap|switch|take|talk|teach|tell|test|think|tie|track|try|turn|type|unplug|update|use|visit|wait|wake|walk|wash|watch|water|wear|weigh|wipe|work|wrap|write)\b/i;
const ADVICE = phrasePattern(
  `you_(?:should|can|could|need_to|must|might|may)_\\w+ | try_(?:to|a|an|\\w+ing) | make_sure | be_sure_to | start_(?:by|with) | tips? | how_to | aim_(?:for|to)`,
);

/** Things to do. */
export const actions: TraitCheck = {
  id: 'actions',
  label: 'Things to do',
  noun: 'things to do',
  explanation:
    'Sentences and list items that begin with an order such as “set”, “try”, “check”, and words of advice (own list); whether the advice is useful is not seen.',
  defaultWeight: 1,
  englishOnly: true,
  presence({ response }) {
    const orders = response.sentences.filter((sentence) => IMPERATIVE.test(sentence)).length;
    const advice = countCues(response.text, [ADVICE]);
    return {
      share: cueShare(orders + 0.4 * advice.weight, response.words.length),
      found: `${counted(orders, 'sentence')} with something to do`,
    };
  },
};
