import { describe, expect, it } from 'vitest';
import { readText } from '../rubric/text/text-reading.ts';
import { saysNothing } from './says-nothing.ts';

describe('saysNothing', () => {
  it.each([
    'I don’t know.',
    'Sorry, I can’t help with that.',
    'As an AI language model, I am not able to answer this question.',
    'That is a good question! It depends.',
    'Sure! How can I help you today?',
    'Hard to say, really.',
    'There are many things to consider here, and everyone is different.',
    'N/A',
    '…',
  ])('hears that “%s” answers nothing', (text) => {
    expect(saysNothing(readText(text))).toBe(true);
  });

  it.each([
    'Paris.',
    'Yes.',
    'Sorry for being late again.',
    'You should check the brakes and the tyres.',
    'Thanks for the lovely dinner!',
    'I don’t know who wrote it, but it was first sung in 1792.',
    'It depends on the soil: clay needs less water than sand.',
    'Sorry to hear that. Rest the ankle and put ice on it.',
    'Dear Ms Hall, I am sorry for the delay; the parcel left today.',
    '🌊🌤️',
  ])('lets “%s” be', (text) => {
    expect(saysNothing(readText(text))).toBe(false);
  });
});
