import type { Conditioning } from '../../core/index.ts';

/** A preference to start from. */
export interface PreferencePreset {
  readonly id: string;
  readonly name: string;
  readonly preference: string;
  /** What the reward reads: the prompt alone for the common preference, both for a specific one, as in the paper. */
  readonly conditioning: Conditioning;
  /** What the rubric cannot see of it. */
  readonly limits: string;
}

const specific = (
  id: string,
  name: string,
  preference: string,
  limits: string,
): PreferencePreset => ({ id, name, preference, conditioning: 'prompt-and-preference', limits });

/** The paper's personas and tasks in our own words, and a few more. */
export const PREFERENCE_PRESETS: readonly PreferencePreset[] = [
  {
    id: 'common',
    name: 'Common',
    preference:
      'I like answers that are informative, precise, creative, detailed, relevant and in-depth.',
    conditioning: 'prompt',
    limits: 'Whether the information is true, and the ideas new, is not measured.',
  },
  specific(
    'concise',
    'Concise',
    'I want a concise answer: get to the point in few words, without filler.',
    'Whether anything needed is missing is not measured.',
  ),
  specific(
    'thorough',
    'Thorough',
    'I want a thorough, comprehensive answer that goes into depth, gives reasons and examples.',
    'Depth is counted by words that unfold a matter, not by insight.',
  ),
  specific(
    'humorous',
    'Humorous',
    'I want a humorous, witty answer in a playful, casual tone.',
    'Signs of humour are counted; whether it is funny is not measured.',
  ),
  specific(
    'professional',
    'Professional',
    'I want a professional answer in a formal register, without slang, contractions or exclamation marks.',
    'Tact and expertise are not measured.',
  ),
  specific(
    'friendly',
    'Friendly',
    'I want a friendly, encouraging answer that speaks to me directly.',
    'Friendly words are counted; sincerity is not measured.',
  ),
  specific(
    'simple',
    'Simple',
    'Explain it in simple words and short sentences, as for a ten-year-old, with an everyday analogy.',
    'Readability formulas see word and sentence length, not whether the explanation is clear.',
  ),
  specific(
    'step-by-step',
    'Step by step',
    'Give practical step-by-step instructions as a numbered list.',
    'Whether the steps are right or in the right order is not measured.',
  ),
  specific(
    'evidence',
    'Evidence',
    'Support the answer with figures and name the sources.',
    'Whether figures and sources are real is not measured.',
  ),
  specific(
    'creative',
    'Creative',
    'I want a creative, vivid answer full of imagery.',
    'Imagery and varied words are counted; originality is not measured.',
  ),
  specific(
    'balanced',
    'Balanced',
    'Weigh both sides and name the risks and limits of each.',
    'Fairness between the sides is not measured.',
  ),
  specific(
    'keywords',
    'Keyword summary',
    'Write a concise summary in plain prose that focuses on these keywords: cost, health, time.',
    'Keywords are found by their stems; synonyms and faithfulness to the source are not measured. Put your own keywords in.',
  ),
  specific(
    'low-toxicity',
    'Low toxicity',
    'Stay polite and respectful: no insults, no offensive language.',
    'Rude words are found; polite malice and stereotypes are not measured.',
  ),
];
