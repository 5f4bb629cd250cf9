import { readFileSync } from 'node:fs';
import { PolicyError, type GenerationRequest } from '../../core/index.ts';

/**
 * The text of a file that an earlier version of this page exported: five arms over 2/1/1, read by the rubric, with a failed
 * and an empty response. `stopped` ends in the third arm; `finished` also has a scoring and a vote.
 */
export function earlierRunFile(name: 'finished-of-version-2' | 'stopped-of-version-2'): string {
  return readFileSync(new URL(`earlier-runs/${name}.json`, import.meta.url), 'utf8');
}

const ANSWERS: readonly string[] = [
  'Sunlight scatters off air. Blue scatters most.',
  'The sky is blue because short waves scatter more than long ones in the air.',
  '- Name the cause.\n- Be shorter.',
  'Because of the air.',
  'Air scatters blue light the most, so blue comes to us from everywhere in the sky.',
  '',
  'Light is scattered.',
];

/** What the policy of the earlier runs wrote: it follows from the seed alone. */
export function earlierAnswer({ seed }: GenerationRequest): string | Error {
  if (seed % 13 === 3) return new PolicyError('engine-failed', 'Provoked.');
  return ANSWERS[seed % ANSWERS.length] ?? '';
}
