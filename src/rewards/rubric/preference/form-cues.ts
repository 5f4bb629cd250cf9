import { cue, type PreferenceCue } from './cue.ts';

/** Wishes about length and layout. */
export const FORM_CUES: readonly PreferenceCue[] = [
  cue(
    'concise(?:ly|ness)?|brief(?:ly)?|brevity|succinct(?:ly)?|terse(?:ly)?|laconic|to the point|compact|pithy|short(?:er)?|few(?:er|est)? words|less (?:words|text|talk)|snappy|condensed?|minimal(?:ist)?|straight to the (?:point|answer)|no[- ]nonsense|one[- ]liners?|tweet|get to the point|bite-sized|quick(?:ly)?|small(?! talk)',
    ['economy'],
    'brief-asked',
  ),
  cue(
    'wordy|wordiness|verbos(?:e|ity)|long[- ]winded|rambling|ramble|padding|fluff|filler(?: words| phrases)?|waffle|bloat(?:ed)?|repetiti(?:on|ve|ous)|preambles?|unnecessary (?:words|details?)',
    ['-economy'],
    'long-asked',
  ),
  cue(
    'thorough(?:ly|ness)?|comprehensive(?:ly)?|exhaustive(?:ly)?|detailed|details?|in detail|in[- ]depth|depth|deep(?:er|ly)?|elaborat\\w+|extensive(?:ly)?|complete(?:ness)?|fully|full (?:detail|account|explanation|answer)s?|nuanced?|expansive|rigorous(?:ly)?|cover(?:s|ing)? (?:everything|all|every|many) ?(?:aspects?|angles?|sides|points)?|leave nothing out|as much (?:detail|information) as possible|well[- ]developed',
    ['depth'],
    'long-asked',
  ),
  cue(
    'long answers?|longer|long(?! way| run| time| ago| term| as)|lengthy|at length',
    ['?depth'],
    'long-asked',
  ),
  cue('too short|superficial|shallow|surface[- ]level', ['-depth']),
  cue(
    'informative|informational|educational|useful information|insightful|facts|factual(?:ly)?|knowledgeable|content-rich',
    ['depth', '?numbers', '?examples'],
  ),
  cue(
    'bullet(?:ed)?(?:[- ]?points?)?(?: lists?)?|bullets|lists?|point form|dot points|itemi[sz]ed?|listing|checklist',
    ['bullets', '?-prose'],
  ),
  cue(
    'step[- ]by[- ]steps?|steps|numbered(?: (?:list|steps?|points?|instructions?))?|sequen(?:ce|tial(?:ly)?)|in (?:the right )?order|ordered(?: list)?|instructions?|procedure|chronological(?:ly)?|walk(?:s|ing)? (?:me|the reader|us|you|them) through(?: it)?|how-to|stages',
    ['steps', '?actions'],
  ),
  cue('headings?|headers?|section titles|titled sections|subheadings?|sections', ['headings']),
  cue('tables?|tabular|rows and columns|grid', ['table']),
  cue(
    '(?:plain |flowing |running |continuous )?(?:prose|paragraphs?)|flowing text|running text|full sentences|essay(?:[- ]style)?|continuous text|narrative paragraphs?',
    ['prose', '?-bullets'],
  ),
  cue(
    'structured?|well[- ]structured|well[- ]organi[sz]ed|organi[sz]ed|skimmable|scannable|easy to (?:scan|skim)|outline',
    ['bullets', 'headings', '?steps'],
  ),
  cue('markdown|formatting|formatted', ['?bullets', '?headings', 'emphasis', '-prose']),
  cue('plain text', ['prose', '-emphasis', '-headings']),
  cue('bold(?:ed|face)?|highlight(?:ed|ing)?', ['emphasis']),
  cue('code(?: snippets?| blocks?| samples?| examples?)?|working code|pseudocode', ['code']),
  cue('(?:short|simple|crisp|punchy|brief) sentences|staccato', ['short-sentences', 'plain-words']),
  cue('long sentences|complex sentences|run-on sentences|complicated sentences', [
    '-short-sentences',
  ]),
];
