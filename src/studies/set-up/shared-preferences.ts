import type { StudyPrompt } from '../study.ts';
import { preferencesIn, type ReadPrompts } from './typed-prompts.ts';

/** The first so many prompts x, each with all of its preferences. */
export function firstPrompts(
  prompts: readonly StudyPrompt[],
  most: number,
): readonly StudyPrompt[] {
  const taken = new Set<string>();
  return prompts.filter(({ prompt }) => {
    if (taken.size < most) taken.add(prompt);
    return taken.has(prompt);
  });
}

/**
 * Prompts that bring a preference keep it; the others are asked with each of those that are typed, or alone where none is.
 *
 * @param prompts their ids are unique, and so are those of the result
 * @param typed a preference a line
 */
export function withSharedPreferences(prompts: readonly StudyPrompt[], typed: string): ReadPrompts {
  const preferences = [...new Set(preferencesIn(typed))];
  if (preferences.length === 0) return { prompts, problems: [] };
  const ids = new Set(prompts.map(({ id }) => id));
  const asked = new Set(prompts.filter(hasPreference).map(wishOf));
  let twice = 0;
  const shared = prompts.flatMap((prompt) => {
    if (hasPreference(prompt)) return [prompt];
    return preferences.flatMap((preference, place) => {
      const wish = { ...prompt, preference };
      if (asked.has(wishOf(wish))) {
        twice += 1;
        return [];
      }
      return preferences.length === 1 ? wish : { ...wish, id: newId(wish.id, place + 1, ids) };
    });
  });
  return { prompts: shared, problems: twice === 0 ? [] : [twiceSentence(twice)] };
}

function hasPreference({ preference }: StudyPrompt): boolean {
  return preference !== '';
}

function wishOf({ prompt, preference }: Pick<StudyPrompt, 'prompt' | 'preference'>): string {
  return JSON.stringify([prompt, preference]);
}

/** @param known the new one is added to it */
function newId(id: string, number: number, known: Set<string>): string {
  let made = `${id}-${String(number)}`;
  while (known.has(made)) made += '+';
  known.add(made);
  return made;
}

function twiceSentence(count: number): string {
  const rows = count === 1 ? 'A row asks' : `${String(count)} rows ask`;
  return `${rows} with a typed preference what another row asks with its own: that is asked once.`;
}
