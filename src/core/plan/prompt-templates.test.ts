import { describe, expect, it } from 'vitest';
import {
  CHAT_PROMPTS,
  feedbackMessages,
  ONE_TURN_PROMPTS,
  type PromptTemplates,
  refinementMessages,
} from './prompt-templates.ts';

const QUOTING: PromptTemplates = {
  layout: 'one-turn',
  feedback: 'f? {prompt} / {preference} / {response}',
  refinement: 'y1? {prompt} / {preference} / {response} / {feedback}',
  refinementWithoutFeedback: 'y1? {prompt} / {preference} / {response}',
};

const example = {
  prompt: 'ex',
  preference: 'ez',
  response: 'ey0',
  feedback: 'ef',
  refinement: 'ey1',
};

const reflection = { anchor: 'y0', feedback: 'f' };
const words = (messages: ReturnType<typeof refinementMessages>) =>
  messages.map(({ role, content }) => `${role}: ${content}`);

describe('a request of one turn', () => {
  it('sends its own words and nothing before them', () => {
    expect(words(feedbackMessages('x', 'z', 'y0', QUOTING))).toEqual(['user: f? x / z / y0']);
    expect(words(refinementMessages('x', 'z', reflection, QUOTING))).toEqual([
      'user: y1? x / z / y0 / f',
    ]);
    const alone = { ...reflection, feedback: null };
    expect(words(refinementMessages('x', 'z', alone, QUOTING))).toEqual(['user: y1? x / z / y0']);
  });

  it('follows a worked example that the same words ask for', () => {
    const templates = { ...QUOTING, example };
    expect(words(feedbackMessages('x', 'z', 'y0', templates))).toEqual([
      'user: f? ex / ez / ey0',
      'assistant: ef',
      'user: f? x / z / y0',
    ]);
    expect(words(refinementMessages('x', 'z', reflection, templates))).toEqual([
      'user: y1? ex / ez / ey0 / ef',
      'assistant: ey1',
      'user: y1? x / z / y0 / f',
    ]);
    const alone = { ...reflection, feedback: null };
    expect(words(refinementMessages('x', 'z', alone, templates))).toEqual([
      'user: y1? ex / ez / ey0',
      'assistant: ey1',
      'user: y1? x / z / y0',
    ]);
  });
});

describe('a request for feedback on two responses', () => {
  const onTwo = (templates: PromptTemplates) =>
    words(feedbackMessages('x', 'z', 'y0', templates, 'y−'));

  it('is filled in by words of its own', () => {
    const own = '{prompt} / {preference} / {response} / {rejected}';
    expect(onTwo({ ...QUOTING, feedbackOnTwo: own })).toEqual(['user: x / z / y0 / y−']);
    expect(onTwo({ ...CHAT_PROMPTS, feedbackOnTwo: own }).at(-1)).toBe('user: x / z / y0 / y−');
  });

  it.each([
    ['chat', CHAT_PROMPTS],
    ['one turn', ONE_TURN_PROMPTS],
  ] as const)(
    'names both and the preference where a run brings no words for it, as %s',
    (_, its) => {
      const sent = onTwo(its);
      for (const part of ['y0', 'y−', 'z']) expect(sent.join('\n')).toContain(part);
      expect(sent.at(-1)).toContain('y−');
      // The example before it has one answer, and is asked for as that.
      expect(sent.slice(0, -1).join('\n')).not.toContain('y−');
    },
  );
});

describe('a request in the draft’s chat', () => {
  it('goes on with the call before it, word for word', () => {
    const asked = feedbackMessages('x', 'z', 'y0', CHAT_PROMPTS);
    const refine = refinementMessages('x', 'z', reflection, CHAT_PROMPTS);
    expect(refine.slice(0, asked.length)).toEqual(asked);
    expect(refine.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'user',
      'assistant',
      'user',
    ]);
  });

  it('can be shown an example too, as an earlier chat', () => {
    const templates = { ...CHAT_PROMPTS, example };
    const refine = words(refinementMessages('x', 'z', reflection, templates));
    expect(refine).toHaveLength(6 + 5);
    expect(refine.slice(0, 2)).toEqual(['user: ex\n\nez', 'assistant: ey0']);
    expect(refine.slice(5, 8)).toEqual(['assistant: ey1', 'user: x\n\nz', 'assistant: y0']);
  });
});
