import { describe, expect, it } from 'vitest';
import { mendSlips } from './spelling.ts';

describe('mistyped words of a wish', () => {
  it.each([
    ['be freindly', 'be friendly'],
    ['Profesional tone', 'Professional tone'],
    ['a sumary of the setences', 'a summary of the sentences'],
    ['simpel langauge, no tecnical terms', 'simple language, no technical terms'],
    ['two paragaphs with exampels', 'two paragraphs with examples'],
    ['consise and humerous', 'concise and humorous'],
  ])('“%s” is “%s”', (typed, meant) => {
    expect(mendSlips(typed)).toBe(meant);
  });

  it.each([
    'mention the word "freindly"',
    'go through the causal chain',
    'a sample in each table, in a format of your own',
    'tales of the ballet, sorter and neural',
    'Ein formaler Brief, bitte',
    "l'exemple-type",
  ])('“%s” stays', (text) => {
    expect(mendSlips(text)).toBe(text);
  });
});
