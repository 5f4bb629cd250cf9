import { describe, expect, it } from 'vitest';
import { readText } from './text-reading.ts';

describe('readText', () => {
  it('takes words, sentences and layout apart', () => {
    const reading = readText(
      '# Light\r\nIt’s 3.14, e.g. here. Don’t go!\n\n- one\n2. two\n| a | b |',
    );
    expect(reading.words).toEqual([
      'light',
      "it's",
      '3.14',
      'e.g',
      'here',
      "don't",
      'go',
      'one',
      '2',
      'two',
      'a',
      'b',
    ]);
    expect(reading.sentences).toEqual([
      'Light',
      "It's 3.14, e.g. here.",
      "Don't go!",
      'one',
      'two',
    ]);
    expect(reading.layout).toMatchObject({
      headings: ['Light'],
      bullets: ['one'],
      numbered: ['two'],
      tableRows: 1,
      paragraphs: 1,
    });
  });

  it('finds the words of a script without spaces', () => {
    expect(readText('天空是蓝色的').words.length).toBeGreaterThan(1);
  });

  it.each([
    ['The sky is blue because air scatters light.', 'english'],
    ['Le ciel est bleu parce que la lumière est diffusée dans les airs.', 'other-language'],
    ['Der Himmel ist blau, weil die Luft das Licht streut und nicht schluckt.', 'other-language'],
    ['Небо голубое, потому что воздух рассеивает свет.', 'other-script'],
    ['Mercury, Venus, Earth, Mars, Jupiter, Saturn, Uranus, Neptune', 'english'],
  ])('tells the language of “%s”', (text, language) => {
    expect(readText(text).language).toBe(language);
  });
});
