// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type RewardModelChoice } from '../../../rewards/index.ts';
import { JUDGE_PROMPT_SETTINGS } from '../../../rewards/judge/judge-prompts.ts';
import { RewardModelSession } from '../../../runs/index.ts';
import { ScoreAgain, type ScoreAgainProps } from './score-again.tsx';

afterEach(cleanup);

const refuse = (): never => {
  throw new Error('Nothing may be loaded here.');
};
const ignore = (): void => undefined;

function draw(change: Partial<ScoreAgainProps> = {}): void {
  cleanup();
  const session = new RewardModelSession<RewardModelChoice>(refuse, ignore);
  render(
    <ScoreAgain
      progress={null}
      lacks={[]}
      problem={null}
      rewardModels={{ session, selfTest: refuse }}
      values={{}}
      onValues={ignore}
      onScore={ignore}
      onStop={ignore}
      {...change}
    />,
  );
}

const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Score again' });

describe('ScoreAgain', () => {
  it('shows what the judge is asked, to be edited', async () => {
    draw();
    expect((await screen.findByLabelText(/What the judge is asked/)).tagName).toBe('TEXTAREA');
    expect(button().disabled).toBe(false);
    draw({ onValues: null });
    expect(screen.queryByText(/What the judge is asked/)).toBeNull();
  });

  it('asks no judge whose words have a problem', async () => {
    draw({ values: { [JUDGE_PROMPT_SETTINGS.pointwise.id]: 'Rate it.' } });
    expect(button().disabled).toBe(true);
    expect(await screen.findByText('Back to the judge’s words as shipped')).toBeDefined();
  });

  it('asks for what the chosen scorer can read', () => {
    const onScore = vi.fn();
    draw({ onScore });
    fireEvent.change(screen.getByLabelText('Reading the response against'), {
      target: { value: 'prompt' },
    });
    fireEvent.click(button());
    fireEvent.change(screen.getByLabelText('Score again with'), {
      target: { value: 'preference-information' },
    });
    expect(screen.queryByLabelText(/Also the other way/)).toBeNull();
    fireEvent.click(button());
    expect(onScore.mock.calls).toMatchObject([
      [{ conditionedOn: 'prompt', bothWays: true }],
      [
        {
          scorerId: 'preference-information',
          conditionedOn: 'prompt-and-preference',
          bothWays: false,
        },
      ],
    ]);
  });
});
