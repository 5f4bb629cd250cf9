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
    'og at det som en er på for af med den til ikke om et men så kan har fra eller når der også blev efter mig dig sig hvad nogle noget mellem mere gennem nu bliver meget',
  ),
  norwegian: words(
    'og at det som en er på for av med den til ikke om et men så kan har fra eller når der også ble etter meg deg seg hva noen noe mellom mer gjennom nå blir mye',
  ),
  polish: words('i w nie na się z do to że jest jak po co ale za od przez dla są lub oraz tym'),
};
/** Letters of a script, its marks left out as they are of the letters they are held against. */
const lettersOf = (scripts: string): RegExp => new RegExp(`(?=\\p{L})[${scripts}]`, 'gu');
const CYRILLIC = lettersOf('\\p{Script=Cyrillic}');
const ARABIC = lettersOf('\\p{Script=Arabic}');
const HAN = lettersOf('\\p{Script=Han}');

/** How a language is told by its script. */
interface ScriptMarks {
  /** What the script is called where it can't be told whose it is. */
  readonly name: string;
  readonly script: RegExp;
  /** Letters that this language has and its neighbours in the script don't; absent where it has the script to itself. */
  readonly own?: RegExp;
  /** Letters that only its neighbours have. */
  readonly others?: RegExp;
}

const SCRIPTS: Readonly<Record<string, ScriptMarks>> = {
  russian: { name: 'Cyrillic', script: CYRILLIC, own: /[ыэё]/giu, others: /[іїєґўђћјљњџ]/giu },
  ukrainian: { name: 'Cyrillic', script: CYRILLIC, own: /[їєґ]/giu, others: /[ыэёъўђћјљњџ]/giu },
  greek: { name: 'Greek', script: lettersOf('\\p{Script=Greek}') },
  chinese: {
    name: 'Chinese',
    script: HAN,
    others: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
  },
  japanese: {
    name: 'Chinese',
    script: lettersOf('\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}ー'),
    own: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  },
  korean: { name: 'Korean', script: lettersOf('\\p{Script=Hangul}') },
  arabic: { name: 'Arabic', script: ARABIC, own: /[ةىيك]/gu, others: /[پچژگکیٹڈڑے]/gu },
  persian: { name: 'Arabic', script: ARABIC, own: /[پچژگکی]/gu, others: /[ةىيكٹڈڑے]/gu },
  hebrew: { name: 'Hebrew', script: lettersOf('\\p{Script=Hebrew}') },
  hindi: { name: 'Devanagari', script: lettersOf('\\p{Script=Devanagari}') },
  thai: { name: 'Thai', script: lettersOf('\\p{Script=Thai}') },
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

/** What can be told of the language of a text. */
export interface LanguageSeen {
  /** How far the text is in the language asked for, within 0 and 1. */
  readonly share: number;
  /** What it looks like where that language and another can't be told apart: "Cyrillic", "Danish or Norwegian". */
  readonly rather?: string;
}

/** How far a text is in a language: by its letters, or by its grammar words against those of the others. */
export function seeLanguage(reading: TextReading, language: string): LanguageSeen {
  const marks = SCRIPTS[language];
  return marks === undefined ? seeByWords(reading, language) : seeByScript(reading.text, marks);
}

function seeByScript(text: string, { name, script, own, others }: ScriptMarks): LanguageSeen {
  const count = (letters: RegExp | undefined) =>
    letters === undefined ? 0 : (text.match(letters)?.length ?? 0);
  const share = count(script) / Math.max(1, count(/\p{L}/gu));
  const [mine, theirs] = [count(own), count(others)];
  if (share > 0 && own !== undefined && mine === 0 && theirs === 0) return { share, rather: name };
  // Letters of a neighbour alone tell that it is the neighbour's; a name in it doesn't.
  return { share: share * (theirs === 0 ? 1 : mine / (mine + theirs)) };
}

/** Neighbours that share most of their grammar words. */
const NEIGHBOURS: Readonly<Record<string, string>> = { danish: 'norwegian', norwegian: 'danish' };
const inCapitals = (language: string): string =>
  `${language.charAt(0).toUpperCase()}${language.slice(1)}`;

function seeByWords({ words: all }: TextReading, language: string): LanguageSeen {
  const count = (other: string) => {
    const known = GRAMMAR_WORDS[other];
    return known === undefined ? 0 : all.filter((word) => known.has(word)).length;
  };
  const asked = count(language);
  if (asked === 0) return { share: 0 };
  const neighbour = NEIGHBOURS[language];
  const others = Object.keys(GRAMMAR_WORDS).filter((other) => other !== language);
  const share = (against: readonly string[]) => {
    const best = Math.max(0, ...against.map(count));
    return (asked / (asked + best)) ** (asked > best ? 0.3 : 3);
  };
  if (neighbour === undefined || count(neighbour) !== asked) return { share: share(others) };
  const rather = [language, neighbour].sort().map(inCapitals).join(' or ');
  return { share: share(others.filter((other) => other !== neighbour)), rather };
}
