import { cue, type PreferenceCue } from './cue.ts';

/** Wishes that are told by who reads, where and when, rather than by the kind of text: "on a train", "as if I were five". */
export const SITUATION_CUES: readonly PreferenceCue[] = [
  cue(
    "on (?:a|an|the|my)(?: \\w+){0,2} (?:train|bus|subway|metro|tube|tram|phone|mobile|smartwatch|watch|screen|commute|plane|walk|way)|(?:small|tiny|phone|mobile|watch) (?:screen|display)|screen is (?:tiny|small)|(?:in|between) (?:a |the |my )?(?:hurry|rush|meetings?|queue|lift|elevator|taxi)|(?:short|pressed|tight|low) (?:on|for) time|(?:no|little|hardly any|not much|limited|short) time|(?:don't|do not) have (?:much |a lot of |any )?time|(?:waste|wasting) (?:of )?(?:my |any |our )?time|time is (?:short|limited|money|precious|tight)|(?:very |quite |really |extremely |always )?busy(?: \\w+)?|impatient|(?:short )?attention span|(?:just |only |about )?(?:a |one|two|three|five|ten|thirty|sixty|\\d+)[- ]?(?:minutes?|seconds?)(?: to (?:spare|read|go|spend))?(?: left| read)?|before (?:my|the) (?:next )?(?:meeting|class|exam|call|train)|elevator pitch|back of (?:a|an) (?:napkin|envelope|postcard)|post-?it(?: note)?|sticky note|text message|sms|(?:phone|push) notification|in passing",
    ['=economy'],
    'brief-asked',
  ),
  cue(
    '(?:my|our|a|an|your) (?:(?:little|young|small|elderly|old|curious) )*(?:gran|niece|nephew|granddaughter|grandson|grandchild(?:ren)?|grandm\\w+|grandfather|grandpa|grandad|granny|mum|mom|mother|dad|father|aunt|uncle|son|daughter|little (?:brother|sister)|parents|grandparents)|(?:first|second|third|fourth|fifth|sixth|\\d(?:st|nd|rd|th))[- ]?(?:grade(?:rs?)?|form)|(?:primary|elementary|grade|nursery)[- ]school\\w*|kindergart\\w+|pre-?school\\w*|toddlers?|little ones?|small children|(?:a |my )?class of (?:\\w+[- ]year[- ]olds|kids|children)|(?:someone|somebody|anyone|anybody|people) (?:very )?young',
    ['plain-words', 'short-sentences', '?-technical', '?analogy'],
  ),
  cue(
    "(?:know|knows|knew|understand|understands) (?:absolutely |next to |almost |literally )?(?:nothing|little|zero)(?: about (?:this|it|the (?:topic|subject|field)|\\w+))?|never heard of (?:\\w+ ?){0,4}|(?:no|zero|without|little|any) (?:prior |previous |earlier |technical |scientific |special |such |relevant )*(?:knowledge|background|experience|clue|idea|training)(?: (?:in|of|with) \\w+)?|(?:completely |totally |quite |very |brand )?new (?:to|at) (?:this|it|the (?:topic|subject|field|area)|\\w+)|(?:just |only )?(?:starting|started) out|starting from (?:zero|scratch|nothing)|from scratch|newcomers?|newbies?|rookies?|first[- ]timers?|amateurs?|dummies|(?:is|isn't|not) (?:an? )?(?:my )?(?:native|first|mother) (?:language|tongue|speaker)s?|(?:native|mother) (?:tongue|speaker)s?|english is (?:only |just )?my (?:second|third|fourth) language|english is(?:n't| not) (?:so |very |that |too |my |really )*(?:good|great|strong|first language|native language|mother tongue)|(?:poor|weak|basic|limited) english|(?:learning|learn|learners? of|study|studying) english|english learners?|second language|foreign language|(?:ordinary|normal|regular|average|everyday) (?:people|person|folks?|readers?|citizens?|users?)|general (?:audience|public|readers?)|the (?:public|man (?:in|on) the street)|(?:so that )?(?:anyone|anybody|everyone|everybody) (?:can |could |will |would )?(?:understand|get|follow|grasp)s?(?: it)?|uninitiated|outsiders?|(?:not|isn't|am not|i'm not) (?:an? |very |really |that )*(?:techie|techy|scientist|programmer|doctor|lawyer|engineer|academic|native speaker|technical person|tech person|math person|computer person)",
    ['plain-words', '?short-sentences', '?-technical', '?definitions'],
  ),
  cue(
    '(?:dumb|dumbed|dumbing|water|watered|watering)(?: it| this| that| things| anything| the \\w+)? down|talk(?:ing)? down to (?:me|us)|oversimplif\\w+|over-simplif\\w+|patroni[sz]\\w+|baby (?:talk|language)|spoon-?feed\\w*|hand-?holding|explain(?:ing)? the basics|the basics|childish',
    ['plain-words', '-technical'],
  ),
  cue(
    "(?:i'm|i am|we're|we are|i work as|we work as|i've worked as|written for|meant for|aimed at|addressed to|read by|audience (?:of|is|are)|readers? (?:are|is|will be)|we(?:'re| are) all|fellow|for) (?:an? |my |other |our |fellow )?(?!non)(?:\\S+ ){0,2}?(?:clinicians?|doctors?|physicians?|surgeons?|engineers?|lawyers?|attorneys?|scientists?|researchers?|professors?|developers?|programmers?|coders?|physicists?|chemists?|mathematicians?|statisticians?|economists?|accountants?|\\w+ologists?|academics?|practitioners?|professionals|specialists?|technicians?|pharmacists?|nurses|architects?|phd students?|graduate students?|postgraduates?|phds?|insiders?|peers|colleagues in the field|veterans?)|(?:have|hold|did|finished|'ve|'ve got|got) (?:a |an |my )?(?:degree|phd|doctorate|master'?s|background|training|years of experience)(?: (?:in|of) \\w+)?|(?:know|understand|familiar with) (?:all )?(?:the )?(?:basics|field|fundamentals|subject|terminology|jargon)|(?:as|like) (?:a |an )?(?:peer|fellow (?:expert|specialist|\\w+)|colleague|pro|equal)|(?:experienced|seasoned) (?:user|reader|\\w+)|peer-level|(?:medical|legal|clinical|scientific|engineering|statistical|mathematical|financial|musical|programming|trade|professional) (?:language|terms|terminology|vocabulary|detail)|implementation(?: details?)?|under the hood|(?:proper|correct|right|exact|specialised|specialized|domain|field-specific) (?:terminology|terms|vocabulary|names)|phd[- ]level|university[- ]level|textbook(?:-style)?|state of the art|in the trade",
    ['technical', '-plain-words', '?depth'],
  ),
  cue(
    'board(?: of directors| meeting| members?)?|directors|ceo|my (?:boss|manager|supervisor|professor|client|landlord|lawyer)|boss|clients?|customers?|investors?|shareholders?|stakeholders?|ministry|minister|court|judges?|embassy|government|ceremony|announcement|press release|quality newspaper|broadsheet|report|memo(?:randum)?|job application|cover letter|university|thesis|journal(?: article)?|dissertation|conference|linkedin|stiff|starchy|stuffy|buttoned-up|robotic|bureaucratic|legalese|etiquette|the mayor|the council|hr department|workplace|at work|white paper|policy brief|proper english|polished|elevated|well-spoken|tie and jacket|in a suit',
    ['formal', '?-contractions'],
  ),
  cue(
    "over (?:a|some|lunch|dinner)? ?(?:beers?|coffee|drinks?|pints?|lunch|tea|dinner)|(?:at|in|down) (?:the|a|my) (?:pub|bar|cafe|café|kitchen table|coffee machine|water cooler|watercooler)|(?:between|among|amongst|with|to|for|like|from) (?:a |my |your |our |two |good |old |close )*(?:friends?|mates?|pals?|bud(?:dy|dies))|(?:text|texting|whatsapp|messag\\w+|chat|chatting) (?:to |with )?(?:a |my |your )?(?:friends?|mates?|group)?|group chat|loosen up|hang(?:ing)? out|unbuttoned|(?:gen z|gen-z|teens?|teenagers?|young people|youth|street)(?:'s)?(?: (?:talk|language|slang))?|like (?:a )?(?:real |normal )?(?:human|person|people)(?: being)?(?: talk)?|human(?:-sounding)?|naturally|small talk|(?:the way|like|as) (?:people|you|we|they)(?: really| actually|'d| would)? (?:talk|speak|chat)|off the cuff|no need to be formal|first[- ]name terms|cool",
    ['-formal', '?contractions'],
  ),
  cue(
    '(?:a |my |the |your )?neighbou?rs?|old friends?|best friend|pen ?pal|(?:good|nice|kind) (?:mood|vibes|words)|sunny|heartfelt|(?:make|makes) (?:me|people|us|them|readers) (?:feel )?(?:welcome|smile|at home|good|comfortable)|host|barista|like (?:a )?(?:favourite |favorite |kind |nice )?(?:aunt|uncle|grandma|teacher)|big smile|hospitable|good company|affectionate(?:ly)?|cosy|cozy|cordial(?:ly)?|genial|cold|distant|impersonal tone|aloof',
    ['warmth', '?-formal', '?address-reader'],
  ),
  cue(
    "(?:hard|rough|tough|bad|difficult|awful|terrible|stressful) (?:time|day|days|week|patch|year|moment|phase)|go(?:ing)? easy on me|easy on me|(?:be )?kind to me|grie(?:f|ving)|(?:i'm|i am|i feel|feeling|we're|feel) (?:so |very |really |quite |a bit |pretty )*(?:sad|upset|anxious|nervous|scared|worried|overwhelmed|lonely|heartbroken|down|low|stressed|vulnerable|ashamed|afraid|hurt|lost|frustrated|exhausted|fragile|alone|struggling)|struggling|heartbroken|burn(?:t|ed)? out|shoulder to (?:cry|lean) on|validat\\w+|feelings?|emotion(?:s|al|ally)?|non-?judge?mental|judg(?:e|ing) me|console|comfort|bedside manner|softly|compassion|tact|acknowledge how|someone who (?:listens|cares|understands)|listening ear|heart|what i'm going through|therapist|counsell?or",
    ['empathy', '?warmth'],
  ),
  cue(
    "(?:a |some |little |gentle |good |bit of )*(?:push|pep|boost|nudge|kick)(?: up| in the (?:butt|pants))?|cheer(?:s|ing)? (?:me|us|them) (?:on|up)|believe in (?:me|myself|yourself)|lift (?:me|my spirits|us)(?: up)?|(?:self-?|give me |my )?confidence|can-do|coach(?:ing)?|rally|spur|fire me up|pump(?: me up|ed)|get me going|keep me going|so that i (?:don't|won't) give up|give up|morale|makes? me (?:want to|feel (?:capable|i can))|courage|praise|as my biggest fan|support(?:ing)? me",
    ['encouragement', '?warmth', '?address-reader'],
  ),
  cue(
    "(?:i'm |i am |so i don't get |never )?bored|boring|grin|crack(?:s|ing)? (?:me up|jokes|a joke)|stand-?up|comedians?|roast|banter|jest|parody|tickle\\w*|droll|deadpan|absurd(?:ist|ity)?|nonsense|wink|light touch|(?:too |so |all that |overly )serious(?:ly)?|gags?|wisecracks?|giggle|chuckle|tease|lol|comic relief|levity|mischievous|put a smile|good laugh|spoof|one-liners|wordplay|wit and charm",
    ['humour', '?-formal'],
  ),
];
