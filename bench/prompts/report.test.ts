import { expect, it } from 'vitest';
import { intervalOver } from './interval-over-prompts.ts';
import { reportOf } from './report.ts';
import type { ArmResult, Result } from './result-file.ts';

const arm = (
  name: ArmResult['arm'],
  anchor: number | null,
  blend: readonly (number | null)[],
): ArmResult => ({ arm: name, anchor, copies: 0, blend, rubric: blend });

const result: Result = {
  ...{ half: 'tuning', promptId: 'sleep', place: 0, seed: 1 },
  ...{ prompts: 'chat', sampling: 'presence-0', chooser: 'rubric' },
  arms: [
    arm('rand', null, [0, 1, 0, 0]),
    arm('prand', null, [1, 2, 1, 1]),
    arm('prs', 1, [1, 2, 3, 1]),
    arm('prs-without-feedback', 1, [1, 2, null, 1]),
  ],
};

it('tells of refinements, winners and differences', () => {
  const lines = reportOf({ half: 'tuning', chooser: 'rubric' }, [result]).split('\n');
  const figure = (name: string, nth = 0): string | undefined =>
    lines.filter((line) => line.trim().startsWith(name))[nth]?.match(/-?\d\.\d{3}/)?.[0];
  expect(figure('refinements above anchor')).toBe('0.500');
  expect(figure('the same without feedback')).toBe('0.000');
  expect(figure('mean refinement')).toBe('2.000');
  expect(figure('best of 8: PRS 4/4')).toBe('3.000');
  expect(figure('PRand − Rand')).toBe('1.000');
  expect(figure('PRS − PRand')).toBe('1.000');
  expect(reportOf({ half: 'held-out', chooser: 'rubric' }, [result])).not.toContain('wishes');
});

it('leaves out a further seed that not all wishes have', () => {
  const more = { ...result, seed: 1001 };
  const report = reportOf({ half: 'tuning', chooser: 'rubric' }, [result, more]);
  expect(report).toContain('1 runs of 1 wishes of 1 prompts');
});

it('draws the wishes of a prompt together', () => {
  const same = intervalOver([
    { promptId: 'a', value: 0 },
    { promptId: 'a', value: 1 },
    { promptId: 'b', value: null },
  ]);
  expect(same).toEqual({ mean: 0.5, low: 0.5, high: 0.5 });
  const two = intervalOver([
    { promptId: 'a', value: 0 },
    { promptId: 'b', value: 1 },
  ]);
  expect(two).toEqual({ mean: 0.5, low: 0, high: 1 });
});
