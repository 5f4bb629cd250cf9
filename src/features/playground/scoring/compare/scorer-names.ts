/** Two scorers by the names that a person chose them by. */
export interface ScorerNames {
  readonly first: string;
  readonly second: string;
}

/** A name as it stands in a sentence: in quotes where its own comma would break the sentence, as in “Rubric, as sampled”. */
export function spoken(name: string): string {
  return name.includes(',') ? `“${name}”` : name;
}

export function bothSpoken({ first, second }: ScorerNames): ScorerNames {
  return { first: spoken(first), second: spoken(second) };
}
