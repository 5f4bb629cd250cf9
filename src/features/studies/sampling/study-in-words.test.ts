import { expect, it } from 'vitest';
import { NO_STUDY } from '../../../studies/index.ts';
import { keptStudy } from '../../../studies/testing/kept-studies.ts';
import {
  besideRunSentence,
  progressSentence,
  spentSentence,
  studyFacts,
  studySentence,
} from './study-in-words.ts';

const progress = {
  ...{ runsDone: 1, runs: 4, textsDone: 9, texts: 28, upTo: '', failed: 0 },
  ...{ tokensPerSecond: 12.34, secondsLeft: 185 },
};

it('says what a study is of', () => {
  expect(studyFacts(keptStudy(), 'rubric')).toBe(
    '2 prompts × 2 seeds · PRS 2/2, PRand 4 · Fake, scored by rubric',
  );
});

it('says how far it is and how long it will take, while it goes on', () => {
  const sampling = { ...NO_STUDY, state: 'sampling' as const, progress };
  expect(progressSentence(sampling)).toBe(
    '1 of 4 runs, 9 of 28 texts, 12.3 tokens a second, about 3 min 05 s left',
  );
  expect(progressSentence({ ...sampling, state: 'stopped' })).toBe('1 of 4 runs, 9 of 28 texts');
  expect(progressSentence(NO_STUDY)).toBeNull();
});

it('says beside the playground’s run that it is under way, and which of both goes first', () => {
  const view = { ...NO_STUDY, study: keptStudy(), progress };
  expect(besideRunSentence({ ...view, state: 'sampling' })).toBe(
    'The study “Test” is being sampled, 1 of 4 runs finished. Run goes first all the same: the study waits until it has ended.',
  );
  expect(besideRunSentence({ ...view, state: 'loading', progress: null })).toContain(
    'is being sampled. Run',
  );
  expect(besideRunSentence({ ...view, state: 'waiting' })).toBe(
    'The study “Test” waits while this run has the model, and goes on by itself.',
  );
  for (const state of ['stopped', 'finished', 'failed'] as const)
    expect(besideRunSentence({ ...view, state })).toBeNull();
  expect(besideRunSentence(NO_STUDY)).toBeNull();
});

it('says why it stopped, and what failed', () => {
  expect(studySentence({ ...NO_STUDY, state: 'failed', problem: 'No room.' }, false)).toBe(
    'Stopped: No room.',
  );
  const finished = { ...NO_STUDY, state: 'finished' as const };
  const failed = { ...finished, progress: { ...progress, failed: 2 } };
  expect(studySentence(failed, true)).toBe('Finished, but 2 texts failed.');
  expect(studySentence(failed, false)).toBe(
    'Finished, but 2 texts failed: open their runs under Runs to try them again.',
  );
  expect(studySentence({ ...finished, progress }, false)).toBe('Finished.');
});

it('says how good the guess was, once it is finished', () => {
  const study = keptStudy({ guessedSeconds: 100, spent: { seconds: 125, texts: 28, tokens: 560 } });
  expect(spentSentence(study, true)).toBe(
    'Took 2 min 05 s for 28 texts of 560 tokens. The guess was 1 min 40 s: it took 25 % longer.',
  );
  expect(spentSentence({ ...study, guessedSeconds: 250 }, true)).toContain('50 % less');
  expect(spentSentence(study, false)).toBe('Took 2 min 05 s so far for 28 texts of 560 tokens.');
  expect(spentSentence(keptStudy(), true)).toBeNull();
});
