import type * as z from 'zod/mini';
import type { Conditioning } from '../core/index.ts';

/** What a person can set of one scorer or of several, such as the words that a judge is asked. */
export interface Setting<Value> {
  /** The key under which a form keeps it; two scorers that name one setting share its value. */
  readonly id: string;
  readonly schema: z.ZodMiniType<Value>;
  readonly usual: Value;
}

/** Values by their setting's id; what isn't there, or isn't a value any more, is as usual. */
export type SettingValues = Readonly<Record<string, unknown>>;

/** A setting’s value; as usual where none is set, or what is set isn’t one. */
export function valueOf<Value>(
  values: SettingValues,
  { id, schema, usual }: Setting<Value>,
): Value {
  const { success, data } = schema.safeParse(values[id]);
  return success ? data : usual;
}

/** The values with one of them set. */
export function withValue<Value>(
  values: SettingValues,
  { id }: Setting<Value>,
  value: Value,
): SettingValues {
  return { ...values, [id]: value };
}

/** How a setting is shown to a person: a screen draws each kind without knowing the scorer. */
export type SettingField = TextSetting | CheckboxSetting | WeightsSetting | ReadingSetting;

/** A setting that is typed. */
export interface TextSetting {
  readonly shownAs: 'text';
  readonly setting: Setting<string>;
  readonly label: string;
  readonly rows: number;
  /** What the button says that sets it as usual again. */
  readonly back: string;
  /** What is wrong with a text, in a sentence; null where nothing is. */
  readonly problemOf: (text: string) => string | null;
  /** Present where texts are sent to what is typed: a person types it here, and no link or file does. */
  readonly isPlace?: true;
}

/** A setting that is on or off. */
export interface CheckboxSetting {
  readonly shownAs: 'checkbox';
  readonly setting: Setting<boolean>;
  readonly label: string;
  readonly hint: string;
}

/** How a preference is read: shown where that is written, and not among what is set of the scorer. */
export interface ReadingSetting {
  readonly shownAs: 'reading';
  readonly setting: Setting<unknown>;
}

/** A setting of several weights, each a slider. */
export interface WeightsSetting {
  readonly shownAs: 'weights';
  readonly setting: Setting<Readonly<Record<string, number>>>;
  /** Over the sliders where they stand beside another scorer, whose run they can read all the same. */
  readonly title: string;
  readonly note: string;
  /** What the button says that sets all as usual again. */
  readonly back: string;
  /** The weights that count for what is asked; none while the scorer's code isn't here yet. */
  readonly weightsFor: (
    asked: { readonly preference: string; readonly conditionedOn: Conditioning },
    set: Readonly<Record<string, number>>,
    /** What is set beside them. */
    values: SettingValues,
  ) => readonly ShownWeight[];
}

/** A weight between 0 and `most`, and what it weighs. */
export interface ShownWeight {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly notes: readonly string[];
}

/** What is wrong with the values of some fields, each a sentence. */
export function fieldProblems(
  fields: readonly SettingField[],
  values: SettingValues,
): readonly string[] {
  return fields.flatMap((field) => {
    if (field.shownAs !== 'text') return [];
    const problem = field.problemOf(valueOf(values, field.setting));
    return problem === null ? [] : [problem];
  });
}
