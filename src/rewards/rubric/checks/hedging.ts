import { createCueCheck } from './cue-check.ts';

/** Words that leave a claim open. */
export const hedging = createCueCheck({
  id: 'hedging',
  label: 'Cautious wording',
  noun: 'cautious wording',
  explanation:
    'Hedges after Hyland (1998), such as “may”, “perhaps”, “it depends”; whether the caution fits is not seen.',
  cues: `may | might | maybe | perhaps | possibly | probably | likely | unlikely | seem\\w* | appear\\w* | tend(?:s|ed)?_to | it_depends | in_some_cases | somewhat | arguably | apparently | presumably | potentially | i_think | i_believe | i_guess | i_suppose | in_my_opinion | not_(?:certain|sure|always|necessarily|entirely|clear|yet_known|fully) | uncertain\\w* | unclear | unsure | estimate[sd]? | as_far_as | to_my_knowledge | evidence_is | limited_evidence | debated? | varies | vary | can_vary | sort_of | kind_of | more_or_less | hard_to_say | cannot_be_sure | it_is_difficult_to`,
  weakCues: `if | some | about | around | often | usually | would | could | depend\\w* | roughly | approximately | typically | fairly | relatively | possible | suggest\\w* | sometimes | generally`,
  half: 1.5,
});
