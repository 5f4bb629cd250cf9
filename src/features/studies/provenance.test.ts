import { expect, it } from 'vitest';
import { provenanceOf } from './provenance.ts';

const group = {
  ...{ key: 'one', name: 'SmolLM2, scored by Rubric', runs: 3, reporter: null, reporterId: null },
  ...{ model: 'SmolLM2', scorer: 'Rubric', facts: ['version 4', 'temperature 0.8'] },
};
const at = (day: string) => ({ createdAt: new Date(`${day}T12:00:00`).getTime() });

it('says who wrote and scored, of how many, and when', () => {
  const begun = [at('2026-11-24'), at('2026-11-23'), at('2026-11-24')];
  expect(provenanceOf({ group, prompts: 1, runs: 3, begun })).toBe(
    'Written by SmolLM2, scored by Rubric, version 4, temperature 0.8 · 1 prompt, 3 runs · 23 Nov 2026 to 24 Nov 2026',
  );
});

it('says who reports where another scorer chose', () => {
  const reported = { ...group, reporter: 'Length, version 2' };
  expect(provenanceOf({ group: reported, prompts: 1, runs: 1, begun: [] })).toBe(
    'Written by SmolLM2, chosen by Rubric, version 4, temperature 0.8, reported by Length, version 2 · 1 prompt, 1 run',
  );
});

it('says one day once, and none without a run', () => {
  const said = (begun: readonly { readonly createdAt: number }[]) =>
    provenanceOf({ group, prompts: 2, runs: begun.length, begun }).split(' · ').slice(1);
  expect(said([at('2026-11-23'), at('2026-11-23')])).toEqual(['2 prompts, 2 runs', '23 Nov 2026']);
  expect(said([])).toEqual(['2 prompts, 0 runs']);
});
