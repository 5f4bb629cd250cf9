import { FUNCTION_WORDS } from './words.ts';
import type { TextReading } from './text-reading.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Common grammar words of languages in Latin script. */
const GRAMMAR_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  english: FUNCTION_WORDS,
  german: words(
    'der die das und ist ein eine einer einem einen den dem des nicht mit auf für von zu sich auch als wie ich sie wir es er im am zum zur aus bei nach dass aber oder wird sind hat war weil deshalb kann um man nur noch so',
  ),
  french: words(
    'le la les des du une un et est dans que qui pour avec sur pas ce cette sont au aux ne il elle nous vous je en de se on par plus mais ou car son sa ses leur être',
  ),
  spanish: words(
    'el los las la y en por con para una un como pero más del al lo su está ser si de que es no se sus son porque muy también hay le',
  ),
  italian: words(
    'il gli di che non è sono per della dei nel alla anche lo la le un una e in con del al si da come più ma questo quando perché delle',
  ),
  portuguese: words(
    'o os a as um uma e de do da dos das em no na que não é são por para com mais mas se ao pelo porque muito também como',
  ),
  dutch: words(
    'het een van niet zijn voor met op te dat de en is in die er aan om ook als maar door wordt bij naar uit omdat kan',
  ),
  swedish: words(
    'och att det som en är på för av med den till inte om ett men så kan har från eller när',
  ),
  danish: words(
    'og at det som en er på for af med den til ikke om et men så kan har fra eller når der',
  ),
  norwegian: words(
    'og at det som en er på for av med den til ikke om et men så kan har fra eller når der',
  ),
  polish: words('i w nie na się z do to że jest jak po co ale za od przez dla są lub oraz tym'),
};
/** Scripts that tell a language, or as good as. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  russian: /\p{Script=Cyrillic}/gu,
  ukrainian: /\p{Script=Cyrillic}/gu,
  greek: /\p{Script=Greek}/gu,
  chinese: /\p{Script=Han}/gu,
  japanese: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu,
  korean: /\p{Script=Hangul}/gu,
  arabic: /\p{Script=Arabic}/gu,
  persian: /\p{Script=Arabic}/gu,
  hebrew: /\p{Script=Hebrew}/gu,
  hindi: /\p{Script=Devanagari}/gu,
  thai: /\p{Script=Thai}/gu,
};
/** Known by name only. */
const UNSEEN = words(
  'finnish hungarian czech slovak romanian bulgarian croatian serbian slovenian estonian latvian lithuanian turkish vietnamese indonesian malay tagalog swahili latin welsh irish basque catalan galician icelandic esperanto afrikaans albanian bengali tamil urdu',
);

const isSeen = (language: string): boolean => language in GRAMMAR_WORDS || language in SCRIPTS;

/** Languages that can be named, and whether the page can tell them. */
export const LANGUAGES: ReadonlyMap<string, 'seen' | 'unseen'> = new Map(
  [...Object.keys(GRAMMAR_WORDS), ...Object.keys(SCRIPTS), ...UNSEEN].map((language) => [
    language,
    isSeen(language) ? 'seen' : 'unseen',
  ]),
);

/** How far a text is in a language, within 0 and 1: by its letters, or by its grammar words against those of the others. */
export function shareOfLanguage(reading: TextReading, language: string): number {
  const script = SCRIPTS[language];
  if (script !== undefined) {
    const letters = reading.text.match(/\p{L}/gu)?.length ?? 0;
    return (reading.text.match(script)?.length ?? 0) / Math.max(1, letters);
  }
  const count = (known: ReadonlySet<string>) =>
    reading.words.filter((word) => known.has(word)).length;
  const asked = count(GRAMMAR_WORDS[language] ?? new Set());
  const others = Object.entries(GRAMMAR_WORDS)
    .filter(([other]) => other !== language)
    .map(([, known]) => count(known));
  const best = Math.max(0, ...others);
  return asked === 0 ? 0 : (asked / (asked + best)) ** (asked > best ? 0.3 : 3);
}
