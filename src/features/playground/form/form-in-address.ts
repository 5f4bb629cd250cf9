import type { RunHeader } from '../../../core/index.ts';
import { withoutPlaces } from '../../../rewards/index.ts';
import { hasSameTerms } from '../../../runs/index.ts';
import { FIRST_KEPT_FORM, isSame, type KeptForm, keptShape } from './kept-form.ts';
import { LONGEST_TEXT, planOf, type RunForm, setUpOfRun } from './run-form.ts';

/** Tells today's words from those of another time. */
const VERSION = '1';

/** How a part of a set-up is written in an address. */
type Writing = 'text' | 'number' | 'numbers' | 'list' | 'json';

interface AddressWord {
  readonly word: string;
  readonly key: keyof KeptForm;
  readonly as: Writing;
  /** What a person calls it. */
  readonly name: string;
}

/** What a link is about, whatever the page begins with one day: written even where it is what a first visit finds. */
const ALWAYS: readonly AddressWord[] = [
  { word: 'x', key: 'prompt', as: 'text', name: 'prompt' },
  { word: 'z', key: 'preference', as: 'text', name: 'preference' },
  { word: 'split', key: 'split', as: 'numbers', name: 'split' },
  { word: 'arms', key: 'arms', as: 'list', name: 'list of arms' },
  { word: 'seed', key: 'seed', as: 'number', name: 'seed' },
];

/** Written where a person has set it. */
const WHERE_SET: readonly AddressWord[] = [
  { word: 'picks', key: 'controls', as: 'list', name: 'list of picks' },
  { word: 'scored-against', key: 'conditionedOn', as: 'text', name: 'way of scoring' },
  { word: 'both-ways', key: 'scoreBothWays', as: 'json', name: 'choice of scoring both ways' },
  { word: 'sampling', key: 'sampling', as: 'json', name: 'sampling settings' },
  { word: 'feedback-tokens', key: 'feedbackMaxTokens', as: 'number', name: 'length of feedback' },
  { word: 'scorer', key: 'scorerId', as: 'text', name: 'scorer' },
  { word: 'scorer-settings', key: 'scorerValues', as: 'json', name: 'settings of scorers' },
  { word: 'prompts', key: 'prompts', as: 'json', name: 'prompts of the method' },
];

/** What a link to a run is to set up: what the run was made from, at the split that is played where the rest of the set-up is its own. */
export function setUpToShare(run: RunHeader, form: RunForm): RunForm {
  if (hasSameTerms(run.plan, planOf(form))) return form;
  return setUpOfRun(run, form) ?? form;
}

/** Letters of all words together at most: not every browser takes more, and a letter can take nine in an address. */
const LONGEST_WORDS = 60_000;

/**
 * The words of an address that say what is set up; none for what a first visit finds, and none where they would be too long for one:
 * what is kept in the browser tells it then.
 */
export function formToAddress(own: KeptForm): readonly (readonly [word: string, text: string])[] {
  const form = { ...own, scorerValues: withoutPlaces(own.scorerValues) };
  if (isSame(form, FIRST_KEPT_FORM)) return [];
  const set = WHERE_SET.filter(({ key }) => !isSame(form[key], FIRST_KEPT_FORM[key]));
  const words = [...ALWAYS, ...set].map(
    ({ word, key, as }) => [word, written(form[key], as)] as const,
  );
  const letters = words.reduce((sum, [, text]) => sum + text.length, 0);
  return letters > LONGEST_WORDS ? [] : [['v', VERSION], ...words];
}

export interface FormInAddress {
  readonly form: KeptForm;
  /** What of the address can't be used, each a sentence. */
  readonly problems: readonly string[];
}

/**
 * The set-up that an address tells; null where it tells none. Addresses come from anywhere: what of one can't be used is left as a
 * first visit finds it, and said.
 */
export function formFromAddress(words: ReadonlyMap<string, string>): FormInAddress | null {
  const parts = [...ALWAYS, ...WHERE_SET];
  const version = words.get('v') ?? (parts.some(({ word }) => words.has(word)) ? VERSION : null);
  if (version === null) return null;
  if (version !== VERSION)
    return {
      form: FIRST_KEPT_FORM,
      problems: ['The link was made by another version of this page: its set-up can’t be read.'],
    };
  const told = parts.flatMap((part) => {
    const text = words.get(part.word);
    return text === undefined ? [] : [{ ...part, value: readPart(part, text) }];
  });
  const good = told.flatMap(({ key, value }) => (value === null ? [] : [[key, value.it] as const]));
  const form = keptShape.safeParse({ ...FIRST_KEPT_FORM, ...Object.fromEntries(good) });
  return {
    form: form.success ? form.data : FIRST_KEPT_FORM,
    problems: told
      .filter(({ value }) => value?.isWhole !== true)
      .map(
        ({ name }) =>
          `The link’s ${name} can’t be used here, and what the page begins with stands for it.`,
      ),
  };
}

function readPart(
  { key, as }: AddressWord,
  text: string,
): { readonly it: unknown; readonly isWhole: boolean } | null {
  if (text.length > LONGEST_TEXT) return null;
  const value = read(text, as);
  try {
    const checked = keptShape.shape[key].safeParse(
      key === 'scorerValues' && isValues(value) ? withoutPlaces(value) : value,
    );
    // A scorer that isn't known is read as none, and settings that aren't are left out: of a link that is to be said.
    return checked.success ? { it: checked.data, isWhole: isSame(checked.data, value) } : null;
  } catch {
    // So deeply nested that it can't be looked through.
    return null;
  }
}

function isValues(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function written(value: unknown, as: Writing): string {
  if (as === 'json') return JSON.stringify(value);
  return Array.isArray(value) ? value.join(as === 'numbers' ? '/' : ',') : String(value);
}

/** Undefined, or what no schema takes, where the text is none of it. */
function read(text: string, as: Writing): unknown {
  switch (as) {
    case 'text':
      return text;
    case 'number':
      return numberIn(text);
    case 'numbers':
      return text.split('/').map(numberIn);
    case 'list':
      return text === '' ? [] : text.split(',');
    case 'json':
      return jsonIn(text);
  }
}

function numberIn(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
