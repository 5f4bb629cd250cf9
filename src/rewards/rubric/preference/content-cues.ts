import { cue, type PreferenceCue } from './cue.ts';

/** Wishes about what is in the response. */
export const CONTENT_CUES: readonly PreferenceCue[] = [
  cue(
    '(?:concrete |real[- ]?(?:life|world)? |practical |specific |everyday |worked )*(?:examples?|illustrations?|illustrat(?:e|ed|ing)|instances|case stud(?:y|ies)|scenarios?)',
    ['examples'],
  ),
  cue(
    'references?|sources?|citations?|cit(?:e|es|ed|ing)|bibliograph\\w+|studies|research|backed (?:up )?by (?:evidence|data|research|science|studies)|evidence(?:[- ]based)?|links|footnotes|where (?:it|the information|facts?) comes? from|literature|attribut\\w+',
    ['references', '?numbers'],
  ),
  cue(
    'numbers?|figures|statistic(?:s|al)|stats|data(?:[- ]driven)?|percentages?|quantitative(?:ly)?|quantif\\w+|dates|measurements|amounts|numerical|numeric|hard facts',
    ['numbers'],
  ),
  cue(
    'precis(?:e|ely|ion)|accura(?:te|cy|tely)|exact (?:figures|numbers|values|terms|amounts)|unambiguous',
    ['numbers', '-hedging'],
  ),
  cue(
    'creativ(?:e|ely|ity)|imaginative(?:ly)?|original(?:ity)?|inventive|artistic|novel ideas|fresh|unconventional|unusual',
    ['vividness', 'variety', '?analogy'],
  ),
  cue(
    'vivid(?:ly)?|poetic(?:ally)?|poetry|lyrical|colou?rful|descriptive|evocative|imagery|sensory|figurative|flowery|literary|metaphors?|similes?|metaphorical',
    ['vividness', '?analogy'],
  ),
  cue(
    '(?:everyday |familiar |simple |helpful )*analog(?:y|ies)|comparisons? (?:to|with) (?:everyday|familiar)(?: things?| objects?| life)?|everyday comparisons?',
    ['analogy'],
  ),
  cue(
    'story|stories|storytelling|storyteller|narrative(?:ly)?|anecdot(?:e|es|al)|tale|fable|once upon a time|fairy ?tale|personal experience',
    ['story'],
  ),
  cue(
    'explain(?:s|ing|ed)? (?:why|how|the reasons?|your reasoning|the reasoning|the logic|causes?)|reasons?|reasoning|rationale|justif\\w+|causes?|causal|why|logic(?:al(?:ly)?)?|explanatory|explanations?|analytical(?:ly)?|analy[sz]\\w+|well-reasoned|argument(?:s|ed|ation)?',
    ['reasons', '?depth'],
  ),
  cue(
    'defin(?:e|es|ed|ing|ition|itions)|explain(?:s|ing|ed)? (?:any |every |all |each |the )?(?:technical |difficult |key |new |unfamiliar )*(?:terms?|terminology|jargon|words)|glossary',
    ['definitions'],
  ),
  cue(
    'balanced?|both sides|(?:the )?(?:arguments?|points?|case) for and against(?: it)?|for and against|weigh(?:s|ing)?(?: up)?|pros and cons|(?:advantages?|benefits|upsides|strengths) (?:and|as well as|next to|but also|along with) (?:the |its |their )?(?:disadvantages?|drawbacks|risks|downsides|weaknesses)|(?:disadvantages?|drawbacks|risks|downsides|weaknesses) (?:and|as well as|next to|but also|along with) (?:the |its |their )?(?:advantages?|benefits|upsides|strengths)|(?:multiple|different|several|all|opposing|many|various) (?:perspectives?|viewpoints?|views|sides|angles|opinions)|even-?handed|counter-?arguments?|fair(?:ly)?|unbiased|impartial(?:ly|ity)?|nuances?(?! \\w)|trade-?offs?|compar(?:e|es|ing|ative|ison|isons)|contrast(?:s|ing)?|alternatives',
    ['balance'],
  ),
  cue(
    'caveats?|warnings?|warn|risks?|limitations?|limits|disclaimers?|safety(?:[- ]conscious| first)?|precautions?|dangers?|side effects|exceptions|pitfalls|consult (?:a|an) \\w+|responsible|responsibly',
    ['caveats'],
  ),
  cue(
    'actionable|practical(?:ly)?|hands-on|advice|tips|things (?:i|you|we|one|they) can do|how to|concrete actions?|recommendations?|next steps|action items|useful|helpful',
    ['actions', '?address-reader'],
  ),
  cue(
    '(?:follow-?up |clarifying |rhetorical |thought-provoking |open )*questions?|ask(?:s|ing)? (?:me|back|the reader|for clarification)|interactive|socratic(?:ally)?|engag(?:e|es|ing)(?: the reader| me)?|invit(?:e|es|ing) (?:a )?(?:reply|discussion|reflection)',
    ['questions', '?address-reader'],
  ),
  cue(
    'summar(?:y|ies) at the end|closing summary|short summary|(?:end|ends|ending|close|conclude|finish)(?:s|ing)? (?:with|on|in) (?:a |an |one |the )?(?:short |brief |one-sentence |clear )*(?:summary|conclusion|takeaways?|recap|bottom line)|sum(?:s|ming)? up|tl;?dr|takeaways?|conclusion|recap',
    ['wrap-up'],
  ),
  cue(
    '(?:by way of|by means of|through|with|via|using|use|make|draw|find) (?:a |an |some |apt )?(?:\\w+ )?comparisons?|by comparing(?: it)?|a comparison',
    ['analogy', '?balance'],
  ),
  cue(
    'relevan(?:t|ce|tly)|on[- ]topic|focus(?:ed)?(?! on)|stick(?:s|ing)? to the (?:question|topic|subject|point)|stay(?:s|ing)? on (?:topic|point)|directly answer\\w*|answers? (?:exactly )?the question|pertinent',
    ['focus'],
  ),
  cue('digress\\w*|tangents?|off[- ]topic|side ?notes?|irrelevan\\w+', ['-focus']),
  cue(
    'first[- ]person|personal(?:ly)?|from (?:your|my) own (?:experience|perspective)|autobiographical|your opinion',
    ['first-person'],
  ),
  cue('third[- ]person|impersonal(?:ly)?', ['-first-person', '-address-reader']),
  cue(
    'second[- ]person|address(?:es|ing)? (?:me|the reader|you)(?: directly)?|(?:speak|talk)(?:s|ing)? (?:directly )?to (?:me|the reader|you)(?: directly)?',
    ['address-reader'],
  ),
  cue(
    'varied (?:words|vocabulary|language)|rich vocabulary|divers(?:e|ity)(?: vocabulary)?|variety',
    ['variety'],
  ),
  cue(
    'mix it up|(?:every|each) sentence (?:in )?the same(?: way)?|same (?:way|words?|openings?|phrases?)|monoton\\w+|repeat(?:ing)? (?:yourself|itself|words|the same)|samey|sing-song',
    ['=variety'],
  ),
];
