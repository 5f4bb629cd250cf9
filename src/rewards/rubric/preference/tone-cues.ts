import { cue, type PreferenceCue } from './cue.ts';

/** Wishes about tone and register. */
export const TONE_CUES: readonly PreferenceCue[] = [
  cue(
    'formal(?:ly|ity)?|professional(?:ly|ism)?|business(?:like|[- ]appropriate)?|corporate|academic(?:ally)?|scholarly|official|dignified|serious(?:ly)?|office|executive|diplomatic|journalistic|encyclop(?:a)?edic|neutral|objective|matter-of-fact|dry',
    ['formal', '?-exclamations', '?-humour'],
  ),
  cue(
    'casual(?:ly)?|informal(?:ly)?|relaxed|laid[- ]back|conversational(?:ly)?|chatty|colloquial|everyday tone|down[- ]to[- ]earth|slang|colloquialisms?|slangy|like (?:texting|talking to) a friend|easy-?going|breezy|loose',
    ['-formal', '?contractions'],
  ),
  cue('contractions|contracted forms', ['contractions']),
  cue('exclamations?(?: marks?| points?)?', ['exclamations']),
  // Nobody asks to be shouted at.
  cue('shout\\w*', ['=-exclamations']),
  cue('emojis?|emoticons?|smileys?|(?:little |small |tiny )(?:pictures|symbols|faces|icons)', [
    'emoji',
  ]),
  cue(
    'humou?r(?:ous|ously)?|funny|funnier|witty|wit|jokes?|joking(?:ly)?|comic(?:al)?|comedy|comedic|amusing(?:ly)?|hilarious|playful(?:ly)?|light-?hearted(?:ly)?|laughs?|make me (?:laugh|smile)|puns?|sarcas(?:m|tic)|ironic|irony|silly|entertaining|tongue[- ]in[- ]cheek|cheeky|whimsical|satirical|quirky|goofy|fun',
    ['humour', '?-formal'],
  ),
  cue(
    'friendly|friendliness|warm(?:ly|th)?|welcoming|approachable|kind(?:ly)?|cheerful|cheery|personable|sociable|like a (?:good )?friend|upbeat|good-natured|neighbou?rly|amiable|pleasant',
    ['warmth', '?-formal', '?address-reader'],
  ),
  cue(
    'empath\\w+|compassion\\w*|sympath\\w+|caring|gentle|gently|sensitive(?:ly)?|comforting|reassuring|understanding|supportive|consoling|soothing|tender',
    ['empathy', '?warmth'],
  ),
  cue('encourag\\w+|motivat\\w+|inspir\\w+|uplifting|empowering|hopeful|pep talk|cheerleading', [
    'encouragement',
    '?warmth',
  ]),
  cue(
    'enthusias\\w+|excited|exciting|excitement|energetic|passionate(?:ly)?|energy|lively|bubbly|exuberant',
    ['enthusiasm', '?exclamations'],
  ),
  cue('polite(?:ly|ness)?|courte\\w+|well-mannered|gracious|tactful(?:ly)?|considerate', [
    'courtesy',
    '=-toxicity',
  ]),
  cue(
    'respectful(?:ly)?|civil|inoffensive|non-?offensive|family[- ]friendly|harmless|clean|safe for work|wholesome|decent|nice',
    ['=-toxicity', '?courtesy'],
  ),
  cue(
    'toxic(?:ity)?|non-?toxic|offensive(?: language)?|insult(?:s|ing)?|profan\\w+|swear(?:ing)?(?: words)?|curs(?:ing|e words)|abus(?:e|ive)|hate(?:ful| speech)?|rude(?:ly|ness)?|aggressi(?:ve|on)|hostil\\w+|vulgar\\w*|harmful|slurs|name-calling|contempt|mean-spirited|attack(?:s|ing)?',
    ['=-toxicity', '?=courtesy'],
  ),
  cue(
    '(?:too |so |very |overly )?(?<!make |making |be )sure(?! to\\b| that\\b)(?: of (?:yourself|itself))?|overconfiden\\w+|too certain',
    ['-hedging'],
  ),
  cue(
    'confident(?:ly)?|assertive(?:ly)?|decisive(?:ly)?|direct(?:ly|ness)?|authoritative(?:ly)?|definitive|unequivocal|certain|blunt(?:ly)?|firm|bold(?= (?:tone|claims?|statements?|voice))|straightforward|commit to an answer|clear stance|take a (?:clear )?(?:stance|position)',
    ['-hedging'],
  ),
  cue(
    'hedg(?:e|es|ed|ing)|cautious(?:ly)?|tentative(?:ly)?|careful wording|modest|humble|uncertainty|uncertain|admit(?:s|ting)? (?:uncertainty|what is (?:un|not )known)|(?:un|not )sure|acknowledg\\w+|(?:what is )?unknown|doubts?|measured|guarded|qualifiers',
    ['hedging'],
  ),
  cue(
    'persua(?:de|sive|sion)\\w*|convincing(?:ly)?|compelling|sales(?:y)?|marketing|rhetorical|advertis\\w+|pitch|advocat\\w+',
    ['persuasion', '?address-reader'],
  ),
  cue(
    "simple(?:r)?(?: (?:words|language|terms|english|vocabulary))?|simply|plain(?:ly)?(?: (?:words|language|english|terms))?|easy(?: to (?:read|understand|follow))?(?: (?:words|language))?|everyday (?:words|language)|lay(?:man|person|people)?(?:'s)?(?: terms)?|beginners?|novices?|(?:in )?(?:a |the )?ways? (?:that )?(?:i|we|they|people) (?:can|could) (?:follow|understand|grasp)|(?:that )?(?:i|we|they) can follow|accessible|non-?experts?|non-?technical|clear(?:ly)?|clarity|readable|understandable|elementary|basic",
    ['plain-words', '?short-sentences'],
  ),
  cue(
    '(?:for|to|by|like|as (?:if )?(?:to|for)|aimed at|suitable for|with)? ?(?:an? |small |young |a small |a young |my )*(?:child(?:ren)?|kids?|(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|\\d+)[- ]year[- ]olds?|pupils?|grader|eli5|schoolchildren|i(?:.m| am| was| were) (?:only |just |about )?(?:an? )?(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|\\d{1,2}))',
    ['plain-words', 'short-sentences', '?analogy', '?-technical'],
  ),
  cue(
    'jargon|lingo|technical (?:terms|jargon|language|words|vocabulary|detail|terminology)|technical(?:ly)?|big words|long words|complicated words|complex (?:words|language|vocabulary)|fancy words|specialist (?:terms|vocabulary)|buzzwords|terminology|expert(?:s|[- ]level)?|advanced|specialists?|scientific|graduate[- ]level|engineers?|sophisticated',
    ['technical', '-plain-words'],
  ),
];
