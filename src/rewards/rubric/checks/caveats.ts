import { createCueCheck } from './cue-check.ts';

/** Warnings and limits. */
export const caveats = createCueCheck({
  id: 'caveats',
  label: 'Warnings and limits',
  noun: 'warnings and limits',
  explanation:
    'Words that warn or limit: “be careful”, “risk”, “consult a doctor”, “unless” (own list); whether the right risks are named is not seen.',
  cues: `risks? | risky | warn\\w* | caution\\w* | careful\\w* | beware | danger\\w* | hazard\\w* | harm\\w* | unsafe | safety | should_not | shouldn't | must_not | side_effects? | allerg\\w+ | poison\\w* | toxic | injur\\w+ | emergency | stop_if | seek | consult\\w* | talk_to_(?:a|your) | see_a | ask_(?:a|your) | check_with | doctor\\w* | physician | pharmacist | lawyer | advis[eo]\\w* | licensed | qualified | caveat\\w* | exception\\w* | unless | keep_in_mind | bear_in_mind | note_that | not_(?:suitable|recommended|always|everyone|guaranteed|a_substitute|advice) | before_you | protect\\w* | goggles | gloves | ventilat\\w+ | may_(?:not|cause|lose|fail) | penalt\\w+ | side-effects?`,
  weakCues: `but | however | although | don't | do_not | never | wear | burns? | limit\\w* | safely | can_(?:cause|lose|fail|lead) | ensure | make_sure | be_sure | loss\\w* | lose | avoid | fees? | professional\\w*`,
  half: 1.5,
});
