import { readCueSources } from '../cue-table.ts';
import table from './cues/bearers.txt?raw';
import type { Span } from './unmeasured.ts';

const sourceOf = readCueSources(table);
const anyOf = (heading: string): string => `(?:${sourceOf(heading)})`;
const DETERMINERS = '(?:(?:the|my|your|key|main)\\s+){0,2}';

/** "essays to be brief", "the author who sounds warm"; "a letter that is warm" is a letter asked for. */
const BEARS = new RegExp(
  `\\b${anyOf('before a bearer')}\\s+(?:${DETERMINERS}(${sourceOf('text')})|(?:an?\\s+)?${DETERMINERS}(${sourceOf('writer')}))(?=\\s+${anyOf('said of a bearer')})|\\b(messages|${sourceOf('put in')}|(?!(?<=\\b${anyOf('before the whole')} an? )(?:short|brief|quick|long)\\b)${anyOf('how a part is')}(?=\\s+${anyOf('part')}\\b)|${anyOf('how an example is')}(?=\\s+examples?\\b))\\b`,
  'giu',
);
/** What is said to whoever reads the wish, rather than of the response: "…, thanks". */
const TO_THE_READER = new RegExp(
  `(?:^|[,.;!?–—-]\\s*)${anyOf('to the reader')}(?=\\s*[.!]*\\s*$)`,
  'giu',
);

/** Where stands what only bears a wish: the writer, a kind of text that is to be something, how a part of it is to be, or thanks for it. */
export function findBearers(text: string): Span[] {
  const bearers = [...text.matchAll(BEARS)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1] ?? match[2] ?? match[3] ?? '').length, end };
  });
  const thanks = [...text.matchAll(TO_THE_READER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...bearers, ...thanks];
}
