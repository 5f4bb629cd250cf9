import { expect, it } from 'vitest';
import { type BuiltInPrompt, chooseBuiltIn } from './built-in-prompt-set.ts';

const entry = (id: string, kind: BuiltInPrompt['kind']): BuiltInPrompt => ({
  ...{ id, kind, prompt: `Of ${id}?` },
  preferences: [`${id}, short`, `${id}, long`],
});

const SET = [
  entry('explain-a', 'explain'),
  entry('explain-b', 'explain'),
  entry('plan-a', 'plan'),
  entry('plan-b', 'plan'),
  entry('answer-a', 'answer'),
];

it('takes every kind before a second of one, and all prompts before their second preference', () => {
  expect(chooseBuiltIn(SET, { count: 4 }).map(({ id }) => id)).toEqual([
    ...['explain-a-1', 'plan-a-1', 'answer-a-1', 'explain-b-1'],
    ...['explain-a-2', 'plan-a-2', 'answer-a-2', 'explain-b-2'],
  ]);
});

it('takes the kinds asked for, and no more prompts than there are', () => {
  const chosen = chooseBuiltIn(SET, { kinds: ['plan'], count: 100 });
  expect(chosen).toEqual([
    { id: 'plan-a-1', prompt: 'Of plan-a?', preference: 'plan-a, short' },
    { id: 'plan-b-1', prompt: 'Of plan-b?', preference: 'plan-b, short' },
    { id: 'plan-a-2', prompt: 'Of plan-a?', preference: 'plan-a, long' },
    { id: 'plan-b-2', prompt: 'Of plan-b?', preference: 'plan-b, long' },
  ]);
});

it('takes all where nothing is said', () => {
  expect(chooseBuiltIn(SET, {})).toHaveLength(2 * SET.length);
});
