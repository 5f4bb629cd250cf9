import { createCueCheck } from './cue-check.ts';

/** Examples introduced as such. */
export const examples = createCueCheck({
  id: 'examples',
  label: 'Examples given',
  noun: 'examples',
  explanation:
    'Examples introduced as such: “for example”, “such as”, “say,”, “imagine”; whether they fit is not measured.',
  cues: `for_(?:example|instance) | e\\.g | such_as | example\\w* | including | like_(?:when|if|an?|the) | namely | imagine | picture | suppose | say, | let's_say | consider | take_(?:the|a|an|your) | think_of | as_(?:when|in) | to_illustrate | illustrat\\w+ | a_case_in_point | in_one_case | case_study | specifically | (?:one|another|a)_(?:good|classic|common|simple|typical|famous|real|familiar)?_?example | if_(?:you|your|a|an|someone)_\\w+ | when_(?:you|a|an|someone)_\\w+`,
  signs: /\((?:e\.g\.|such as|like|say)|\blike [A-Z]\w+(?:,| and| or)/g,
});
