// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { HeldPromptFile } from '../study-tools.ts';
import { preferencesWith, useHeldFile } from './use-held-file.ts';

function tools() {
  let held: HeldPromptFile | null = null;
  return {
    heldFile: { read: () => held, write: (file: HeldPromptFile | null) => void (held = file) },
  };
}

const csv = (...lines: readonly string[]): File => new File([lines.join('\n')], 'questions.csv');

function setUp(shared = tools()) {
  const { result } = renderHook(() => useHeldFile(shared));
  const choose = async (file: File, isRead: () => boolean): Promise<void> => {
    act(() => {
      result.current.choose(file);
    });
    await waitFor(() => {
      expect(isRead()).toBe(true);
    });
  };
  return { result, shared, choose };
}

describe('a file of prompts', () => {
  it('is read by the columns that are chosen, and again so when it is mended', async () => {
    const { result, choose } = setUp();
    await choose(csv('question,style', 'Why?,Short.'), () => result.current.read !== null);
    expect(result.current.read).toMatchObject({ prompts: [], columnNames: ['question', 'style'] });
    act(() => {
      result.current.map({ prompt: 'question' });
    });
    act(() => {
      result.current.map({ preferences: ['style'] });
    });
    expect(result.current.read?.prompts).toEqual([
      { id: 'line-2', prompt: 'Why?', preference: 'Short.' },
    ]);
    await choose(
      csv('question,style', 'Why?,Short.', 'When?,Long.'),
      () => result.current.read?.prompts.length === 2,
    );
  });

  it('is read anew where another has other columns', async () => {
    const { result, choose } = setUp();
    await choose(csv('question', 'Why?'), () => result.current.read !== null);
    act(() => {
      result.current.map({ prompt: 'question' });
    });
    await choose(csv('prompt', 'When?'), () => result.current.read?.prompts[0]?.prompt === 'When?');
  });

  it('stays where another one can’t be opened, and while the screen is away', async () => {
    const { result, shared, choose } = setUp();
    await choose(csv('prompt', 'Why?'), () => result.current.read !== null);
    await choose(new File([new Uint8Array(9)], 'a.xlsx'), () => result.current.problem !== null);
    expect(result.current.problem).toContain('“a.xlsx” is no text');
    expect(result.current.file?.name).toBe('questions.csv');
    expect(setUp(shared).result.current.read?.prompts).toHaveLength(1);
  });
});

it('has each preference column once, at its place', () => {
  const preferences = ['a', 'b'];
  expect(preferencesWith({ preferences }, 0, null)).toEqual(['b']);
  expect(preferencesWith({ preferences }, 1, 'c')).toEqual(['a', 'c']);
  expect(preferencesWith({ preferences }, 2, 'c')).toEqual(['a', 'b', 'c']);
  expect(preferencesWith({ preferences }, 2, 'a')).toEqual(['a', 'b']);
});
