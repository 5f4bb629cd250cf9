import type { TraitId } from '../check.ts';

/** What a length is counted in. */
export type LengthUnit = 'words' | 'characters' | 'sentences' | 'paragraphs' | 'items';

/** A wish for a length: named in figures, or as "brief" or "long" only. */
export type LengthWish =
  | {
      readonly type: 'range-named';
      readonly unit: LengthUnit;
      readonly least: number;
      readonly most: number;
    }
  | { readonly type: 'brief-asked' }
  | { readonly type: 'long-asked' };

interface DemandBase {
  /** Words of the preference that caused the demand. */
  readonly because: readonly string[];
  /** What was understood, for people. */
  readonly sentence: string;
  /** 1 where asked in so many words, 0.5 where another wish only suggests it. */
  readonly strength: number;
}

export interface TraitDemand extends DemandBase {
  readonly kind: 'trait';
  readonly check: TraitId;
  readonly wanted: boolean;
  /** True where nothing else is wanted: "only emojis", "just the code". */
  readonly only?: boolean;
}

export interface LengthDemand extends DemandBase {
  readonly kind: 'length';
  readonly check: LengthCheckId;
  readonly wish: LengthWish;
}

export interface KeywordsDemand extends DemandBase {
  readonly kind: 'keywords';
  readonly check: 'keywords' | 'avoided-words';
  readonly keywords: readonly string[];
}

export interface LanguageDemand extends DemandBase {
  readonly kind: 'language';
  readonly check: 'language';
  readonly language: string;
}

export type LengthCheckId =
  'length' | 'character-count' | 'sentence-count' | 'paragraph-count' | 'item-count';

/** One thing that a preference asks of a response. */
export type Demand = TraitDemand | LengthDemand | KeywordsDemand | LanguageDemand;

/** What was understood of a preference in free words. */
export interface PreferenceReading {
  readonly demands: readonly Demand[];
  /** False where another language is asked for: then nothing is ranked by checks that read English. */
  readonly inEnglish: boolean;
  /** Pieces of the preference that no check measures, in its own words. */
  readonly unmeasured: readonly string[];
}
