import { describe, expect, it } from 'vitest';
import { countCodeBlocks, shareOfCode } from './code-lines.ts';
import { LANGUAGES, shareOfLanguage } from './languages.ts';
import { readText } from './text-reading.ts';

describe('shareOfLanguage', () => {
  const TEXTS = [
    ['english', 'The air scatters the blue light of the sun more than the red.'],
    ['german', 'Die Luft streut das blaue Licht der Sonne stärker als das rote.'],
    ['french', 'L’air disperse la lumière bleue du soleil plus que la rouge, et le ciel est bleu.'],
    ['spanish', 'El aire dispersa la luz azul del sol más que la roja, por eso el cielo es azul.'],
    ['dutch', 'De lucht verstrooit het blauwe licht van de zon meer dan het rode.'],
    ['russian', 'Воздух рассеивает синий свет солнца сильнее красного.'],
    ['japanese', '空が青いのは、空気が青い光を散らすからです。'],
  ] as const;

  it.each(TEXTS)('tells %s from the others', (language, text) => {
    const reading = readText(text);
    const own = shareOfLanguage(reading, language);
    expect(own).toBeGreaterThan(0.6);
    for (const [other] of TEXTS.filter(([named]) => named !== language)) {
      expect(shareOfLanguage(reading, other)).toBeLessThan(own - 0.3);
    }
  });

  it('knows some languages by name only', () => {
    expect([LANGUAGES.get('german'), LANGUAGES.get('finnish')]).toEqual(['seen', 'unseen']);
  });
});

describe('code without fences', () => {
  it.each([
    ['def add(a, b):\n    return a + b', 1],
    ['const two = 2;', 1],
    ['Call it like this:\n\nx = add(1, 2)\nprint(x)\n\nThat is all.', 1],
    ['To add two numbers, write a function.\nIt returns their sum.', 0],
    ['For example, the light of the sun:\nit is white.', 0],
  ])('%j holds %d blocks', (text, blocks) => {
    expect(countCodeBlocks(text)).toBe(blocks);
  });

  it('is told from prose by the share of its lines, fenced or not', () => {
    expect(shareOfCode('```\nprint(1)\n```')).toBe(1);
    expect(shareOfCode('Here it is.\nprint(1)')).toBe(0.5);
  });
});
