import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PREFERENCE_PRESETS } from '../presets.ts';
import { readPreference } from './read-preference.ts';

/** Demands in short: "humour", "-bullets", "?formal". */
function demandsOf(preference: string): string[] {
  return readPreference(preference).demands.map((demand) => {
    const against = demand.kind === 'trait' && !demand.wanted ? '-' : '';
    return `${demand.strength < 1 ? '?' : ''}${against}${demand.check}`;
  });
}

describe('readPreference', () => {
  it.each([
    ['I want a funny answer.', ['humour', '?-formal']],
    ['no bullet points or headings', ['-bullets', '-headings']],
    ["Please don't use emojis or exclamation marks.", ['-emoji', '-exclamations']],
    ['not too long', ['length']],
    ['without jargon', ['-technical', 'plain-words']],
    ['jargon-free', ['-technical', 'plain-words']],
    ['I prefer prose to bullet points.', ['prose', '-bullets']],
    ['Prefer prose over lists.', ['prose', '-bullets']],
    ['I prefer to have examples.', ['examples']],
    ['Not only funny but also with sources', ['humour', '?-formal', 'references', '?numbers']],
    ['neither formal nor long', ['-formal', 'length']],
    ['no jargon, friendly', ['-technical', 'plain-words', 'warmth', '?-formal', '?address-reader']],
    ['Make it sarcastic but not toxic', ['humour', '?-formal', '-toxicity', '?courtesy']],
    ['short sentences', ['short-sentences', '?plain-words']],
    ['explain like I’m five', ['plain-words', 'short-sentences', '?analogy', '?-technical']],
    ['Tell me a little story', ['story']],
    ['Do not sound too sure of yourself', ['hedging']],
    ['the arguments for and against', ['balance']],
    ['Focus on practical examples.', ['examples']],
    ['each a single sentence', []],
    ['Spare me the maths.', ['-numbers']],
    ['Lists bore me.', ['-bullets']],
    ['Emoji make me cringe.', ['-emoji']],
    ['I don’t get it without examples.', ['examples']],
    ['Don’t dumb it down.', ['-plain-words', 'technical']],
    ['Don’t take sides.', ['balance']],
    ['No ifs or buts.', ['-hedging', '?recommendation']],
    ['Don’t waste my time.', ['economy', 'length']],
    ['I’m reading this on a crowded train.', ['economy', 'length']],
    ['Don’t leave anything out.', ['depth', 'length']],
    ['Lyrically, please.', ['vividness', '?analogy']],
    ['Skip the pleasantries.', ['-pleasantries']],
    ['Put it in rhyme.', ['verse']],
    ['Write in the present tense.', ['-past-tense']],
    ['Relate everything to football.', ['?keywords']],
    ['Make sure that iron and rust come up.', ['keywords']],
    ['End with a one-sentence summary.', ['wrap-up']],
  ])('reads “%s”', (preference, demands) => {
    expect(demandsOf(preference).sort()).toEqual([...demands].sort());
  });

  it.each([
    ['Answer in two sentences.', 'sentence-count', 2, 2],
    ['two short, neat sentences', 'sentence-count', 2, 2],
    ['under 50 words', 'length', 0, 50],
    ['about 200 words', 'length', 170, 230],
    ['between 100 and 150 words long', 'length', 100, 150],
    ['at least three paragraphs', 'paragraph-count', 3, Infinity],
    ['Use 3 to 5 points, each a single sentence', 'item-count', 3, 5],
    ['a few sentences', 'sentence-count', 2, 4],
    ['one short paragraph', 'paragraph-count', 1, 1],
    ['No more than twenty words', 'length', 0, 20],
    ['20 words or less', 'length', 0, 20],
    ['at most twenty-five words', 'length', 0, 25],
    ['It must fit into 140 characters.', 'character-count', 0, 140],
    ['in a dozen words', 'length', 11, 13],
  ])('reads the length in “%s”', (preference, check, least, most) => {
    const { demands } = readPreference(preference);
    expect(demands.map((demand) => demand.check)).toEqual([check]);
    expect(demands[0]).toMatchObject({ wish: { type: 'range-named', least, most } });
  });

  it('takes the middle where both brevity and detail are asked', () => {
    const length = readPreference('concise but detailed').demands.find(
      ({ check }) => check === 'length',
    );
    expect(length).toMatchObject({ wish: { type: 'range-named', unit: 'words' } });
  });

  it.each([
    ['Mention cost, noise and safety.', 'keywords', ['cost', 'noise', 'safety']],
    ['focuses on these keywords: cost, health', 'keywords', ['cost', 'health']],
    [
      'Include the keywords "solar panels" and "tax credit".',
      'keywords',
      ['solar panels', 'tax credit'],
    ],
    [
      'Cover causes, consequences and solutions.',
      'keywords',
      ['causes', 'consequences', 'solutions'],
    ],
    ['don’t mention brand names', 'avoided-words', ['brand names']],
    ['Please work these terms in: supply, demand.', 'keywords', ['supply', 'demand']],
    ['Get "oats" and "£2" in, since I sell them.', 'keywords', ['oats', '£2']],
  ])('finds the keywords in “%s”', (preference, check, keywords) => {
    expect(readPreference(preference).demands).toMatchObject([{ check, keywords }]);
  });

  it('hears a hint only in a clause that it understands nothing else of, and says so', () => {
    expect(demandsOf('I was in hospital.')).toEqual(['?empathy', '?warmth']);
    expect(readPreference('I was in hospital.').unmeasured).toEqual(['I was in hospital']);
    expect(demandsOf('Be brief about the hospital.')).not.toContain('?empathy');
  });

  it('names the words that caused a demand', () => {
    expect(readPreference('Be witty, no lists.').demands).toMatchObject([
      { check: 'humour', because: ['witty'], sentence: 'Asks for humour.' },
      { check: 'formal', sentence: 'Suggests doing without a formal register.' },
      { check: 'bullets', wanted: false, because: ['not: lists'] },
    ]);
  });

  it('says what no check measures, in the words of the preference', () => {
    expect(readPreference('Brief, like a grumpy pirate.').unmeasured).toEqual([
      'like a grumpy pirate',
    ]);
    expect(readPreference('concise pirate talk').unmeasured).toEqual(['pirate talk']);
    expect(readPreference('写得简短一点').unmeasured).toEqual(['写得简短一点']);
    expect(readPreference('I prefer short answers, please.').unmeasured).toEqual([]);
  });

  it.each(PREFERENCE_PRESETS.map((preset) => [preset.id, preset.preference] as const))(
    'measures the preset %s by at least two checks and leaves nothing of it',
    (_id, preference) => {
      const { demands, unmeasured } = readPreference(preference);
      expect(demands.length).toBeGreaterThanOrEqual(2);
      expect(unmeasured).toEqual([]);
    },
  );

  it('gives one demand for each check, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (preference) => {
        const checks = readPreference(preference).demands.map(({ check }) => check);
        expect(new Set(checks).size).toBe(checks.length);
      }),
    );
  }, 60_000);
});
