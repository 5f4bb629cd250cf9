// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type ChatCheck,
  MADE_UP_MODEL,
  type PairCheck,
  type SelfTestResult,
} from '../../../../rewards/index.ts';
import {
  advance,
  pairSentence,
  resultSentence,
  SelfTestReport,
} from './reward-model-self-test.tsx';

afterEach(cleanup);

const chat: ChatCheck = {
  id: 'tides-short',
  prompt: '<b>Why?</b>',
  response: 'Because.',
  expected: 1.5,
  got: 1.25,
  ok: true,
  problem: null,
};
const unscored: ChatCheck = { ...chat, got: null, ok: false, problem: 'The engine failed.' };
const pair: PairCheck = {
  model: MADE_UP_MODEL.name,
  good: 0.5,
  bad: 1.5,
  ok: true,
  problem: null,
};
const passed: SelfTestResult = {
  passed: true,
  tolerance: 0.5,
  deviation: 0.126,
  meanTolerance: 0.2,
  chats: [chat, chat],
  pairs: [pair],
};

describe('what the self-test showed', () => {
  it('is told with the figures that it passed by', () => {
    const said = resultSentence(passed);
    expect(said).toContain('Passed: all 2 rewards are within 0.50');
    expect(said).toContain('0.13 off in the root mean square (0.20 is allowed)');
  });

  it('is told with everything that went wrong, and what to do', () => {
    const far = { ...chat, got: 9, ok: false };
    const failed = { ...passed, passed: false };
    expect(resultSentence({ ...failed, chats: [far, chat], deviation: 5.3 })).toMatch(
      /^Failed: 1 of 2 are off by more than 0\.50; they are 5\.30 off .*, more than 0\.20\. Don’t trust/,
    );
    expect(resultSentence({ ...failed, chats: [unscored, chat], deviation: null })).toContain(
      'Failed: 1 could not be scored (The engine failed.).',
    );
    expect(resultSentence({ ...failed, pairs: [{ ...pair, ok: false }] })).toContain(
      'a good and a bad answer were not told apart',
    );
  });

  it('warns where a trained model prefers the bad answer, not where the head is made up', () => {
    expect(pairSentence(pair)).toContain('Which is higher means nothing here.');
    const trained = { ...pair, model: 'Trained' };
    expect(pairSentence(trained)).toContain('make sure that the GGUF is of the reward model');
    expect(pairSentence({ ...trained, good: 2 })).toBe(
      'Trained: the good answer got 2.00, the bad one 1.50.',
    );
    expect(pairSentence({ ...trained, good: null, problem: 'Lost.' })).toBe(
      'Trained: not scored. Lost.',
    );
  });
});

describe('the report', () => {
  it('grows by a row for each chat', () => {
    const loading = advance(
      { status: 'idle' },
      {
        type: 'loading',
        progress: {
          stage: 'download',
          loadedBytes: 1,
          totalBytes: 2,
          fraction: 0.5,
          message: 'Fetching',
        },
      },
    );
    expect(loading).toEqual({ status: 'running', chats: [], label: 'Fetching', fraction: 0.5 });
    const one = advance(loading, { type: 'chat-scored', chat, scored: 1, of: 20 });
    expect(one).toMatchObject({ chats: [chat], label: '1 of 20 chats read', fraction: 0.05 });
  });

  it('shows each chat with what was expected, got and how far apart they are', () => {
    const { container } = render(
      <SelfTestReport
        state={{ status: 'ended', result: { ...passed, chats: [chat, unscored] } }}
      />,
    );
    const rows = screen.getAllByRole('row').map((row) => {
      return [...row.children].map(({ textContent }) => textContent);
    });
    const [read, failed] = rows.slice(1);
    expect(read?.slice(-5)).toEqual(['tides short', '1.50', '1.25', '−0.25', 'yes']);
    expect(failed?.slice(-3)).toEqual(['not scored', 'The engine failed.', 'no']);
    expect(container.querySelector('b')).toBeNull();
  });

  it('says why there is none', () => {
    const { container } = render(<SelfTestReport state={{ status: 'stopped' }} />);
    expect(container.textContent).toContain('Stopped: the self-test says nothing yet.');
    expect(container.querySelector('table')).toBeNull();
    render(<SelfTestReport state={{ status: 'failed', message: 'No network.' }} />);
    expect(screen.getByText('The self-test could not be run. No network.')).toBeDefined();
  });
});
