import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type RewardModelChoice } from '../../../rewards/index.ts';
import { JUDGE_PROMPT_SETTINGS } from '../../../rewards/judge/judge-prompts.ts';
import { RewardModelSession } from '../../../runs/index.ts';
import { ScoreAgain, type ScoreAgainProps } from './score-again.tsx';

const refuse = (): never => {
  throw new Error('Nothing may be loaded here.');
};
const ignore = (): void => undefined;
const SCORE_AGAIN = /<button[^>]* disabled=""[^>]*>Score again</;

function drawn(change: Partial<ScoreAgainProps> = {}): string {
  const session = new RewardModelSession<RewardModelChoice>(refuse, ignore);
  return renderToStaticMarkup(
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

describe('ScoreAgain', () => {
  it('shows what the judge is asked, to be edited', () => {
    expect(drawn()).toMatch(/What the judge is asked.*<textarea/s);
    expect(drawn()).not.toMatch(SCORE_AGAIN);
    expect(drawn({ onValues: null })).not.toContain('What the judge is asked');
  });

  it('asks no judge whose words have a problem', () => {
    const markup = drawn({ values: { [JUDGE_PROMPT_SETTINGS.pointwise.id]: 'Rate it.' } });
    expect(markup).toMatch(SCORE_AGAIN);
    expect(markup).toContain('Back to the judge’s words as shipped');
  });
});
