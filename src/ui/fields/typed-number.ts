/** What a number may be. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Whole where only whole numbers are meant. */
  readonly step: number;
}

/** A number that was made of what was typed. */
export interface TakenNumber {
  readonly value: number;
  /** What was made of it, where that isn't what was typed; null where it is. */
  readonly sentence: string | null;
}

/** A number as the person's language writes it, so that it can be read back; with the minus sign that the page has everywhere. */
export function writeNumber(value: number, language: string): string {
  return writerFor(language).format(value).replace('-', '\u2212');
}

/** Made once for each language: that takes longer than all else of writing a number. */
const writers = new Map<string, Intl.NumberFormat>();

function writerFor(language: string): Intl.NumberFormat {
  const made = writers.get(language);
  if (made !== undefined) return made;
  const options = { useGrouping: false, maximumFractionDigits: 6 };
  const writer = new Intl.NumberFormat(known(language), options);
  writers.set(language, writer);
  return writer;
}

/** Takes what was typed for a number in range, or keeps the one that is used. */
export function takeNumber(
  typed: string,
  used: number,
  range: NumberRange,
  language: string,
): TakenNumber {
  const value = readNumber(typed, language);
  const taken = value === null ? used : fitted(value, range);
  const isAsTyped = value !== null && Math.abs(taken - value) < LEAST_DIFFERENCE;
  return { value: taken, sentence: isAsTyped ? null : neededSentence(range, taken, language) };
}

/** Why what is being typed can't be used as it is, and what is used meanwhile; null where it can. */
export function unusableSentence(
  typed: string,
  used: number,
  range: NumberRange,
  language: string,
): string | null {
  const { sentence } = takeNumber(typed, used, range, language);
  return sentence === null ? null : neededSentence(range, used, language);
}

function fitted(value: number, { min, max, step }: NumberRange): number {
  const whole = Number.isInteger(step) ? Math.round(value) : value;
  // Sums of steps of a tenth would show their rounding.
  return Number(Math.min(max, Math.max(min, whole)).toFixed(DECIMALS));
}

function neededSentence({ min, max, step }: NumberRange, used: number, language: string): string {
  const [least, most, taken] = [min, max, used].map((each) => writeNumber(each, language));
  const kind = Number.isInteger(step) ? 'whole number' : 'number';
  return `A ${kind} from ${least ?? ''} to ${most ?? ''} is needed; ${taken ?? ''} is used.`;
}

const DECIMALS = 6;
const LEAST_DIFFERENCE = 1e-9;

/**
 * The number that is written; null where none is. Both a comma and a full stop are read as the decimal sign, but for one that
 * groups thousands in the person's language: "0,7" is no group anywhere, "1,000" is one in English and 1 in German.
 */
export function readNumber(typed: string, language: string): number | null {
  const text = latinDigits(typed)
    .replaceAll(/[\s'’\p{Cf}]/gu, '')
    .replace('\u2212', '-');
  if (!/^[+-]?[\d.,]*\d[.,]?$/.test(text)) return null;
  const decimal = decimalSign(language);
  const group = decimal === ',' ? '.' : ',';
  const grouped = new RegExp(`^[+-]?[1-9]\\d{0,2}(?:[${group}]\\d{3})+(?:[${decimal}]\\d*)?$`);
  const plain = grouped.test(text) ? text.replaceAll(group, '') : text;
  const value = Number(plain.replaceAll(',', '.'));
  return Number.isFinite(value) ? value : null;
}

function decimalSign(language: string): '.' | ',' {
  const parts = new Intl.NumberFormat(known(language)).formatToParts(1.5);
  const sign = parts.find(({ type }) => type === 'decimal')?.value;
  return sign === ',' || sign === '\u066B' ? ',' : '.';
}

/** The language, or the browser's own where its name is none: one started without a language calls it "en-US@posix". */
function known(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}

/** First digits of the scripts whose digits browsers write numbers in, beside the Latin ones. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

function latinDigits(text: string): string {
  return text
    .replaceAll('\u066B', ',')
    .replaceAll('\u066C', '.')
    .replaceAll(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = ZEROS.find((first) => code >= first && code <= first + 9);
      return zero === undefined ? digit : String(code - zero);
    });
}
