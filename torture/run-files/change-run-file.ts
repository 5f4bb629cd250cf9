import type { Chance } from '../chance.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A run's file, taken apart as far as changes need it. */
interface RunFile extends JsonObject {
  readonly run: JsonObject;
  readonly events: readonly JsonObject[];
}

type Change = (file: RunFile, chance: Chance, lender: RunFile) => RunFile;

/**
 * The text of a run's file with one to three changes in it: events lost, told twice, in another order or from another run;
 * fields lost, of another kind, borrowed, or of a value that stands elsewhere; letters lost.
 */
export function changeRunFile(text: string, chance: Chance, lender: string): string {
  if (chance.below(20) === 0) return withoutLetters(text, chance);
  let file = JSON.parse(text) as RunFile;
  const other = JSON.parse(lender) as RunFile;
  const changes = 1 + chance.below(3);
  for (let count = 0; count < changes; count += 1) file = chance.pick(CHANGES)(file, chance, other);
  return JSON.stringify(file);
}

function withoutLetters(text: string, chance: Chance): string {
  const at = chance.below(text.length);
  const count = chance.below(3) === 0 ? text.length : 1 + chance.below(3);
  return text.slice(0, at) + text.slice(at + count);
}

function withEvents(file: RunFile, events: readonly JsonObject[]): RunFile {
  return { ...file, events };
}

/** A stretch of a log, short more often than long. */
function stretch(length: number, chance: Chance): readonly [from: number, to: number] {
  const from = chance.below(length);
  return [from, Math.min(length, from + 1 + chance.below(1 + chance.below(6)))];
}

const drop: Change = (file, chance) => {
  const [from, to] = stretch(file.events.length, chance);
  return withEvents(file, file.events.toSpliced(from, to - from));
};

const repeat: Change = (file, chance) => {
  const [from, to] = stretch(file.events.length, chance);
  const place = chance.below(file.events.length + 1);
  return withEvents(file, file.events.toSpliced(place, 0, ...file.events.slice(from, to)));
};

const move: Change = (file, chance) => {
  const [from, to] = stretch(file.events.length, chance);
  const rest = file.events.toSpliced(from, to - from);
  const place = chance.below(rest.length + 1);
  return withEvents(file, rest.toSpliced(place, 0, ...file.events.slice(from, to)));
};

const turnRound: Change = (file, chance) => {
  const [from, to] = stretch(file.events.length, chance);
  const turned = file.events.slice(from, to).reverse();
  return withEvents(file, file.events.toSpliced(from, to - from, ...turned));
};

const cutOff: Change = (file, chance) =>
  withEvents(file, file.events.slice(0, chance.below(file.events.length)));

const takeOver: Change = (file, chance, lender) => {
  const [from, to] = stretch(lender.events.length, chance);
  const place = chance.below(file.events.length + 1);
  return withEvents(file, file.events.toSpliced(place, 0, ...lender.events.slice(from, to)));
};

/** A field of one event gets what the same field of another holds. */
const borrow: Change = (file, chance, lender) => {
  if (file.events.length === 0) return file;
  const place = chance.below(file.events.length);
  const event = file.events[place] ?? {};
  const keys = Object.keys(event);
  if (keys.length === 0) return file;
  const key = chance.pick(keys);
  const lenders = [...file.events, ...lender.events].filter((each) => key in each);
  const value = chance.pick(lenders)[key] ?? null;
  return withEvents(file, file.events.with(place, { ...event, [key]: value }));
};

/** One value somewhere in an event becomes another. */
const alterEvent: Change = (file, chance) => {
  if (file.events.length === 0) return file;
  const place = chance.below(file.events.length);
  const event = file.events[place] ?? {};
  return withEvents(file, file.events.with(place, alterIn(event, chance)));
};

/** One value somewhere in the run's header, the same in every event that repeats it. */
const alterHeader: Change = (file, chance) => {
  const run = alterIn(file.run, chance);
  const events = file.events.map((event) => ('run' in event ? { ...event, run } : event));
  return { ...withEvents(file, events), run };
};

const CHANGES: readonly Change[] = [
  ...[drop, repeat, move, turnRound, cutOff, takeOver],
  ...[borrow, borrow, borrow, alterEvent, alterEvent, alterEvent, alterHeader],
];

function alterIn(object: JsonObject, chance: Chance): JsonObject {
  const keys = Object.keys(object);
  if (keys.length === 0) return object;
  const key = chance.pick(keys);
  const value = object[key] ?? null;
  if (chance.below(12) === 0)
    return Object.fromEntries(
      keys.filter((each) => each !== key).map((each) => [each, object[each] ?? null]),
    );
  return { ...object, [key]: alter(value, chance) };
}

function alter(value: Json, chance: Chance): Json {
  if (chance.below(15) === 0) return chance.pick(STRANGERS);
  if (isList(value)) return alterList(value, chance);
  if (typeof value === 'object' && value !== null) return alterIn(value, chance);
  if (typeof value === 'number')
    return chance.pick([0, value + 1, value - 1, -value, value / 2, 1e15]);
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return chance.pick(STRANGERS);
  const at = chance.below(value.length + 1);
  return chance.pick([value.slice(at), `${value.slice(0, at)}x${value.slice(at)}`, '', ...NAMES]);
}

function alterList(list: readonly Json[], chance: Chance): Json {
  if (list.length === 0) return [chance.pick(STRANGERS)];
  const place = chance.below(list.length);
  const value = list[place] ?? null;
  const changed = [
    list.toSpliced(place, 1),
    [...list, value],
    list.with(place, alter(value, chance)),
  ];
  return chance.pick(changed);
}

const STRANGERS: readonly Json[] = [
  null,
  true,
  0,
  1e300,
  -1,
  '',
  'draft-1',
  [],
  {},
  { __proto: 1 },
];

/** What stands for something in every run. */
const NAMES = [
  'rand',
  'prs',
  'draft-1',
  'draft-2',
  'feedback-1',
  'refinement-1-1',
  'stop',
  'length',
];

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
