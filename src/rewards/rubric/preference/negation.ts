const NEGATORS =
  "not|nothing|nothing with|no|anything but|spare me|save me|annoyed by|bored by|(?:no|without any) need (?:for|of|to)|allergic to|fed up with|(?:sick|enough|bored|wary|weary) of|can't stand|cannot stand|can (?:do|live) without|do without|minus|sans|ditch(?:es|ing)?|lose|forget|resist(?:s|ing)?|exclud(?:e|es|ing)|ban(?:s|ned|ning)?|abstain from|keep away from|hold the|'ve no|have no|not a fan of|go (?:light|easy) on|cannot|shan't|mustn't|wouldn't|must not|don't want|non|never|without|avoid(?:s|ing)?|don't|doesn't|do not|isn't|aren't|shouldn't|won't|can't|neither|nor|skip(?:s|ping)?|omit(?:s|ting)?|leave out|leaving out|free of|free from|instead of|rather than|refrain(?:s|ing)? from|stay away from|steer clear of|less|fewer|minimal|minimi[sz]e|(?<!\\ba )little|low|zero|hates?|dislikes?|tired of|cut(?:s|ting)?(?: out)?|limit(?:ed)?|lacks?|stop|drop|reduc(?:e|es|ed|ing)|over";
const BLOCKERS = 'but|only|just|merely|because|and|or|while|so';

/** A negator and at most six plain words before the cue. "not only", "not just" negate nothing. */
const NEGATED_BEFORE = new RegExp(
  `\\b(?:${NEGATORS})[\\s-]+(?!(?:only|just|merely)\\b)(?:(?!(?:${BLOCKERS})\\b)[\\w'-]+\\s+){0,6}$`,
  'i',
);
/** "prose over bullets" negates the next word or two, not a whole clause. */
const FAR_OVER = /\bover\s+(?:[\w'-]+\s+){3,}$/i;
/** "Emoji make me cringe", "lists are off limits": the dislike comes after. */
const DISLIKED_AFTER =
  /^(?:-|\s)free\b|^s?(?:\s+(?:and|or)\s+[\w'-]+(?:\s+[\w'-]+)?)?\s+(?:(?:really|always|just|only|tend to|would|will)\s+)*(?:(?:is|are|would be)\s+(?:not\s+(?:needed|wanted|necessary|welcome|allowed|required|my thing|for me)|unnecessary|unwelcome|annoying|forbidden|banned|out|off[- ]limits|a no-go|overrated|tiresome|tiring|distracting|too much|pointless|useless|irritating|boring|confusing)|aren't|isn't|(?:annoy|annoys|bore|bores|irritate|irritates|distract|distracts|confuse|confuses|bother|bothers|scare|scares|tire|tires|overwhelm|overwhelms|intimidate|intimidates|frighten|frightens)\b|(?:make|makes|drive|drives|give|gives|get|gets|put|puts)\s+me\s+(?:cringe|cross|tired|sleepy|mad|nuts|crazy|nervous|angry|sick|yawn|anxious|off|bored|headaches?|a headache|the creeps|on my nerves|lost|dizzy)|get(?:s)?\s+on\s+my\s+nerves|feel(?:s)?\s+(?:like\s+\w+|cheap|childish|cold|fake|silly|wrong|off|out of place)|lose[s]?\s+me|can\s+go\b|don't\s+(?:help|work|suit|interest|belong)|do\s+not\s+(?:help|work|suit|interest|belong))/i;

/** Characters before a cue in which its negation is looked for. */
const REACH = 120;

/** The part of the text before `start` that a negation can come from. */
const clauseBefore = (text: string, start: number): string =>
  /[^.,;:!?()\n]*$/.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '';

/** "I prefer prose to bullet points": what comes after the "to" is asked against. */
const LESS_PREFERRED = /\bprefer(?:s|red)?\b[^.;:!?]*\bto\s+(?:[\w'-]+\s+){0,2}$/i;
const PREFER_TO_DO =
  /\bprefer(?:s|red)?\s+(?:[\w'-]+\s+){0,3}to\s+(?:be|have|get|see|read|hear|use|write|keep|avoid|learn|know|make|give|include|start|answer)\b/i;

/** "I don't get it without examples" asks for examples. */
const DOUBLE =
  /\b(?:don't|do not|doesn't|can't|cannot|never|nothing|not|won't|no \w+)\b[^.,;:!?]*\bwithout\s+(?:[\w'-]+\s+){0,3}$|\b(?:don't|do not|never)\s+(?:forget|skip|omit|leave out|spare|hold back|be (?:afraid|shy)|hesitate|shy away|cut)\b[^.,;:!?]*$|\b(?:can't|cannot|never)\s+(?:have|get|see)\s+enough\b[^.,;:!?]*$|\b(?:no|not|never) (?:answer|text|point|claim|sentence|statement) without\b[^.,;:!?]*$/i;

/** Is the cue between `start` and `end` asked against? */
export function isNegated(text: string, start: number, end: number): boolean {
  if (DISLIKED_AFTER.test(text.slice(end, end + REACH))) return true;
  const before = clauseBefore(text, start);
  if (LESS_PREFERRED.test(before) && !PREFER_TO_DO.test(before)) return true;
  if (DOUBLE.test(before)) return false;
  return NEGATED_BEFORE.test(before) && !FAR_OVER.test(before);
}

/** "no jargon, headings or tables": what stands between two cues of one negated list. */
const SAME_LIST =
  /^s?(?:\s+(?:me|us|it))?\s*(?:,\s*)?(?:(?:or|nor|and|&|\/)\s+)?(?:(?:any|no|of|the|too many|my)\s+)?$/i;

/** Does a negation of the cue before carry on to the next one? A bare comma carries it only towards an "or". */
export function carriesNegation(text: string, previousEnd: number, start: number): boolean {
  const between = text.slice(previousEnd, start);
  if (!SAME_LIST.test(between)) return false;
  if (/\b(?:or|nor|and)\b|[&/]/i.test(between)) return true;
  const rest = /^[^.;:!?\n]*/.exec(text.slice(start))?.[0] ?? '';
  return between.includes(',') && /\b(?:or|nor)\b/i.test(rest);
}
