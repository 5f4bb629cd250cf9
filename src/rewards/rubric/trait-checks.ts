import type { TraitCheck } from './check.ts';
import { actions } from './checks/actions.ts';
import { activeVoice } from './checks/active-voice.ts';
import { analogy } from './checks/analogy.ts';
import { answerFirst } from './checks/answer-first.ts';
import { archaic } from './checks/archaic.ts';
import { background } from './checks/background.ts';
import { balance } from './checks/balance.ts';
import { bullets } from './checks/bullets.ts';
import { caveats } from './checks/caveats.ts';
import { recommendation, options } from './checks/choices.ts';
import { code } from './checks/code.ts';
import { contractions } from './checks/contractions.ts';
import { courtesy } from './checks/courtesy.ts';
import { definitions } from './checks/definitions.ts';
import { depth } from './checks/depth.ts';
import { dialogue } from './checks/dialogue.ts';
import { economy } from './checks/economy.ts';
import { emoji } from './checks/emoji.ts';
import { empathy } from './checks/empathy.ts';
import { emphasis } from './checks/emphasis.ts';
import { encouragement } from './checks/encouragement.ts';
import { enthusiasm } from './checks/enthusiasm.ts';
import { examples } from './checks/examples.ts';
import { exclamations } from './checks/exclamations.ts';
import { focus } from './checks/focus.ts';
import { formal } from './checks/formal.ts';
import { genderedWords } from './checks/gendered-words.ts';
import { headings } from './checks/headings.ts';
import { hedging } from './checks/hedging.ts';
import { humour } from './checks/humour.ts';
import { letter } from './checks/letter.ts';
import { memoryAid } from './checks/memory-aid.ts';
import { moralising } from './checks/moralising.ts';
import { numbers } from './checks/numbers.ts';
import { opinion } from './checks/opinion.ts';
import { outlook } from './checks/outlook.ts';
import { pastTense } from './checks/past-tense.ts';
import { firstPerson, addressReader } from './checks/person.ts';
import { persuasion } from './checks/persuasion.ts';
import { plainWords } from './checks/plain-words.ts';
import { pleasantries } from './checks/pleasantries.ts';
import { prose } from './checks/prose.ts';
import { questions } from './checks/questions.ts';
import { quotations } from './checks/quotations.ts';
import { reasons } from './checks/reasons.ts';
import { references } from './checks/references.ts';
import { shortParagraphs } from './checks/short-paragraphs.ts';
import { shortSentences } from './checks/short-sentences.ts';
import { speakable } from './checks/speakable.ts';
import { specifics } from './checks/specifics.ts';
import { britishSpelling } from './checks/spelling.ts';
import { steps } from './checks/steps.ts';
import { story } from './checks/story.ts';
import { table } from './checks/table.ts';
import { technical } from './checks/technical.ts';
import { timing } from './checks/timing.ts';
import { toxicity } from './checks/toxicity.ts';
import { variety } from './checks/variety.ts';
import { verse } from './checks/verse.ts';
import { vividness } from './checks/vividness.ts';
import { warmth } from './checks/warmth.ts';
import { wrapUp } from './checks/wrap-up.ts';
import type { TraitId } from './trait-ids.ts';

/** Every trait's check by its id; complete by type. */
export const traitChecks: Readonly<Record<TraitId, TraitCheck>> = {
  economy,
  depth,
  focus,
  bullets,
  steps,
  headings,
  table,
  prose,
  emphasis,
  code,
  formal,
  'plain-words': plainWords,
  'short-sentences': shortSentences,
  contractions,
  exclamations,
  emoji,
  'first-person': firstPerson,
  'address-reader': addressReader,
  humour,
  warmth,
  empathy,
  encouragement,
  enthusiasm,
  courtesy,
  hedging,
  persuasion,
  vividness,
  variety,
  story,
  analogy,
  technical,
  reasons,
  examples,
  references,
  numbers,
  definitions,
  balance,
  caveats,
  actions,
  questions,
  'wrap-up': wrapUp,
  toxicity,
  pleasantries,
  'answer-first': answerFirst,
  recommendation,
  options,
  verse,
  dialogue,
  letter,
  background,
  timing,
  quotations,
  speakable,
  outlook,
  'british-spelling': britishSpelling,
  'past-tense': pastTense,
  'active-voice': activeVoice,
  'gendered-words': genderedWords,
  moralising,
  'memory-aid': memoryAid,
  opinion,
  specifics,
  archaic,
  'short-paragraphs': shortParagraphs,
};
