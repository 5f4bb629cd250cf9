import { describe, expect, it } from 'vitest';
import { countCodeBlocks, shareOfCode } from './code-lines.ts';
import { LANGUAGES, seeLanguage } from './languages.ts';
import { readText, type TextReading } from './text-reading.ts';

const shareOfLanguage = (reading: TextReading, language: string): number =>
  seeLanguage(reading, language).share;

describe('seeLanguage', () => {
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

  it.each([
    ['hindi', 'आकाश नीला है क्योंकि हवा नीले प्रकाश को बिखेरती है।'],
    ['thai', 'ท้องฟ้าเป็นสีฟ้าเพราะอากาศกระเจิงแสงสีน้ำเงิน'],
    ['arabic', 'السَّماءُ زَرقاءُ لأنَّ الهواءَ يُشَتِّتُ الضوءَ الأزرقَ'],
  ])('counts the marks of a script on neither side: %s is 1 at most', (language, text) => {
    expect(shareOfLanguage(readText(text), language)).toBe(1);
  });

  it.each([
    [
      'danish',
      'Himlen er blå, fordi luften spreder det blå lys af solen mere end det røde.',
      'norwegian',
    ],
    [
      'norwegian',
      'Himmelen er blå fordi lufta sprer det blå lyset fra sola mer enn det røde, og noe av det når oss.',
      'danish',
    ],
    ['ukrainian', 'Небо синє, бо повітря розсіює синє світло сонця; її видно вдень.', 'russian'],
    ['russian', 'Воздух рассеивает синий свет, и мы видим его.', 'ukrainian'],
    ['persian', 'چرا آسمان آبی است؟ هوا نور آبی را پراکنده می‌کند.', 'arabic'],
    ['chinese', '天空是蓝色的，因为空气散射蓝光。', 'korean'],
  ])('tells %s from its neighbour', (language, text, neighbour) => {
    const reading = readText(text);
    expect(seeLanguage(reading, language).rather).toBeUndefined();
    expect(shareOfLanguage(reading, language)).toBeGreaterThan(0.6);
    expect(shareOfLanguage(reading, neighbour)).toBeLessThan(0.4);
  });

  it.each([
    ['danish', 'Det er en god dag i dag, og at den er god.', 'Danish or Norwegian'],
    ['russian', 'Небо синее, воздух чист.', 'Cyrillic'],
    ['japanese', '東京', 'Chinese'],
  ])('says what %s may also be where it can’t be told', (language, text, rather) => {
    expect(seeLanguage(readText(text), language).rather).toBe(rather);
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
    ['- eat well;\n- sleep enough;\n- move every day;', 0],
    ['1. Wash the rice;\n2. boil it for ten minutes;', 0],
    ['Eat well every day;\nsleep for eight hours;\nmove a lot.', 0],
    ['int x;\nint y;', 1],
    ['using namespace std;\ndouble half = x / 2;', 1],
  ])('%j holds %d blocks', (text, blocks) => {
    expect(countCodeBlocks(text)).toBe(blocks);
  });

  it('is told from prose by the share of its lines, fenced or not', () => {
    expect(shareOfCode('```\nprint(1)\n```')).toBe(1);
    expect(shareOfCode('Here it is.\nprint(1)')).toBe(0.5);
  });
});
