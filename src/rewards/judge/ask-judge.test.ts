import { describe, expect, it } from 'vitest';
import { readChoices } from './ask-judge.ts';
import { place } from './testing/fake-judge.ts';

const DIGITS = ['1', '2', '3', '4', '5'];

describe('readChoices', () => {
  it('renormalises over the choices seen and keeps the mass they held', () => {
    const token = place('4', [
      ['4', 0.6],
      ['3', 0.2],
      ['The', 0.1],
    ]);
    const { shares, mass } = readChoices([token], DIGITS);
    expect(mass).toBeCloseTo(0.8, 12);
    expect(shares.map((share) => Number(share.toFixed(9)))).toEqual([0, 0, 0.25, 0.75, 0]);
  });

  it('adds up the variants of a choice, and no longer token that begins with it', () => {
    const token = place('4', [
      [' 4', 0.3],
      ['4', 0.2],
      ['\n4', 0.1],
      ['45', 0.2],
      ['2', 0.2],
    ]);
    expect(readChoices([token], DIGITS).shares[3]).toBeCloseTo(0.75, 12);
    expect(readChoices([token], DIGITS).mass).toBeCloseTo(0.8, 12);
  });

  it('passes leading white space and marks, though a digit could have come there', () => {
    const four = place('4', [['4', 0.9]]);
    const blank = place('\n', [
      ['\n', 0.9],
      ['1', 0.1],
    ]);
    const mark = place('**', [
      ['**', 0.9],
      ['2', 0.1],
    ]);
    expect(readChoices([blank, mark, four], DIGITS).shares).toEqual([0, 0, 0, 1, 0]);
    expect(readChoices([blank], DIGITS).shares).toEqual([1, 0, 0, 0, 0]);
  });

  it('takes the first place that carries a choice, written or not', () => {
    const words = place('Rating', [['Rating', 0.9]]);
    const unwritten = place('is', [
      ['is', 0.7],
      ['5', 0.3],
    ]);
    const later = place('1', [['1', 1]]);
    const { shares, mass } = readChoices([words, unwritten, later], DIGITS);
    expect(shares).toEqual([0, 0, 0, 0, 1]);
    expect(mass).toBeCloseTo(0.3, 12);
  });

  it('takes the token written for itself where the engine tells no others', () => {
    const { shares, mass } = readChoices([{ text: ' 4', logProbability: Math.log(0.5) }], DIGITS);
    expect(shares).toEqual([0, 0, 0, 1, 0]);
    expect(mass).toBeCloseTo(0.5, 12);
  });

  it('holds a mass that rounding lifts above 1', () => {
    const token = { text: '4', logProbability: 0, topLogProbabilities: [] };
    const lifted = { ...token, topLogProbabilities: [{ text: '4', logProbability: 1e-7 }] };
    expect(readChoices([lifted], DIGITS).mass).toBe(1);
  });

  it('reads nothing where the choices hold hardly any probability', () => {
    const hardly = place('The', [
      ['The', 0.99],
      ['5', 0.00005],
    ]);
    expect(() => readChoices([hardly], DIGITS)).toThrow('under 1 % of its probability');
    const four = place(' 4', [[' 4', 0.9]]);
    expect(readChoices([hardly, four], DIGITS).shares).toEqual([0, 0, 0, 1, 0]);
  });

  it('says what was answered where no choice is seen', () => {
    const words = place('Great', [['Great', 0.9]]);
    expect(() => readChoices([words], DIGITS)).toThrow(
      'answered “Great”, with none of 1, 2, 3, 4 or 5',
    );
    expect(() => readChoices([], DIGITS)).toThrow('answered nothing');
  });

  it('says that the engine gave no probabilities', () => {
    expect(() => readChoices([{ text: '4', logProbability: null }], DIGITS)).toThrow(
      'gave no probabilities',
    );
  });
});
