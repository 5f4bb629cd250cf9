import { createCueCheck } from './cue-check.ts';

/** Tells people how to be good. */
export const moralising = createCueCheck({
  id: 'moralising',
  label: 'Moralising',
  noun: 'moralising',
  explanation:
    'Words of duty and blame, such as “you must never”, “responsibly”, “it is wrong to” (own list); a sermon in other words is not seen.',
  cues: `you_(?:should|must|ought_to|shouldn't|need_to)(?:_really|_always|_never)? | we_(?:all_)?(?:should|must|have_a_duty) | everyone_should | responsib\\w+ | irresponsib\\w+ | important_to_(?:remember|note|take|consider|be|respect|understand) | please_(?:remember|drink|be|don't|consider|use) | moral\\w* | ethic\\w* | unethical | immoral | wrong_to | right_thing | dut(?:y|ies) | shame\\w* | selfish\\w* | blame\\w* | ashamed | never_(?:drive|do|forget|ever) | think_(?:about_)?(?:why|twice|carefully|of_others) | seek_help | talk_to_(?:a|your)_(?:doctor|professional|therapist) | respect\\w* | harmful | unacceptable | respectful\\w* | it_is_never_(?:ok|okay|acceptable) | owe_it_to`,
  weakCues: `should | must | ought | never | always | health | others | society | values`,
});
