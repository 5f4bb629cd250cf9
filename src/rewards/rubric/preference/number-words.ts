/** Numbers in words, as far as lengths need them. */
const WORD_VALUES: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16 },
  ...{ seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50 },
  ...{ sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
  ...{ single: 1, couple: 2, pair: 2, few: 3, several: 4, handful: 4 },
};
const MULTIPLES: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1000 };

/** How many "a few" and the like may be. */
const LOOSE_RANGES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  few: [2, 4],
  several: [3, 6],
  handful: [3, 6],
};

const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const BELOW_HUNDRED = `(?:(?:${TENS})(?:[- ](?:${ONES}))?|${TEENS}|${ONES})`;
const HUNDREDS = `(?:(?:${BELOW_HUNDRED}|an?|\\d{1,2})[ -])?hundred(?:(?: and)?[ -]${BELOW_HUNDRED})?`;
const BELOW_THOUSAND = `(?:${HUNDREDS}|${BELOW_HUNDRED})`;
const THOUSANDS = `(?:(?:${BELOW_THOUSAND}|an?|\\d{1,3})[ -])?thousand(?:,?(?: and)? ${BELOW_THOUSAND})?`;
/** "1,000", "1 000", "1.000", "1'000"; "1.5k". */
const DIGITS = "\\d{1,3}(?:[ ,.']\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?k|\\d+";
/** "a few"; few of a thing, without an article, are hardly any. */
const LOOSE =
  '(?:a )?(?:couple|pair|handful)(?: of)?|(?:a (?:very )?|(?<=\\b(?:these|those|only|just) ))few|several';

/** The source of a regular expression for a number in any spelling, articles left out: they count nothing. */
export const NUMBER = `(?:half a (?:hundred|thousand)|${THOUSANDS}|${HUNDREDS}|(?:half an? |half-|a half[ -]|(?:${ONES}|a|\\d{1,2})[ -])?dozen|${DIGITS}|${BELOW_THOUSAND}|(?:a )?single|${LOOSE})`;

/** "25", "1,000", "twenty-five", "a hundred and twenty", "half a dozen"; 1 for an article. */
export function numberOf(text: string): number {
  const lower = text.toLowerCase();
  if (/^\d/.test(lower) && !/hundred|thousand|dozen/.test(lower)) {
    return lower.endsWith('k')
      ? Number(lower.slice(0, -1)) * 1000
      : Number(lower.replace(/\D/g, ''));
  }
  let thousands = 0;
  let rest = 0;
  for (const word of lower.match(/[a-z]+|\d+/g) ?? []) {
    const multiple = MULTIPLES[word];
    if (multiple === undefined) rest += /\d/.test(word) ? Number(word) : (WORD_VALUES[word] ?? 0);
    else if (multiple < 1000) rest = Math.max(1, rest) * multiple;
    else {
      thousands += Math.max(1, rest) * multiple;
      rest = 0;
    }
  }
  const value = thousands + rest;
  return lower.includes('half') ? (value || 1) / 2 : Math.max(1, value);
}

/** The range of "a few" and the like; undefined for a number that says how many. */
export function looseRangeOf(text: string): readonly [least: number, most: number] | undefined {
  const word = Object.keys(LOOSE_RANGES).find((loose) => text.toLowerCase().includes(loose));
  return word === undefined ? undefined : LOOSE_RANGES[word];
}
