/**
 * Texts that a scorer rewards for how they came about and not for what they are: a sentence for whoever reads what it reports of
 * arms. By the scorer's id; apart from the list of scorers, since only a finding says it.
 */
const FAVOURED: ReadonlyMap<string, string> = new Map([
  [
    'preference-information',
    'Preference information is how much likelier the model finds a text with the preference than without: texts that were sampled from exactly that (drafts of PRand) have more of it by construction, texts sampled without the preference less, whatever their quality.',
  ],
]);

/** What the scorer of that id favours by construction; null where nothing is known of. */
export function favouredByConstruction(scorerId: string): string | null {
  return FAVOURED.get(scorerId) ?? null;
}
