import { describe, expect, it } from 'vitest';
import { armInWords, displayName, outcomeInWords, stateInWords } from './run-in-words.ts';

const PRS = { id: 'prs', kind: 'prs', split: [4, 4] } as const;

describe('a run in words', () => {
  it('counts responses and gives the best reward', () => {
    expect(armInWords({ arm: PRS, finishedResponses: 8, bestReward: 1.837 }, 8)).toBe(
      'PRS 4/4: 8 of 8 responses, best reward 1.84',
    );
    expect(armInWords({ arm: PRS, finishedResponses: 0, bestReward: null }, 8)).toBe(
      'PRS 4/4: 0 of 8 responses, no reward yet',
    );
  });

  it('says how it ended', () => {
    expect(stateInWords({ status: 'running' })).toBe('Not finished');
    expect(stateInWords({ status: 'failed', message: 'Out of memory.' })).toBe(
      'Failed: Out of memory.',
    );
  });

  it('has a name even without one', () => {
    expect(displayName(' ')).toBe('Untitled run');
  });

  it('says what came of a file', () => {
    const file = { fileName: 'sky.json', runId: 'a', runName: 'Sky' };
    expect(outcomeInWords({ status: 'imported', ...file })).toBe('sky.json: imported as “Sky”.');
    expect(outcomeInWords({ status: 'already-here', ...file })).toBe(
      'sky.json: this run is here already, as “Sky”.',
    );
    expect(
      outcomeInWords({ status: 'refused', fileName: 'a.json', message: 'The file is odd.' }),
    ).toBe('a.json: The file is odd.');
  });
});
