import { cue, type PreferenceCue } from './cue.ts';

/** Wishes about the kind of text, its grammar and where things stand in it. */
export const MANNER_CUES: readonly PreferenceCue[] = [
  cue(
    'pleasantries|niceties|small talk|introductions?|intros?|introductory (?:remarks|phrases|sentences|text)|opening (?:remarks|phrases)|closing (?:remarks|phrases|words)|concluding remarks|outros?|greetings?|salutations?|preambles?|warm-?ups?|throat-?clearing|politeness formulas?|formalities|thank(?:s| you)s?|praise for (?:the|my) question|compliments?|chit-?chat|offers? of (?:further )?help|follow-?up offers?|sign-?offs?|ceremony|prefaces?',
    ['pleasantries'],
  ),
  cue(
    'straight in|dive (?:right|straight) in|get (?:right|straight) (?:in|to business)|only the (?:content|answer)|(?:just|only) (?:give me )?the (?:answer|content|result)|answer only|content only',
    ['-pleasantries', '?economy', '?answer-first'],
  ),
  cue(
    '(?:lead|leads|begin|begins|start|starts|open|opens|opening|starting|beginning|leading)(?: \\w+)?(?: (?:with|by))?(?: \\w+){0,2} (?:the )?(?:(?:short |direct |actual |main |clear )*(?:answer|conclusion|verdict|bottom line|result|main point|key point|point|recommendation)|yes or (?:a )?no)|(?:(?:the )?(?:answer|conclusion|verdict|bottom line|result|main point|key point|most important (?:thing|point)|takeaway)(?: comes| goes| should come| must come| stands)?) (?:first|up ?front|at the (?:top|start|beginning)|in the (?:very )?first (?:sentence|line))|(?:in|with) the (?:very )?first (?:sentence|line|words?)|up ?front|(?:at |up |on )(?:the )?top|bluf|inverted pyramid|most important (?:thing )?first|answer before (?:the )?(?:explanation|details?|reasons?)|before (?:any|the) (?:explanation|details?|background)|right away|immediately|at once',
    ['answer-first'],
  ),
  cue(
    "(?:just |simply )?(?:tell me|say) (?:which (?:one)?|what (?:to|i should)) ?(?:to )?(?:buy|do|choose|pick|take|get|use|go for)?|(?:clear|single|definite|firm|one|your) (?:recommendation|pick|choice|favou?rite|winner|suggestion)s?|recommend(?:s|ed|ing|ation)?(?: (?:one|something|a single))?|pick (?:one|a winner|for me)|choose (?:one|for me)|decide for me|make the (?:decision|choice) for me|which (?:one )?(?:is best|you(?:'d| would) (?:take|choose|pick|buy))|what would you do(?: in my place| if you were me)?|if you were (?:me|in my \\w+)|in my (?:shoes|place|position)|the best (?:one|choice|option)|verdict|take a stand|one answer",
    ['recommendation', '?-options', '?-hedging'],
  ),
  cue(
    '(?:list of |several |different |some |a few |many |multiple |various |a range of |a choice of |more than one |other )*(?:options|alternatives|choices|possibilities|suggestions|ways to (?:do|go|choose)|approaches|solutions|ideas|variants|ways)(?: to (?:choose|pick) from)?',
    ['options'],
  ),
  cue(
    '(?:in )?(?:rhym(?:e|es|ed|ing))(?: (?:couplets|verse|lines))?|(?:a |as a |short |little |rhyming |like a )*(?:poems?|haikus?|limericks?|sonnets?|verses?|ballads?|songs?|lyrics|rap|stanzas?|couplets?|odes?|nursery rhyme)',
    ['verse'],
  ),
  cue(
    "(?:a |as a |like a |short |little |imaginary )*(?:conversations?|dialogues?|(?:talk|exchange|chat)(?= between))(?: between (?:\\w+ ){0,3}(?:people|persons|friends|characters|speakers|\\w+))?|q ?(?:&|and|\\+) ?a(?:'s|s)?(?: format| style)?|questions? and answers?(?: format)?|faqs?|interview(?: style| format)?|script|play|two voices|two speakers|back-and-forth",
    ['dialogue'],
  ),
  cue(
    '(?:as |in the form of |like |phrase it as |written as )?(?:a |an )?(?:short |formal |friendly |polite )?(?:e-?mails?|letters?|messages?)(?: (?:that )?i can (?:send|copy|paste|use|forward)| to (?:\\w+ ){1,4}| form(?:at)?)?|ready to (?:send|copy)|copy and paste|copy-?paste|address(?:ed)? to (?:my|the) \\w+',
    ['letter'],
  ),
  cue(
    'histor(?:y|ical|ically|ic)(?: (?:background|context|perspective|facts|details|development))?|background(?: (?:information|story|knowledge))?|origins?|where (?:it|this|that|the \\w+) (?:came|originated)(?: from)?|how (?:it|this|that) (?:came about|began|started|developed|evolved)|roots|context|etymolog\\w+|timeline|through the (?:ages|years|centuries)|over the centuries|past and present',
    ['background', '?depth'],
  ),
  cue(
    '(?:how (?:long|much time)|the time)(?: (?:each|every|it|that|this|the|they|things?)(?: \\w+){0,2} (?:takes?|lasts?|needs?|will take|would take|should take)| it takes)|schedul(?:e|es|ed|ing)|(?:weekly|daily|hourly|monthly|hour-by-hour|day[- ]by[- ]day|week[- ]by[- ]week) ?(?:plan|schedule|routine|programme|program|timetable|calendar|overview|breakdown)?|timetables?|durations?|time ?frames?|calendar|itinerary|deadlines?|times and (?:dates|durations)|minutes and hours|what (?:day|time)|when to do (?:what|each|it)',
    ['timing', '?numbers'],
  ),
  cue(
    'quotations?|quotes?|quoted? (?:passages?|words|lines?)|proverbs?|sayings?|famous (?:words|lines|saying|person|people|thinkers?)|in (?:their|his|her) own words|citing someone|aphorisms?|epigraph',
    ['quotations'],
  ),
  cue(
    'read(?:ing)?(?: \\w+){0,2} aloud|read(?:ing)?(?: \\w+){0,3} out(?: loud)?|out loud|aloud|text-to-speech|tts|voice (?:assistant|over|-over)|voiceover|speech synthesi\\w+|screen ?reader|audio(?:book)?|podcast|radio|speech|spoken(?: language| style| word| english)?|listen(?:ing|er|ers)?(?: to (?:it|this))?|while (?:driving|cooking|running|jogging)|by ear|for the ear|toast|presentation script|symbols?|special characters|markup|markdown symbols|abbreviations',
    ['speakable', '?prose', '?short-sentences'],
  ),
  cue(
    '(?:symbols?|special characters|markup|asterisks|hashtags?|abbreviations|brackets|parenthes[ei]s|layout|links|urls)',
    ['-speakable'],
  ),
  cue(
    '(?:on )?the (?:bright|sunny|positive) side|positive(?:ly)?|bright side|silver lining|optimis\\w+|positive (?:outlook|spin|light|tone|view|framing|side|angle|attitude|note)|hopeful(?:ly)?|half[- ]full|good news|glass is half full|rosy|constructive(?:ly)?|upbeat|cheerful(?:ly)?|feel-good',
    ['outlook', 'encouragement'],
  ),
  cue(
    'pessimis\\w+|(?:dark|gloomy|bleak|negative|grim|cynical|doom)(?:ly|y)?(?: (?:side|view|tone|outlook))?|doom and gloom|half[- ]empty|worst-case|negativity|complain\\w*|scare(?: me|mongering)?|alarm(?:ist|ing)?|panic',
    ['-outlook'],
  ),
  cue(
    "(?:british|uk|commonwealth|european) (?:english|spellings?|style|usage)|british|(?:uk|gb) spelling|queen's english|king's english|oxford english",
    ['british-spelling'],
  ),
  cue('(?:american|us|u\\.s\\.) (?:english|spellings?|style|usage)|american', [
    '-british-spelling',
  ]),
  cue(
    '(?:in |use |using )?(?:the )?(?:simple )?past(?: tense| form| simple)|past-tense|as (?:if|though) it (?:had )?happened|retrospective(?:ly)?|told (?:as|in) (?:the )?past',
    ['past-tense'],
  ),
  cue(
    '(?:in |use |using )?(?:the )?(?:simple |historic |historical )?present(?: tense| form)|present-tense|as (?:if|though) it (?:is|were) happening(?: now| right now)?',
    ['-past-tense'],
  ),
  cue('active (?:voice|verbs|sentences|constructions?)|who does what|say who (?:did|does)', [
    'active-voice',
  ]),
  cue('passives?(?: (?:voice|verbs|sentences|constructions?|forms?))?', ['-active-voice']),
  cue(
    'gender(?:ed)?[- ]?neutral(?:ly|ity)?|gender[- ]inclusive|inclusive(?: language)?|gender[- ]fair|non-?binary|non-?sexist',
    ['-gendered-words'],
  ),
  cue(
    '(?:masculine|feminine|gendered|male|female|sexist)(?: (?:pronouns?|words?|language|forms?|nouns?))?|he or she|pronouns',
    ['gendered-words'],
  ),
  cue(
    "lectur(?:e|es|ing)(?: me| us| people)?|morali[sz]\\w*|moralistic|preach(?:y|ing|es)?|sermons?|sermoni[sz]\\w+|judgement|judge?mental|finger[- ]wagging|wag(?:ging)? (?:your|a) finger|nag(?:ging)?|guilt[- ]trip\\w*|scold(?:ing)?|holier[- ]than[- ]thou|virtue|ethic(?:s|al)? (?:advice|lesson|reminders?)|self-righteous|tell(?:ing)? me (?:how to live|off|what's right)",
    ['moralising', '?caveats'],
  ),
  cue(
    "mnemonics?|memory (?:aid|trick|hook|device)s?|(?:easy|easier) to remember|memorable|memori[sz]e|(?:help(?:s)? me |so (?:that )?i (?:can )?|way to |i'll )?(?:remember|recall|memori[sz]e)(?: it| this| that| them)?|stick(?:s)? in (?:my|the) (?:mind|head|memory)|learn(?:ing)? (?:it )?by heart|catchy|acronyms?",
    ['memory-aid', '?analogy'],
  ),
  cue(
    '(?:your |personal |own |an |strong |clear )*opinions?|opinionated|what you (?:really |personally |actually )?think|your (?:honest |own |personal )?(?:view|take|thoughts|two cents|judge?ment)|hot takes?|subjective(?:ly)?|editoriali[sz]\\w*|commentary|judge?ments|value judge?ments|loaded (?:words|language)|personal views?|point of view|stance|(?:writer|author|your|own|some|strong)(?:.s)? (?:personality|voice|character)|personality',
    ['opinion', '?first-person'],
  ),
  cue(
    'neutral(?:ly|ity)?|objective(?:ly)?|unopinionated|encyclop(?:a)?edic|news ?(?:report|wire|agency|reader)?(?:[- ]style)?|journalis(?:t|tic|ts)|reporter|wikipedia|just report|plain facts',
    ['-opinion', 'formal', '?-first-person'],
  ),
  cue(
    'archaic|old[- ]fashioned|shakespear\\w*|elizabethan|victorian|medieval|olden|olde|biblical|king james|antiquated|nineteenth[- ]century|19th[- ]century|period (?:language|style)|like a (?:knight|bard|monk|herald)|bard',
    ['archaic'],
  ),
  cue(
    'modern(?: (?:language|english|words))?|contemporary (?:language|english)|up-to-date language',
    ['-archaic', '?-formal'],
  ),
  cue(
    '(?:short|small|brief|tiny|bite-sized|digestible|separate|little|compact) (?:paragraphs|chunks|blocks|sections|pieces|portions)|(?:lots of|plenty of|many|frequent|more) (?:paragraph |line )?breaks|line breaks|white ?space|well spaced|airy|chunk(?:ed|s)?|dense (?:blocks?|text|paragraphs?)',
    ['short-paragraphs', '?short-sentences'],
  ),
  cue(
    '(?:no|every|each|any|all|keep(?:ing)?(?: the| your| all)?) sentences? (?:may be |should be |must be |be |is |are )?(?:longer|shorter|under|below|at most|over|of|with|more|less|fewer|up to|than|beyond|exceed\\w*)+[^,.;]{0,30}words|sentences? (?:of|under|below|with) (?:at most |no more than |fewer than |less than |up to )?(?:\\w+|\\d+) words(?: (?:each|or (?:less|fewer)|at most))?|(?:\\w+|\\d+) words per sentence|main clauses|subordinate clauses|one idea per sentence|sentence length',
    ['short-sentences'],
  ),
];
