import { describe, expect, it } from 'vitest';
import { scoreResponse } from '../rubric.ts';
import { DEFAULT_RUBRIC_WEIGHTS } from '../weights.ts';

function contributionOf(id: string, preference: string, response: string) {
  const request = {
    prompt: 'Why?',
    preference,
    response,
    conditionedOn: 'prompt-and-preference',
  } as const;
  const found = scoreResponse(request, DEFAULT_RUBRIC_WEIGHTS).breakdown.find(
    (term) => term.id === id,
  );
  if (!found) throw new Error(`no contribution ${id}`);
  return { score: found.value / (DEFAULT_RUBRIC_WEIGHTS[id] ?? 1), measured: found.measured };
}

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('lengths', () => {
  it('gives full credit within a named range and less the further off', () => {
    const at = (count: number) => contributionOf('length', 'at most 50 words', words(count)).score;
    expect([at(50), at(100), at(200)]).toEqual([1, 0.25, 0.0625]);
  });

  it('says what was counted and what was asked', () => {
    const { measured } = contributionOf('length', 'under 60 words', words(142));
    expect(measured).toBe('142 words; the preference asks for at most 60 words');
  });

  it('prefers the shorter for brevity and the longer for detail', () => {
    const brief = (count: number) => contributionOf('length', 'concise', words(count)).score;
    const long = (count: number) => contributionOf('length', 'detailed', words(count)).score;
    expect(brief(20)).toBeGreaterThan(brief(40));
    expect(long(40)).toBeGreaterThan(long(20));
  });

  it('counts sentences, paragraphs and items', () => {
    expect(
      contributionOf('sentence-count', 'two sentences', 'It rains, e.g. here. We wait.').score,
    ).toBe(1);
    expect(
      contributionOf('sentence-count', 'two sentences', 'It rains. We wait. We go.').score,
    ).toBeLessThan(0.5);
    expect(contributionOf('paragraph-count', 'two paragraphs', 'One.\n\nTwo.').score).toBe(1);
    expect(contributionOf('item-count', 'three bullet points', '- a\n- b\n- c').score).toBe(1);
    expect(contributionOf('item-count', 'three bullet points', 'a, b and c').score).toBe(0);
  });
});

describe('keywords', () => {
  const asked = 'Mention cost and solar panels.';

  it('finds stems, and names what is missing', () => {
    expect(contributionOf('keywords', asked, 'A solar panel lowers costs.').score).toBe(1);
    const { score, measured } = contributionOf('keywords', asked, 'The cost falls.');
    expect(score).toBeLessThan(0.8);
    expect(measured).toContain('“solar panels”');
  });

  it('sees words to avoid', () => {
    expect(
      contributionOf('avoided-words', 'Do not use the word "very".', 'It is very hot.').score,
    ).toBe(0);
    expect(contributionOf('avoided-words', 'Do not use the word "very".', 'It is hot.').score).toBe(
      1,
    );
  });
});
