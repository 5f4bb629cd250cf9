import { cue, type PreferenceCue } from './cue.ts';

/**
 * Words that only hint at a wish: read where nothing else in the clause is understood, and worth half.
 * Most are marked "=": "I can't follow" and "so that I can follow" want the same.
 */
export const ASSOCIATION_CUES: readonly PreferenceCue[] = [
  cue(
    'get on with it|hurry\\w*|rush\\w*|swift|glance|coffee break|telegrams?|postcards?|stickers?|captions?|tweets?|labels?|tiny|soon|skip to|fast|speedy|slogan|headlines?|dense|pressed|tired eyes|scroll\\w*|space is (?:short|limited|tight)|room for',
    ['?=economy'],
    'brief-asked',
  ),
  cue(
    'hours?|afternoon|evening|weekend|pot of tea|armchair|patien(?:t|ce)|scholar|homework|exams?|study(?:ing)?|know more|all there is|generous|ample|extra|obsessed|nerd|geek|hobby|fascinat\\w+|nothing missing|no gaps|gaps?|completist',
    ['?=depth'],
    'long-asked',
  ),
  cue(
    'school|follow|complicated|confus\\w*|lost|hard words|understand\\w*|lingo|slow(?:ly)?|learner|tricky|difficult|head (?:spin\\w*|hurts?)|over my head|digest|grasp|heavy|foreign to me|long ago|forgot|blank|stupid|clever|brain|illiterate|dyslexi\\w+|gran\\w*|kids?|children|tourist|everyone|anyone|public',
    ['?=plain-words', '?=short-sentences'],
  ),
  cue(
    'printed?|publish\\w*|signed|signature|president|senator|professor|bishop|queen|king|lord|embassy|gala|award|legal|contract|notice|plaque|obituar\\w+|inquiry|applications?|submi\\w+|audit|committee|trustees|delegates|minutes|archive|hr|management|protocol|manners|serious\\w*|grown-?ups?|respectable|proper',
    ['?=formal'],
  ),
  cue(
    'beer|pub|mates?|budd(?:y|ies)|slippers|sofa|couch|relax\\w*|hoodie|jeans|barbecue|party|campfire|lads|sis|bro|cousin|roommate|flatmate|instagram|tiktok|whatsapp|discord|reddit|stiff\\w*|starch\\w*|robots?',
    ['?=-formal', '?=contractions'],
  ),
  cue(
    'nice|hugs?|smile|lovely|kindness|grandmotherly|neighbou?rs?|cuddl\\w+|care|personal|birthday|thank-?you|greeting|shy|host',
    ['?warmth', '?address-reader'],
  ),
  cue(
    'hospital|shaking|died|dying|death|funeral|divorc\\w+|break-?up|broke up|dumped|cry\\w*|tears|ill|illness|cancer|diagnos\\w+|fired|laid off|failed|hurt\\w*|pain|trauma\\w*|crisis|afraid|scared|mourning|miscarriage|sleepless|exhausted|alone|fell apart|falling apart|sensitive|fragile|raw|delicate',
    ['?=empathy', '?=warmth'],
  ),
  cue(
    "believe|pull (?:this|it) off|giv(?:e|ing) up|doubt(?:ing)? myself|dreams?|goals?|finish line|champion|dare|courage|capable|lazy|procrastinat\\w+|stuck|can't start|quit|hesitat\\w+|discourag\\w+|unmotivated|spirits|keep at it",
    ['?=encouragement', '?=address-reader'],
  ),
  cue(
    'clown|circus|laugh\\w*|silly|cartoons?|comics?|party|prank|cheer|dull|boring|dry|yawn|snooze|mood|entertain\\w*|amus\\w*|monty python|sitcom',
    ['?=humour'],
  ),
  cue(
    'habits?|convert|votes?|get me to|talk me|why should|reluctan\\w+|unconvinced|sceptic|skeptic|hesitant|customers? to|readers? to|donat\\w+|sign up|petition|join',
    ['?persuasion', '?address-reader'],
  ),
  cue(
    'instances?|theory|theoretical|abstract\\w*|concrete\\w*|practice|cases?|situations?|see (?:it|one|some)|visuali[sz]\\w+|picture (?:it|this)|hands|stick with me|relatable|relate|realistic',
    ['?=examples', '?=specifics'],
  ),
  cue(
    'found (?:that|this|it) out|assert\\w*|claims?|who (?:found|showed|discovered|says|said)|scholar\\w*|trust\\w*|believe (?:it|you|this|that)|evidence|science|scientists?|proven|homework|support\\w*|back(?:ed|ing)|rumou?rs?|myths?|wikipedia|bibliography|quote',
    ['?=references', '?=specifics'],
  ),
  cue(
    'count\\w*|measur\\w+|amounts?|prices?|costs?|distances?|weights?|percentages?|budget\\w*|euros?|dollars?|kilos?|grams?|miles?|hours? and|spreadsheet|graph|chart|scale|ratio|engineer\\w*|plan with',
    ['?numbers'],
  ),
  cue(
    "guess\\w*|known|unknown|doubts?|honest about|admit\\w*|humble|humility|arrogan\\w+|pretend to know|can't be known|preliminary|rumou?r|likely|probab\\w+",
    ['?=hedging'],
  ),
  cue(
    'commit\\w*|decid\\w+|decisions?|decisive|firm\\w*|waffl\\w+|mealy|vague\\w*|clear-cut|black on white|no excuses|backbone|guts|bold\\w*|pussyfoot\\w*|tiptoe\\w*',
    ['?=-hedging', '?=recommendation'],
  ),
  cue(
    'feel something|stop and|language|beauty|music\\w*|sings?|singing|moon|soul|goosebumps|shiver\\w*|painter\\w*|painting|colou?rs?|sparkle\\w*|songs?|rhythm|melody|haunting|romantic|romance|nostalgi\\w+|dream\\w*|night|stars|spell|enchant\\w+|elegan\\w+|gorgeous|words that',
    ['?=vividness', '?=variety'],
  ),
  cue(
    'another thing|as if it were|(?:an? )?images?|picture|from the (?:kitchen|garden|household|street|farm|workshop|world of \\w+)|something from|kitchen|garden(?:ing)?|sports?|football|cooking|traffic|plumbing|household|building site|lego|link\\w*|remind\\w* me|mirror|bridge|translate',
    ['?analogy'],
  ),
  cue(
    'careful|danger\\w*|safe\\w*|hurt|risk\\w*|burn\\w*|poison\\w*|allerg\\w+|pregnan\\w+|avoid|worst|accident\\w*|emergenc\\w+|clumsy|children around|liab\\w+|protect\\w*|responsib\\w+',
    ['?=caveats'],
  ),
  cue(
    "if you were (?:me|in my \\w+)|which would|in my (?:shoes|place|position|situation)|would you|choos\\w+|choice|decide|indecisive|can't decide|torn|overwhelmed by choice|favou?rite|pick",
    ['?=recommendation', '?=-hedging'],
  ),
  cue(
    'own line|each point|tick|items?|separate(?:ly|d)?|one below the other|underneath|underneath each other|flash ?cards?|revision|slides?|powerpoint|fridge|poster|checklist|notes?|overview|structure\\w*|tidy|orderly|clutter\\w*|messy',
    ['?=bullets', '?=-prose'],
  ),
  cue(
    'after the other|workshop|assembl\\w+|methods?|procedure|do first|begin with|start with|next|sequence|hands (?:are )?(?:full|busy|dirty)|stand with|phase\\w*|process|order|build|cook(?:ing)? along|while (?:i|doing)|beginner',
    ['?steps', '?actions'],
  ),
  cue('ask\\w*|questions?|wonder\\w*|tutor|discuss\\w*|seminar|reflect\\w*|discover|find out', [
    '?questions',
  ]),
  cue('top|first line|beginning|main message|main thing|conclusion|headline', ['?=answer-first']),
  cue('vary|varied|fresh', ['?=variety']),
  cue('happened|somebody|someone who|hero\\w*|bedtime|grandpa|telling|once', ['?story']),
  cue('reasons?|because|why|how come|logic|sense|cause\\w*|behind|explain\\w*', ['?reasons']),
  cue(
    'terms?|vocabulary|abbreviations?|glossary|dictionary|unpack\\w*|meaning|acronyms?|spell out',
    ['?definitions'],
  ),
  cue('action|practical|apply|tomorrow|today|work on', ['?actions']),
  cue('now and (?:then|before)|past|ancestors|long ago|old days|come from|grandparents', [
    '?background',
  ]),
];
