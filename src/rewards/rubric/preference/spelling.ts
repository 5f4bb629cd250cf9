import table from './cues/spelling.txt?raw';

/** Vowels are taken for one another, and so are c and s. */
const ALIKE = ['aeiou', 'cs'];
/** Shorter words have too many neighbours that are words as well. */
const LEAST_LETTERS = 6;

const wordsUnder = (heading: string): string[] =>
  new RegExp(`^${heading}\\n((?: .*\\n?)+)`, 'm').exec(table)?.[1]?.trim().split(/\s+/) ?? [];

/**
 * What becomes of a word by one slip behind its first letter: two letters changed about, one left out or typed twice, or
 * taken for one that sounds alike. The last letter is never left out: that may be another form of the word.
 */
function slipsOf(word: string): string[] {
  const slips: string[] = [];
  for (let place = 0; place < word.length; place++) {
    const [before, letter, after] = [
      word.slice(0, place),
      word.charAt(place),
      word.slice(place + 1),
    ];
    slips.push(before + letter + letter + after);
    if (place === 0) continue;
    if (after !== '') slips.push(before + after.charAt(0) + letter + after.slice(1));
    if (word.length < LEAST_LETTERS) continue;
    if (after !== '') slips.push(before + after);
    const alike = ALIKE.find((letters) => letters.includes(letter)) ?? '';
    for (const other of alike) slips.push(before + other + after);
  }
  return slips;
}

/** Made when the first preference is read. */
let meant: ReadonlyMap<string, string> | undefined;

function readSlips(): ReadonlyMap<string, string> {
  const words = wordsUnder('mistyped');
  const known = new Set([...words, ...wordsUnder('no slip')]);
  const all = words.flatMap((word) => slipsOf(word).map((slip) => [slip, word] as const));
  return new Map(all.filter(([slip]) => !known.has(slip)).reverse());
}

/** "no more then 4". */
const THEN_FOR_THAN =
  /\b((?:more|less|fewer|longer|shorter|higher|lower|bigger|smaller|rather|better) )then(?= (?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|half|to\b))/gi;
/** "not more as 50". */
const AS_FOR_THAN =
  /\b((?:more|less|fewer|longer|shorter) )as(?= (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|half)\b)/gi;
/** "dont use", "shouldnt be". */
const WITHOUT_APOSTROPHE =
  /\b(do|does|did|is|are|was|were|have|has|should|would|could|must|need|ca)nt\b/gi;
/** Words outside quotation marks. */
const QUOTED_OR_WORD = /"[^"]*"|(?<![\p{L}'-])[A-Za-z]{4,}(?![\p{L}'-])/gu;

/** Puts words right that are mistyped by one slip: "freindly", "setences". What stands in quotation marks stays. */
export function mendSlips(text: string): string {
  meant ??= readSlips();
  const words = meant;
  return text
    .replace(THEN_FOR_THAN, '$1than')
    .replace(AS_FOR_THAN, '$1than')
    .replace(WITHOUT_APOSTROPHE, "$1n't")
    .replace(QUOTED_OR_WORD, (word) => {
      const mended = words.get(word.toLowerCase());
      if (mended === undefined) return word;
      return /^[A-Z]/.test(word) ? mended.charAt(0).toUpperCase() + mended.slice(1) : mended;
    });
}
