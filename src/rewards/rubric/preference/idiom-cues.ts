import { cue, type PreferenceCue } from './cue.ts';

/** Wishes put in other words than the name of what is wanted: "paint me a picture", "without ifs and buts". */
export const IDIOM_CUES: readonly PreferenceCue[] = [
  cue(
    'punchy|word count (?:low|down|small)|(?:low|small) word count|index card|cut to the chase|get(?:s|ting)? (?:straight |right )?to it|in (?:a )?nutshell|nutshell|in short|(?:just |only )?the (?:gist|essence|essentials|bare (?:facts|essentials)|bottom line|headlines?|highlights|facts)(?: only| and nothing (?:else|more))?|essentials(?: only)?|bare (?:minimum|bones|essentials)|boil(?:s|ed)?(?: it| things| this)? down|(?:short|quick|brief) (?:version|answer|reply|summary|overview|take)|(?:as )?few(?:est)? words(?: as (?:possible|you can))?|(?:fewest|minimum of|economy of) words|less is more|(?:the )?(?:shorter|fewer words|less) the better|lean|telegraphic|tight(?:ly)?|waste no words|words? wasted|wasted words|every word count|economical|trim(?:med)?|stripped[- ]down|no frills|frills|bite[- ]size|in one (?:breath|go)|a line or two|(?:a )?few lines|one or two lines|without (?:the )?(?:waffle|chatter|chat)|spare with words|sparing|summed up|quick (?:hit|read|fact)',
    ['economy'],
    'brief-asked',
  ),
  cue(
    '(?:drone|drones|droning|go|goes|going|blather\\w*|ramble|rambles|bang|waffl\\w+|prattl\\w+) on|pad(?: it| things)?(?: out)?|walls? of text|long (?:texts?|explanations?|paragraphs|reads?|intros?|lists?)|essay length|long speech(?:es)?|blah|chatter|small print',
    ['-economy'],
    'long-asked',
  ),
  cue(
    "(?:all|as much|plenty of) (?:the )?(?:space|room|time)(?: (?:as )?(?:you|it) (?:needs?|likes?|wants?|takes?))?|as long as (?:you|it) (?:needs?|likes?|wants?|takes?)|(?:really|deeply|truly|properly|fully) (?:understand|get|grasp|learn|explain(?:ed)?)|(?:explained?|explain it) (?:properly|fully|in full|at length)|proper (?:explanation|answer|treatment)|do(?:es)? (?:it|the (?:topic|subject|question)) justice|(?:full|whole|entire|complete|bigger|big) (?:story|picture|truth|background|history|range|breakdown)|ins and outs|dig(?:s|ging)? (?:in|deep|deeper)|deep[- ]dive|dives? deep|everything (?:there is|you know|about it|relevant|i need)|(?:is |are )?not enough|too much(?: \\w+)? than too little|(?:all|the whole|a free|plenty of|lots of) (?:day|afternoon|evening|morning|week|time)(?: to read)?|time to read|no (?:rush|hurry)|take your time|(?:the )?(?:more|longer|deeper)(?: \\w+)? the better|all the (?:details?|facts|aspects)|nuts and bolts|no stone unturned|every (?:detail|aspect|angle|facet|part)|long[- ]?(?:form|reads?)|lots of (?:detail|information)|(?:more than|beyond|past|below) (?:just )?(?:the )?(?:basics|surface|obvious|usual)|(?:short|simple|quick|easy|shallow) answers? (?:won't|will not|don't|do not|is not|isn't|never) \\w+|spell(?:s|ed)?(?: it| everything| things)? out|encyclop\\w+ entry|cover(?:s|ing)? (?:the )?(?:all|lot|ground|bases)|all bases|substantial|meaty|in full|flesh(?:ed)? (?:it |this |things )?out|the more (?:\\w+ ){1,4}the better|from (?:every|all|each|many) (?:angles?|sides?)|wide[- ]ranging|go(?:es|ing)? (?:further|deep|deeper|beyond|into)|exhaust\\w*|background and context|elaborate|expand on",
    ['depth'],
    'long-asked',
  ),
  cue(
    'surface(?: knowledge| answers?)?|skin-deep|sketchy|cursory|skimp\\w*|bare outline|one-liner answers',
    ['-depth'],
  ),
  cue(
    'rush(?:ing)?(?: (?:it|this(?: one)?|through(?: it)?|things))?|hurry(?:ing)?|(?:leav(?:e|ing)|miss(?:ing)?|skip(?:ping)?|omit(?:ting)?|forget(?:ting)?|cut(?:ting)?) (?:anything|a thing|things|something|any (?:detail|part|step)s?)(?: out)?|hold(?:ing)? (?:anything |things )?back|cut(?:ting)? (?:any )?corners|gloss(?:ing)? over|skat(?:e|ing) over|summari[sz]e too much|too (?:brief|concise)',
    ['-depth'],
    'brief-asked',
  ),
  cue(
    '(?:concrete|real|actual|specific|particular|individual|typical) (?:cases?|situations?|instances?|stories|people|events|things|objects)|cases?(?: in point)?|show me (?:how|what) (?:it|this|that) (?:looks|works)|for[- ]instances?|samples?|demonstrat\\w+|demo|in (?:real life|practice|action)|specimens|applied|application|concrete(?:ly)?|abstract(?:ions?)?(?= (?:talk|theory|terms|alone|explanations?))|make it tangible|tangible',
    ['examples', '?specifics'],
  ),
  cue(
    '(?:take|taking) (?:it|this|that|things|anything) on (?:faith|trust)|bare assertions?|(?:just |simply )?assert(?:ing)? things|unsupported|unsourced|hearsay|your word for it|show me who \\w+(?: that| it| this)?(?: out)?|who (?:found|discovered|showed|said|measured) (?:it|that|this)(?: out)?',
    ['=references', '?=specifics'],
  ),
  cue(
    'exaggerat\\w+|claim(?:s|ing)? (?:more|too much)(?: than \\w+(?: really)? knows?)?|more than (?:we|you|anyone|science|is)(?: really| actually)? knows?n?|over-?(?:claim|promis|stat|sell)\\w*|absolute (?:claims|terms|statements|certainty)|absolutes|(?:black and white|black-and-white)(?: \\w+)?|bold claims|know-?it-?all|guess-?work',
    ['=hedging'],
  ),
  cue(
    'where (?:this|it|that|they|things|the \\w+) com(?:e|es|ing) from|how (?:do |would )?you know|check (?:this|it|that|them|up on (?:it|this)|your \\w+|the facts|for myself|where)|verif(?:y|iable|ied|ication)|proofs?|prove(?: it)?|who says(?: so| this| that)?|where (?:did|do|have) you (?:get|got|find|read|learn|take|have)(?: \\w+){0,2}(?: from)?|according to (?:whom|who|what)|trustworthy|look (?:it|things|this) up|paper trail|scholarly|peer[- ]reviewed|(?:what |where )?(?:the )?(?:experts?|scientists|researchers|specialists) (?:say|think|agree|found|have found)|fact[- ]check\\w*|name (?:the |your )?(?:names|authors|papers|organisations|organizations)|authors?|credible|documented|on what (?:grounds|basis)|further reading|read more|(?:which |what )?authorit(?:y|ies)(?: (?:say|says|said|is|are)(?: so| that| this)?)?|books? (?:or|and) papers?|papers',
    ['references', '?numbers', '?specifics'],
  ),
  cue(
    'quantit(?:y|ies)|sizes|maths?|mathematics|mathematical|arithmetic|equations?|formulas?|formulae|calculat\\w+|sums|hard (?:data|numbers|figures)|metrics|how (?:much|many|big|often|far|large|long it is)|digits|measurabl\\w+|cold (?:hard )?facts|percent\\w*|by the numbers|in numbers|spreadsheets?|estimates|ballpark|orders? of magnitude|scale of (?:it|things)|vague (?:amounts|quantities|words|terms)?',
    ['numbers'],
  ),
  cue(
    'vague(?:ness|ly)?|generalities|generic(?:ally)?|platitudes|hand-?wav\\w+|clich[eé]s?|empty phrases|buzz ?words|woolly|fuzzy|catch-?all',
    ['-specifics', '?-examples'],
  ),
  cue(
    'specifics?|specific(?:ally)?|be concrete|nam(?:e|es|ing) (?:names|places|people|brands|specific)|precise details?|names and dates|exact (?:names|places|details|amounts)|down to (?:the )?(?:detail|earth)?specific',
    ['specifics', 'examples', '?numbers'],
  ),
  cue(
    '(?:tak(?:e|es|ing)|pick(?:s|ing)?|choos(?:e|es|ing)) (?:a )?sides?|one[- ]sided(?:ness)?|partisan(?:ship)?|(?:bias|biased|prejudice)|preach(?:ing)? to the choir|slanted|tendentious',
    ['-balance', '?opinion'],
  ),
  cue(
    "(?:what )?speaks for (?:and against )?(?:it)?|for (?:it )?(?:and|or) (?:what )?against(?: it)?|what(?: is|'s| speaks)? against(?: it)?|devil's advocate|let me (?:decide|judge|choose|make up my (?:own )?mind)|make up my (?:own )?mind|decide (?:for )?myself|my own (?:mind|opinion|judge?ment|conclusion)|objections?|opponents|(?:the |every |each )?other (?:side|view|viewpoint|opinion)s?|opposite (?:view|side|opinion)|good and (?:the )?bad|upsides? and (?:the )?downsides?|plus(?:es)? and minus(?:es)?|strengths and weaknesses|both (?:the )?(?:good|positions?|views|camps|ways|pros)|two sides|every side|each side|dissent\\w*|where (?:people|experts|they) disagree|disagree(?:ment)?s?|controvers\\w+|debate|two views|critical(?:ly)?",
    ['balance', '?-persuasion'],
  ),
  cue(
    "(?:not|isn't|aren't) (?:100 ?% )?(?:certain|sure|clear|known|proven|settled)|(?:how )?(?:sure|certain|confident) (?:you are|it is|we are|you really are)|confidence levels?|open questions?|speculat\\w+|grain of salt|pinch of salt|sceptical(?:ly)?|skeptical(?:ly)?|scepticism|skepticism|don't know|doesn't know|limits of (?:what|our|the) \\w+|what (?:you|we|nobody|science) (?:don't|doesn't|do not|does not|can't|cannot) know|doubtful|provisional",
    ['hedging', '?caveats'],
  ),
  cue(
    'straight (?:answers?|talk|talking|shooter|up)|(?:to me|me|it) straight|frank(?:ly|ness)?|candid(?:ly)?|honest(?:ly|y)?|brutal(?:ly)?(?: honest(?:y)?)?|tell it like it is|like it is|unvarnished|say it plainly|point[- ]blank|plain (?:speaking|truth|talk)|say it straight|spade a spade|clear (?:answers?|verdict|yes or no)|yes or no|make up your mind|own your (?:answer|opinion)|stand by|unfiltered|raw truth|the truth|hard truths?|tough love|harsh',
    ['-hedging', '?answer-first'],
  ),
  cue(
    '(?:no )?(?:ifs|maybes|buts)(?:,? (?:and|or) (?:ifs|buts|maybes))*|wishy-?washy|beat(?:ing)? (?:around|about) the bush|sit(?:ting)? on the fence|on the fence|fence-?sitting|commit(?: to (?:one|an) \\w+)?|weasel words|evasi\\w+|dodg(?:e|ing)(?: the question)?|waver(?:ing)?|(?:it )?all depends|it depends',
    ['=-hedging', '?=recommendation'],
  ),
  cue(
    'sugar-?coat\\w*|mince (?:your )?words|spare my feelings|soften(?:ing)?|flatter(?:y|ing)?|coddl\\w+|pull(?:ing)? (?:your |any )?punches|diplomacy|polite fictions|nice about it',
    ['hedging', 'encouragement', '?warmth'],
  ),
  cue(
    "(?:paint|paints|painting|draw) (?:me |us )?(?:a |the )?(?:vivid )?(?:picture|scene|image)s?(?: with words| in words)?|literary|flair|artful(?:ly)?|beautiful(?:ly)?|surprise me|magic(?:al)?|dream(?:y|like)|atmospher\\w+|moody?|(?:the |all |five )*senses|show,? (?:don't|do not) tell|language that sings|pictures in (?:my|the) (?:head|mind)|mind's eye|see,? (?:hear|smell|feel)|feel(?:s)? (?:like )?(?:being|i am|i'm|as if i were) there|transport me|(?:see,? |hear,? |smell,? |taste,? |feel,? )+(?:and |or )(?:see|hear|smell|taste|feel)(?: it)?|i can (?:see|smell|taste|picture) it|cinematic|rich language|ornate|lush|dull|bland|plain language is boring|prosaic|like a (?:novel|novelist|poet|writer|painting)|novelistic|poets?|artists?|wordsmith|wow|freshly|out of the box|original",
    ['vividness', '?variety', '?analogy'],
  ),
  cue(
    'tales?|narrat\\w+|characters?|plot|fiction(?:al)?|scenes?|protagonist|adventure|legend|fairy ?tales?|parable|yarn|saga|memoir|as if it happened|happened to (?:someone|somebody|you)|campfire|novella|short stor(?:y|ies)|vignette',
    ['story', '?past-tense'],
  ),
  cue(
    '(?:compar(?:e|es|ed|ing|isons?)|liken(?:s|ed|ing)?)(?: it| this| that| them| things| everything)? (?:to|with) (?:\\w+ ){0,4}(?:know|familiar|life|household|home|objects?|things?|kitchen|nature|world|everyday|experience)|(?:something|things|objects|stuff) (?:i |we |that i |that people |everybody |everyone )*(?:already )?(?:know|knows|familiar)(?: from (?:\\w+ )?(?:daily|everyday|real|my) (?:life|experience))?|(?:daily|everyday) (?:life|objects?|things?|experience|situations?)|like (?:in|from) (?:everyday|daily|real) life|parallels?|picture it as|mental (?:picture|image|model)s?|as a comparison|familiar (?:things?|objects?|image)|is like|(?:to|with|of) something (?:familiar|from|in|out of|i know|everyone knows)(?: (?:the|my|a|our))?(?: \\w+)?',
    ['analogy'],
  ),
  cue(
    "ask(?:s|ing)?(?: \\w+){0,2} (?:things?|back|questions?|first)|(?:think|find|find out|work it out|figure it out|decide|discover)(?: \\w+){0,3} (?:for |by )?myself|(?:make|let) me (?:work|figure|find|puzzle) (?:it |things )?out|(?:guide|lead|teach|help|steer)(?: me)?(?: \\w+)? (?:by asking|with questions|through questions)(?: \\w+)?|make(?:s)? me (?:think|reflect|wonder)|quiz(?:zes)?|involve me|draw me in|check (?:that |whether |if )?(?:i|we)(?:'ve| have)? (?:understand|understood|get|got|follow)|test (?:me|my \\w+)|curious|back and forth|reflect(?:ion|ive)?|interview|probe|end(?:ing)? on a question|hear (?:back )?from me|what i think",
    ['questions', '?address-reader'],
  ),
  cue(
    '(?:say|explain|tell|spell out|unpack|gloss|clarify|note)(?:s|ing)?(?: me)? what (?:it|they|each|that|this|every|the|those|a|any)?(?: \\w+){0,3} means?|what (?:it|they|each|that|the words?|the terms?|every \\w+|any \\w+|things) means?|(?:whenever|if|when) (?:you )?use (?:a |an |any )?(?:technical |difficult |foreign |special |new |hard |rare )*(?:words?|terms?|abbreviations?|acronyms?)|unfamiliar (?:words?|terms?)|(?:unpack|explain|decode)(?: \\w+){0,4} (?:lingo|jargon)|(?:explain|unpack|decode|translate|gloss|introduce)(?:s|ed|ing)? (?:any |every |all |each |the |new )*(?:technical |difficult |unfamiliar |special |foreign )*(?:words?|terms?|abbreviations?|acronyms?|jargon|concepts?|vocabulary)|meaning of (?:\\w+ ){0,3}(?:words?|terms?)|undefined terms?|unexplained (?:terms?|words?|jargon|abbreviations?|acronyms?)',
    ['definitions'],
  ),
  cue(
    "(?:could|can|might|may|would) go wrong|go(?:es|ing)? wrong|watch out(?: for)?|look out for|beware|pitfalls?|(?:common |typical |beginners'? |beginner )*mistakes?(?: (?:that )?(?:beginners|people|others) make)?|traps?|hazards?|gotchas?|fine print|the catch|(?:be |to be |should be )careful (?:about|with|of)|red flags?|what (?:not to do|to avoid|i should avoid)|don'ts|dos and don'ts|worst case|safe(?:ly)?|when not to|stay(?:ing)? safe|risky|(?:point out|flag|mention) (?:any |the |what )?(?:risk\\w*|danger\\w*)|drawbacks?|downsides?|disadvantages?|hidden costs?|where it (?:fails|breaks)|weaknesses|potential problems|problems to expect",
    ['caveats'],
  ),
  cue(
    'round(?:s|ed|ing)?(?: it| things| this)? off|(?:with |in |on |by )?(?:a |an |one |the )*(?:one[- ]line|one[- ]sentence|short|quick|final|closing|brief|single[- ]sentence|concluding) (?:summary|recap|takeaway|conclusion|line|sentence|thought|remark|moral)|sum(?:s|med)?(?: it| things| everything| this| that)? up|(?:summar(?:y|ise|ize)|recap|repeat|restate|conclude)(?: \\w+){0,4} (?:at|in) the (?:very )?end|(?:at|in) the (?:very )?end|last (?:line|sentence|paragraph)|(?:close|closes|closing|finish|finishing|wrap up|wraps up|wrapping up|conclude)(?: it| things)?(?: off)?(?: (?:with|by|on))?|key (?:message|point|takeaway)|main (?:message|point|takeaway)|the moral|moral of (?:it|the story)|one thing to remember|what to remember',
    ['wrap-up'],
  ),
  cue(
    "(?:the )?(?:why|whys)(?: (?:and how )?(?:behind|of) (?:things|it|each \\w+|every \\w+))?|what(?:'s| is| lies) behind(?: it)?|mechanisms?|how (?:it|this|that|things) (?:really |actually )?works?|make sense of|principles?|underlying|root causes?|cause and effect|what makes it|how (?:and|or) why|because|motivat(?:e|ion) (?:for )?each|chain of (?:thought|reasoning)|thinking behind|line of thought|show your (?:work|working|reasoning|thinking)",
    ['reasons', '?depth'],
  ),
  cue(
    'follow(?:ing)? along|break(?:s|ing)?(?: (?:it|this|that|things|everything|the (?:process|task|work|whole thing|job)))?(?: process)? (?:down|up)|one (?:step|thing|stage|bit|action|move) (?:at a time|after (?:the other|another))|recipe(?:-style)?|walk-?through|(?:how-to )?guide|manual|what (?:do i |to |i should |comes |should i )*(?:do )?(?:first|next)|from (?:start to finish|beginning to end|a to z)|tutorial|hold my hand|instruct(?:s|ed|ing|ional)?|in (?:what|which|the correct|sequential|logical|a logical|chronological) order|(?:the )?(?:exact|right|correct|proper) order(?: of (?:what to do|things|steps|events))?|(?:what )?comes? (?:first|next|after what|before what)|first to last|step for step|first, second(?:,| and)? third|(?:never|not) (?:done|tried) (?:this|it)(?: \\w+)?|order of (?:operations|events|things)|first (?:this|do this),? then(?: that)?|(?:what )?comes? (?:first|next)|number(?:s|ed|ing)? (?:the |each |every |your )?(?:steps|stages|points|items|lines)|stage by stage|point by point|do it (?:myself|at home)|game plan|action plan|road ?map|plan of action|to-?do list',
    ['steps', 'actions'],
  ),
  cue(
    "stick(?:s|ing)? (?:strictly )?(?:to|with) (?:what|the|my)(?: i(?:'ve)?)?(?: \\w+)?|what i (?:asked|am asking|wanted to know)|only what (?:i|was)(?: \\w+)?|nothing (?:else|more|beyond (?:that|it))|detours?|asides?|extras?|stray(?:s|ing)?|wander(?:s|ing)?(?: off)?|the (?:actual )?question(?: (?:asked|at hand|itself|only))?|side (?:issues?|topics?|tracks?|stories)|get(?:ting)? side-?tracked|side-?track(?:ed|s)?|unrelated(?: \\w+)?|beside the point|trivia",
    ['focus', '?economy'],
  ),
  cue(
    'skim(?:s|ming)?(?: through| over)?|scan(?:s|ning)?(?: through)?|at a glance|list form(?:at)?|(?:in|just|only|as) (?:short )?points|point form|enumerat\\w+|checkbox(?:es)?|tick(?:ed)? off|bulleted (?:answers?|text|format|style|points?)|dashes|separate lines|(?:each|every) (?:point|item|idea|thing)(?: \\w+){0,3} (?:own|new|separate) line|one (?:item|idea|point|thing) per line|line by line|stacked|broken (?:up|into) (?:\\w+ )?(?:points|lines|chunks)|fragments|shopping list|to tick',
    ['bullets', '?-prose'],
  ),
  cue(
    'connected (?:text|sentences|prose|paragraphs?)|whole sentences|proper (?:sentences|paragraphs)|(?:like|as) an? (?:article|column|essay|letter|book|magazine(?: article)?)|(?:article|book|column|magazine)[- ]style|flow(?:s|ing|ed)?(?: \\w+)?|in one piece|unformatted|without (?:any )?(?:formatting|layout|markup)|single block|one block of text|ordinary text|normal text|regular text|running sentences|sentences,? not (?:fragments|bullets|lists?)|written out',
    ['prose', '-bullets'],
  ),
  cue(
    "(?:talk|win|bring|turn|sway|move) (?:me|them|us|him|her|people|readers|customers|voters) (?:into|over|round|around)(?: it| this)?|(?:like|as) an? (?:ad|advert|flyer|commercial)|(?:make me |turn me into )?a convert|convinc(?:e|es) me|talk me into|sell (?:it|me|this|the idea)(?: (?:to me|on it))?|mak(?:e|es|ing) (?:a|the|your) (?:strong |best |good )?case(?: for)?|argue for|change my mind|sway me|call(?:s)? to action|(?:a |like a )?(?:sales|marketing) (?:pitch|copy|person)|advert\\w*|commercial|campaign|debater|lawyer's plea|why i should|make me want",
    ['persuasion', '?-hedging'],
  ),
  cue(
    '(?:excited|thrilled|passion(?:ate)?|enthusiasm|fired up|exuberan\\w+|pumped|over the top|hyped?|hype|gushing|gush|superlatives|salesy|cheerleading|drama|dramatic|sensational\\w*|clickbait|hyperbole|breathless|animated|full of life|vibrant|zest|spark(?:le)?|with (?:great )?(?:gusto|verve|zeal|joy)|joyful|lively)',
    ['enthusiasm', '?exclamations'],
  ),
  cue(
    'calm(?:ly)?|sober(?:ly)?|level[- ]headed|unemotional(?:ly)?|low[- ]key|understated|restrained|quiet(?:ly)?|matter[- ]of[- ]fact(?:ly)?|businesslike|factual tone|clinical|composed|detached|dispassionate(?:ly)?|toned? (?:it )?down',
    ['-enthusiasm', '-exclamations', '?formal'],
  ),
];
