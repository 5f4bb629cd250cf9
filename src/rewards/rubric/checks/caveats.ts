import { createCueCheck } from './cue-check.ts';

/** Warnings and limits. */
export const caveats = createCueCheck({
  id: 'caveats',
  label: 'Warnings and limits',
  noun: 'warnings and limits',
  explanation:
    'Words that warn or limit: “be careful”, “risk”, “consult a doctor”, “unless”; whether the right risks are named is not measured.',
  cues: `risks? | risky | warn\\w* | caution\\w* | careful\\w* | beware | danger\\w* | hazard\\w* | harm\\w* | unsafe | safety | safely | avoid | never | do_not | don't | should_not | shouldn't | must_not | make_sure | be_sure | ensure | side_effects? | allerg\\w+ | poison\\w* | toxic | injur\\w+ | burns? | emergency | stop_if | seek | consult\\w* | talk_to_(?:a|your) | see_a | ask_(?:a|your) | check_with | doctor\\w* | physician | pharmacist | lawyer | professional\\w* | advis[eo]\\w* | licensed | qualified | limit\\w* | caveat\\w* | exception\\w* | unless | however | although | but | keep_in_mind | bear_in_mind | note_that | not_(?:suitable|recommended|always|everyone|guaranteed|a_substitute|advice) | before_you | wear | protect\\w* | goggles | gloves | ventilat\\w+ | may_(?:not|cause|lose|fail) | can_(?:cause|lose|fail|lead) | lose | loss\\w* | fees? | penalt\\w+ | side-effects?`,
});
