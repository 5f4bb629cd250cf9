import { describe, expect, it } from 'vitest';
import type { Subject, TraitId } from '../check.ts';
import { readText } from '../text/text-reading.ts';
import { traitChecks } from '../trait-checks.ts';
import { promptChecks } from './prompt-checks.ts';

const subject = (response: string, prompt = 'Why is the sky blue?', preference = ''): Subject => ({
  response: readText(response),
  prompt: readText(prompt),
  preference: readText(preference),
});

function scoreOf(id: string, ...texts: Parameters<typeof subject>): number {
  const check = promptChecks.find((candidate) => candidate.id === id);
  if (!check) throw new Error(`no check ${id}`);
  return check.measure(subject(...texts)).score;
}

describe('checks of the prompt', () => {
  it('answers-prompt: takes stems, not forms, and gives little for nothing', () => {
    const prompt = 'How do rivers shape mountain valleys?';
    expect(scoreOf('answers-prompt', 'A river shapes a valley.', prompt)).toBe(1);
    expect(scoreOf('answers-prompt', 'Bread needs yeast.', prompt)).toBe(0.5);
  });

  it('substance: counts different words, not repeated ones', () => {
    expect(scoreOf('substance', 'air light air light air light')).toBe(
      scoreOf('substance', 'air light'),
    );
    expect(scoreOf('substance', 'air light scatter')).toBeGreaterThan(
      scoreOf('substance', 'air light'),
    );
  });

  it.each([
    ['It is blue.', 1],
    ['It is blue because of the', 0],
    ['It is blue, and', 0],
    ['Air scatters blue light,', 0],
    ['Paris', 1],
    ['- red\n- green\n- blue', 1],
    ['```\nlet x = 1;', 0],
    ['The light of the sun reaches us through clear air', 0.3],
  ])('sentence-completeness: “%s” scores %d', (text, score) => {
    expect(scoreOf('sentence-completeness', text)).toBe(score);
  });

  it('no-repetition: falls with repeated runs', () => {
    expect(scoreOf('no-repetition', 'Air scatters blue light more than red.')).toBe(1);
    expect(scoreOf('no-repetition', 'the sky is blue '.repeat(8))).toBe(0);
  });

  it('copying: penalises handing back the prompt or the preference', () => {
    const prompt = 'Tell me why the sky over the sea is blue.';
    expect(scoreOf('copying', prompt, prompt)).toBe(-1);
    expect(
      scoreOf(
        'copying',
        'I want a short answer in plain words',
        prompt,
        'I want a short answer in plain words',
      ),
    ).toBe(-1);
    expect(scoreOf('copying', 'Air scatters blue light in all directions.', prompt)).toBe(0);
    expect(scoreOf('copying', 'Blue', 'Is it blue or red?')).toBe(0);
  });

  it('meta-talk: penalises talk about itself unless the prompt is about it', () => {
    expect(scoreOf('meta-talk', 'As an AI language model, I have no view.')).toBe(-1);
    expect(scoreOf('meta-talk', 'Here is my revised answer: air scatters light.')).toBe(-1);
    expect(scoreOf('meta-talk', 'The answer needs to include a comma.')).toBe(-1);
    expect(scoreOf('meta-talk', 'The answer is that air scatters light.')).toBe(0);
    expect(scoreOf('meta-talk', 'Sure! Air scatters light.')).toBe(-0.25);
    expect(scoreOf('meta-talk', 'I apologise for the noise.', 'Write an apology.')).toBe(0);
    expect(scoreOf('meta-talk', 'Air scatters light.')).toBe(0);
  });

  it('empty-items: penalises a list without content', () => {
    expect(scoreOf('empty-items', '1.\n2.\n3. Light')).toBeCloseTo(-2 / 3);
    expect(scoreOf('empty-items', '- red\n- blue')).toBe(0);
  });
});

/** For each trait a text that has it, and one on the same matter that hasn't. */
const TRAITS: readonly (readonly [TraitId, string, string])[] = [
  [
    'economy',
    'Water it weekly.',
    'It is important to note that, in order to thrive, it really needs water weekly.',
  ],
  [
    'depth',
    'Chlorophyll breaks down because days shorten, which means that carotenoids show.',
    'It is nice. It is good. We like it.',
  ],
  [
    'focus',
    'The sky is blue by day. The sky turns red at dusk.',
    'My cat likes fish. Trains are late.',
  ],
  ['bullets', '- one\n- two', 'one and two'],
  ['steps', '1. Boil water.\n2. Add tea.', 'Tea needs boiled water.'],
  ['headings', '## Causes\nLight scatters.', 'Light scatters.'],
  ['table', '| a | b |\n|---|---|\n| 1 | 2 |', 'a is 1 and b is 2'],
  ['prose', 'Light scatters.', '- Light\n- scatters'],
  ['emphasis', 'Light **scatters**.', 'Light scatters.'],
  ['code', '```\nprint(1)\n```', 'It prints one.'],
  ['formal', 'The committee recommends further evaluation.', "Yeah, we're gonna look at it again!"],
  [
    'plain-words',
    'The sun warms the sea.',
    'Electromagnetic radiation thermalises oceanic constituents.',
  ],
  [
    'short-sentences',
    'It rains. We wait.',
    'When it rains for a long time we usually wait inside until the sun comes out again.',
  ],
  ['contractions', "It's late and we don't mind.", 'It is late and we do not mind.'],
  ['exclamations', 'Hooray!', 'Hooray.'],
  ['emoji', 'Well done 🎉', 'Well done'],
  ['first-person', 'I like my garden.', 'The garden is liked.'],
  ['address-reader', 'You can rest your arm.', 'The arm can rest.'],
  [
    'humour',
    'Spoiler: the cat was never impressed, your honour, haha.',
    'The result was not significant.',
  ],
  ['warmth', 'Hello friend, so glad to help! Enjoy!', 'The application is processed in two weeks.'],
  ['empathy', "I'm sorry to hear that. It's okay to feel sad.", 'The exam can be repeated in May.'],
  ['encouragement', "You can do it, keep going, you'll get there!", 'The exam takes place in May.'],
  ['enthusiasm', 'What an amazing, thrilling idea!', 'The idea is acceptable.'],
  ['courtesy', 'Could you please send it? Thank you.', 'Send it now.'],
  ['hedging', 'It may perhaps help, though it is unclear.', 'It helps.'],
  ['persuasion', 'Imagine the benefits: you deserve it. Why wait?', 'The device has two buttons.'],
  [
    'vividness',
    'The river whispers like a child and shimmers in velvet light.',
    'The river has a length of two miles.',
  ],
  [
    'variety',
    'Bright foxes chase seven lazy hens.',
    'The fox and the fox and the fox and the fox.',
  ],
  [
    'story',
    'Once upon a time an old man said: "Come in," and smiled.',
    'Honesty is a principle of conduct.',
  ],
  ['analogy', 'Think of it as a library: it works like a shelf.', 'It stores data in blocks.'],
  [
    'technical',
    'The CPU issues DMA transfers over PCIe at 8 GHz.',
    'The machine moves things fast.',
  ],
  ['reasons', 'It floats because it is light, which is why boats work.', 'It floats. Boats work.'],
  [
    'examples',
    'Some birds, such as penguins, cannot fly. For example, the emu.',
    'Some birds cannot fly.',
  ],
  [
    'references',
    'According to Smith et al. (2019), it helps (https://example.org).',
    'People say that it helps.',
  ],
  ['numbers', 'It costs $40, 12 % less than in 2020.', 'It costs less than it did.'],
  [
    'definitions',
    'Inflation, that is, a rise in prices, refers to the whole economy.',
    'Prices went up.',
  ],
  [
    'balance',
    'On the one hand it is cheap; on the other hand, critics say it is loud.',
    'It is cheap.',
  ],
  ['caveats', 'Be careful: there is a risk of fire. Consult a doctor.', 'It works well.'],
  ['actions', 'Set an alarm. Put the phone away.', 'Sleep is a state of rest.'],
  ['questions', 'It depends. What do you need?', 'It depends on the need.'],
  ['wrap-up', 'In short, walk more.', 'Walk more.'],
  ['toxicity', 'Shut up, you stupid idiot.', 'Please speak more quietly.'],
  [
    'pleasantries',
    'Great question! Use a paper clip. I hope this helps, let me know.',
    'Use a paper clip and hold it for ten seconds.',
  ],
  [
    'answer-first',
    'Yes, it is worth it. Heat rises.',
    'When it comes to houses, heat rises and much of it leaves through the roof over the years.',
  ],
  [
    'recommendation',
    "I'd recommend the green one: buy it.",
    'The green one is fresh and the blue one is calm.',
  ],
  ['options', 'One option is a taxi. Alternatively, you could also take the bus.', 'Take a taxi.'],
  [
    'verse',
    'Brush in the morning and at night,\nto keep your teeth both strong and white.\nDo it well.',
    'Brush in the morning and at night to keep your teeth strong.',
  ],
  ['dialogue', 'Mia: Why?\nTom: Because it rains.', 'It rains, and that is why.'],
  [
    'letter',
    'Dear Mr Lang,\n\nthe heating is cold.\n\nKind regards,\nAnna',
    'The heating is cold.',
  ],
  ['background', 'It was founded in 1903 and spread in the 1920s.', 'It has 21 stages in July.'],
  ['timing', 'Wait 20 minutes, then rest it overnight until Monday.', 'Wait, then rest it.'],
  [
    'quotations',
    'As she once said, "nothing in life is to be feared".',
    'Nothing is to be feared.',
  ],
  ['speakable', 'Grind the beans and wait.', '- Grind (fresh) beans @ 93 °C → wait, e.g. 4 min'],
  ['outlook', 'A gift: less work, good friends, a fresh start.', 'A loss, and hard, lonely work.'],
  ['british-spelling', 'The colour of the theatre centre.', 'The color of the theater center.'],
  ['past-tense', 'They came home and sold the catch.', 'They come home and sell the catch.'],
  ['active-voice', 'Workers sort the glass.', 'The glass is sorted and has been cleaned.'],
  ['gendered-words', 'He calls his salesman.', 'They call their clerk.'],
  ['moralising', 'You should never do that; it is wrong to.', 'Two bottles raise the pressure.'],
  ['memory-aid', 'Remember it by "My Very Eager Mother".', 'There are eight planets.'],
  ['opinion', 'I think it is clearly the best, frankly.', 'It has two doors.'],
  ['specifics', 'In May 2019 the Rhine at Basel rose 3 m.', 'Some things rose in various places.'],
  ['archaic', 'Whither goest thou, my lord? Alas!', 'Where are you going?'],
  ['short-paragraphs', 'It rains.\nWe wait.', `It rains, ${'and we wait '.repeat(20)}.`],
];

describe('checks of a trait', () => {
  it('has a text for every one', () => {
    expect(TRAITS.map(([id]) => id).sort()).toEqual(Object.keys(traitChecks).sort());
  });

  it.each(TRAITS)('%s: sees it where it is and not where it is not', (id, having, lacking) => {
    const [present, absent] = [having, lacking].map((text) =>
      traitChecks[id].presence(subject(text)),
    );
    if (!present || !absent) throw new Error('two texts were measured');
    expect(present.share).toBeGreaterThan(absent.share + 0.15);
    expect(present.share).toBeLessThanOrEqual(1);
    expect(absent.share).toBeGreaterThanOrEqual(0);
    expect(present.found).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('analogy: sees a picture that never says "like"', () => {
    const picture = "It's rush hour: eight lanes of lorries queue at one junction.";
    const plain = 'Many people use it at once, so each of them gets less.';
    const share = (text: string) => traitChecks.analogy.presence(subject(text)).share;
    expect(share(picture)).toBeGreaterThan(share(plain) + 0.2);
  });

  it('spelling: leaves out what both sides of the Atlantic spell alike', () => {
    const { found } = traitChecks['british-spelling'].presence(subject('Exercise is wise advice.'));
    expect(found).toBe('0 words in British spelling, 0 in American');
  });

  it('numbers: leaves the numbers of a list out', () => {
    expect(traitChecks.numbers.presence(subject('1. Boil\n2. Pour')).share).toBe(0);
  });
});
