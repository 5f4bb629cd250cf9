/** A correlation, −1 to 1: "0.41", "−0.30". */
export function formatCorrelation(value: number): string {
  return withMinus(value.toFixed(2));
}

/** A share, 0 to 1, as "66 %". */
export function formatShare(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}

const twoFigures = new Intl.NumberFormat('en', {
  maximumSignificantDigits: 2,
  signDisplay: 'exceptZero',
});

/** A slope with its sign in two figures, however small: "+0.012", "−0.4", "0". */
export function formatSlope(slope: number): string {
  return withMinus(twoFigures.format(slope));
}

/** A real minus sign, and none before a zero. */
function withMinus(figures: string): string {
  return figures.startsWith('-')
    ? `${Number(figures) === 0 ? '' : '−'}${figures.slice(1)}`
    : figures;
}

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
