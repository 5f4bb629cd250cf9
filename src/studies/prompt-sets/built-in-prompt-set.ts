import * as z from 'zod/mini';
import type { StudyPrompt } from '../study.ts';

/** What the prompts of the built-in set ask for. */
export const PROMPT_KINDS = [
  'explain',
  'advise',
  'plan',
  'create',
  'summarise',
  'compare',
  'rewrite',
  'answer',
] as const;

export type PromptKind = (typeof PROMPT_KINDS)[number];

/** A prompt of the built-in set; its datasheet stands beside the file. */
export interface BuiltInPrompt {
  /** Unique in the set: the kind and a name. */
  readonly id: string;
  readonly kind: PromptKind;
  /** x */
  readonly prompt: string;
  /** Two z that pull differently. */
  readonly preferences: readonly [string, string];
}

const setShape = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum(PROMPT_KINDS),
    prompt: z.string(),
    preferences: z.tuple([z.string(), z.string()]),
  }),
) satisfies z.ZodMiniType<BuiltInPrompt[]>;

/** The prompts that come along, 64 of 8 kinds. Their file is fetched when it is wanted. */
export async function builtInPromptSet(): Promise<readonly BuiltInPrompt[]> {
  const { default: set } = await import('./built-in/prompts.json', { with: { type: 'json' } });
  return setShape.parse(set);
}

/** What the set is, as its datasheet says it. */
export const BUILT_IN_SUMMARY =
  '64 prompts in English of 8 kinds, each with two preferences that pull differently: 128 wishes.';

/** How it was written, as its datasheet says it: why it tells nothing of how good the rubric is. */
export const BUILT_IN_CAUTION = 'They were worded so that our rubric reads them.';

/** Which prompts of the set are taken. */
export interface BuiltInChoice {
  /** All where it is left out. */
  readonly kinds?: readonly PromptKind[];
  /** How many prompts, as far as there are so many; all where it is left out. Each comes with both of its preferences. */
  readonly count?: number;
}

/**
 * Prompts of the set for a study: two of each, one a preference. A prompt of each kind, then a second of each, so that few have all
 * kinds; all of them with their first preference, then with their second, so that a study that is stopped has met them all.
 */
export function chooseBuiltIn(
  set: readonly BuiltInPrompt[],
  { kinds = PROMPT_KINDS, count = set.length }: BuiltInChoice,
): StudyPrompt[] {
  const places = new Map<PromptKind, number>();
  const chosen = set
    .filter(({ kind }) => kinds.includes(kind))
    .map((entry) => {
      const place = places.get(entry.kind) ?? 0;
      places.set(entry.kind, place + 1);
      return { entry, place };
    })
    .toSorted((one, other) => one.place - other.place)
    .slice(0, count);
  return [0, 1].flatMap((which) =>
    chosen.map(({ entry: { id, prompt, preferences } }) => ({
      id: `${id}-${String(which + 1)}`,
      prompt,
      preference: preferences[which] ?? '',
    })),
  );
}

/** What a prompt asks for where it is one of the set; null for any other. */
export async function kindsOfBuiltInPrompts(): Promise<(prompt: string) => PromptKind | null> {
  const kinds = new Map((await builtInPromptSet()).map(({ prompt, kind }) => [prompt, kind]));
  return (prompt) => kinds.get(prompt) ?? null;
}
