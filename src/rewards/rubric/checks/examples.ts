import { createCueCheck } from './cue-check.ts';

/** Examples introduced as such. */
export const examples = createCueCheck({
  id: 'examples',
  label: 'Examples given',
  noun: 'examples',
  explanation:
    'Examples introduced as such: “for example”, “such as”, “say,”, “imagine”, and phrases in quotes (own list, after Hearst 1992); whether they fit is not seen.',
  cues: `for_(?:example|instance) | e\\.g | such_as | example\\w* | namely | imagine | suppose | say, | let's_say | take_(?:the|a|an|your) | as_(?:when|in) | to_illustrate | illustrat\\w+ | a_case_in_point | in_one_case | case_study | (?:one|another|a)_(?:good|classic|common|simple|typical|famous|real|familiar)?_?example`,
  weakCues: `including | if_(?:you|your|a|an|someone)_\\w+ | when_(?:you|a|an|someone)_\\w+ | specifically | consider | think_of | like_(?:when|if|an?|the) | picture`,
  signs: /\((?:e\.g\.|such as|like|say)|\blike [A-Z]\w+(?:,| and| or)/g,
});
