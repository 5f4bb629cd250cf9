import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArmKind, type ArmTree, verdictFacts } from '../../../core/index.ts';
import { formatReward } from '../../../ui/index.ts';
import { finished, literalArm, writing } from '../../../viz/testing/literal-arms.ts';
import { nextSteps } from './next-steps.ts';
import { type RewardDoubt, rewardDoubt } from './reward-doubts.ts';
import { stageSentence } from './stage-sentence.ts';
import { verdictOf } from './verdict-rules.ts';

const SCORER = {
  ...{ scorerName: 'The rubric', scoredByPeople: false, hasPreference: true },
  doubt: null as RewardDoubt | null,
  misquoteOf: (): string | null => null,
};

function say(arms: readonly ArmTree[], changed: Partial<typeof SCORER> = {}): string {
  const { sentences, more } = verdictOf({ ...verdictFacts(arms), ...SCORER, ...changed });
  return [...sentences, more].join(' ').trim();
}

/** Drafts with these rewards and nothing else. */
function drafts(kind: ArmKind, rewards: readonly number[]): ArmTree {
  const named = Object.fromEntries(rewards.map((reward, place) => [idOf('draft', place), reward]));
  return literalArm({
    kind,
    split: [rewards.length],
    rewards: named,
    winnerId: bestOf(named),
  });
}

/** Two layers, the best draft being the anchor. */
function refined(first: readonly number[], second: readonly number[], kind: ArmKind = 'prs') {
  const named = Object.fromEntries([
    ...first.map((reward, place) => [idOf('draft', place), reward] as const),
    ...second.map((reward, place) => [idOf('refinement-1', place), reward] as const),
  ]);
  const anchors = [bestOf(Object.fromEntries(Object.entries(named).slice(0, first.length)))];
  return literalArm({
    ...{ kind, rewards: named, anchors },
    split: [first.length, second.length],
    winnerId: bestOf(named),
  });
}

function idOf(kind: string, place: number): string {
  return `${kind}-${String(place + 1)}`;
}

/** The earlier one of equals wins, as in the method. */
function bestOf(rewards: Readonly<Record<string, number>>): string {
  return Object.entries(rewards).reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

describe('verdictOf', () => {
  it('says of arms with rewards that they are not complete, and of none that nothing is scored', () => {
    const half = literalArm({ kind: 'prand', split: [2], rewards: { 'draft-1': 1 } });
    expect(say([half])).toMatch(
      /^No arm is complete, so none has a winner. .*sample what is missing/,
    );
    expect(say([literalArm({ kind: 'prand', split: [2], rewards: {} })])).toContain(
      'No response has a reward',
    );
  });

  it('says who won, by how much, in which layer, and what stands against it', () => {
    expect(
      say([refined([1, 2], [2.5, 0]), drafts('prand', [1, 2]), drafts('rand', [0.5, 1])]),
    ).toBe(
      'PRS 2/2 wins, reward 2.50: 0.50 above PRand 2 and 1.50 above Rand 2. ' +
        'In PRS 2/2 a refinement won, +0.50 on its anchor; 1 of 2 refinements beat their anchor. ' +
        'Within 4 tokens read anew or written, what PRand 2 took, PRS 2/2 gets to 2.00, as PRand 2 does. ' +
        'One run can’t tell what the feedback did from what one more draw would have. ' +
        'The rubric decided, a proxy for what people prefer; one prompt and one seed show little.',
    );
  });

  it('says with both figures who is ahead within the tokens of the cheapest', () => {
    const said = say([refined([1, 0], [3, 0]), drafts('prand', [0, 2])]);
    expect(said).toContain('PRS 2/2 wins, reward 3.00');
    expect(said).toContain(
      'Within 4 tokens read anew or written, what PRand 2 took, PRand 2 is ahead: 2.00, and PRS 2/2 has 1.00. One run',
    );
    const close = say([refined([1.998, 0], [3, 0]), drafts('prand', [0, 2])]);
    expect(close).toContain('PRand 2 is ahead by less than 0.01: 2.00, and PRS 2/2 has 2.00.');
  });

  it('ascribes a gain to no feedback where there was none, and none where a draft won', () => {
    const refining = 'One run can’t tell what refining did';
    expect(say([refined([1, 2], [3, 0], 'prs-without-feedback')])).toContain(refining);
    expect(say([refined([1, 2], [1, 0])])).not.toContain('can’t tell');
  });

  it('does not hide that a draft won, nor that a plain arm did', () => {
    const sentences = say([refined([1, 2], [0, 1]), drafts('prand', [1, 2, 3, 3])]);
    expect(sentences).toContain('PRand 4 wins, reward 3.00: 1.00 above PRS 2/2, each of 4');
    expect(sentences).toContain('In PRS 2/2 a draft won; none of 2 refinements beat their anchor.');
  });

  it('calls arms level whose rewards are the same, and says whether the text is', () => {
    expect(say([refined([1, 2], [0, 1]), drafts('prand', [1, 2])])).toContain(
      'PRS 2/2 and PRand 2 end level, reward 2.00, with the same text.',
    );
  });

  it('warns that Rand alone beside PRS never read the preference', () => {
    const arms = [refined([1, 2], [3, 1]), drafts('rand', [1, 2, 0, 0])];
    expect(say(arms)).toContain('Rand never read the preference');
    expect(say(arms, { hasPreference: false })).not.toContain('never read');
    expect(nextSteps(verdictFacts(arms), true, ['prs', 'rand'])[0]).toMatchObject({ arm: 'prand' });
  });

  it('says what stating the preference made where nothing was refined', () => {
    expect(say([drafts('prand', [2, 1]), drafts('rand', [0.5, 0])])).toContain(
      'that alone made +1.50 here',
    );
  });

  it('names people where they decided', () => {
    expect(say([drafts('rand', [1])], { scoredByPeople: true })).toContain('People’s votes');
  });

  it('says why the scorer may have been fooled, and that people were not', () => {
    const arms = [drafts('rand', [1])];
    expect(say(arms, { doubt: 'far-above' })).toContain(
      'The rubric decided and may have been fooled, since the leading reward lies far above the rest of its arm: read it;',
    );
    expect(say(arms, { doubt: 'repeats-preference' })).toContain('repeats the preference’s words');
    expect(say(arms, { doubt: 'far-above', scoredByPeople: true })).not.toContain('fooled');
  });

  it('keeps an objection beside a doubt, and has at most three sentences', () => {
    const facts = verdictFacts([refined([1, 0], [3, 0]), drafts('prand', [0, 2])]);
    const { sentences, more } = verdictOf({ ...facts, ...SCORER, doubt: 'far-above' });
    expect(sentences.at(-1)).toContain('may have been fooled');
    expect(more).toContain('PRand 2 is ahead');
    expect(sentences).toHaveLength(3);
  });

  it('tells gains as the difference of the rewards that are shown', () => {
    expect(say([refined([0.215], [1.96])])).toContain('+1.75 on its anchor');
  });

  it('has nothing to say of who won without a reward', () => {
    expect(say([literalArm({ split: [2, 2] })])).toContain('no arm can be said to have won');
  });
});

const reward = fc.integer({ min: -300, max: 300 }).map((cents) => cents / 100);
const rewards = (most: number) => fc.array(reward, { minLength: 1, maxLength: most });
const anyArms = fc
  .tuple(fc.option(fc.tuple(rewards(4), rewards(4))), fc.option(rewards(6)), fc.option(rewards(6)))
  .map(([prs, prand, rand]) => [
    ...(prs === null ? [] : [refined(...prs)]),
    ...(prand === null ? [] : [drafts('prand', prand)]),
    ...(rand === null ? [] : [drafts('rand', rand)]),
  ])
  .filter((arms) => arms.length > 0);

const DOUBTS = [null, 'far-above', 'repeats-preference'] as const;

describe('every verdict', () => {
  it('is one to three sentences that name the highest reward and no arm below it as winner', () => {
    fc.assert(
      fc.property(anyArms, fc.constantFrom(...DOUBTS), (arms, doubt) => {
        const facts = verdictFacts(arms);
        const { sentences } = verdictOf({ ...facts, ...SCORER, doubt });
        const most = Math.max(...facts.outcomes.map((outcome) => outcome.reward));
        expect(sentences.length).toBeGreaterThan(0);
        expect(sentences.length).toBeLessThanOrEqual(3);
        for (const sentence of sentences) expect(sentence).not.toMatch(/[.!?] \p{Lu}/u);
        expect(sentences[0]).toContain(formatReward(most));
        const [before = ''] = (sentences[0] ?? '').split(/ wins| lead level| end level| ends with/);
        for (const { label, reward: its } of facts.outcomes) {
          expect(before.split(/, | and /).includes(label)).toBe(its === most);
        }
      }),
    );
  });

  it('says that a draft won exactly where one did, and counts the refinements above their anchor', () => {
    fc.assert(
      fc.property(rewards(5), rewards(5), (first, second) => {
        const said = say([refined(first, second)]);
        const anchor = Math.max(...first);
        const above = second.filter((each) => each > anchor).length;
        expect(said.includes('a draft won')).toBe(above === 0);
        if (second.length > 1) {
          expect(said).toContain(
            `${above === 0 ? 'none' : String(above)} of ${String(second.length)}`,
          );
        }
      }),
    );
  });
});

describe('stageSentence', () => {
  it('goes from drafts by the anchor to the winner', () => {
    const arm = refined([1, 2], [3, 0]);
    const running = { ...arm, status: 'running' } as const;
    expect(stageSentence([{ ...running, anchors: [null, null] }])).toBe(
      'PRS 2/2: drafts are being written.',
    );
    expect(stageSentence([running])).toBe(
      'PRS 2/2: Draft 2 is the anchor, reward 2.00; the model writes feedback on it.',
    );
    expect(stageSentence([{ ...arm, status: 'finished' }])).toBe(
      'PRS 2/2 is done: Refinement 1 wins, reward 3.00.',
    );
  });
});

describe('stageSentence of an arm that decides as it goes', () => {
  it('tells a draft that is written and then scored, whatever was refined before', () => {
    const arm = { ...literalArm({ kind: 'ab-mcts', split: [3], rewards: { 'draft-1': 1 } }) };
    const during = (progress: ReturnType<typeof finished> | ReturnType<typeof writing>) => {
      const nodes = arm.nodes.map((node) => (node.id === 'draft-2' ? { ...node, progress } : node));
      const anchors = [null, 'draft-1'];
      return stageSentence([{ ...arm, nodes, anchors, status: 'running' }]);
    };
    expect(during(writing('So'))).toBe('AB-MCTS-style 3: a draft is being written.');
    expect(during(finished('So.'))).toBe('AB-MCTS-style 3: a draft is being scored.');
  });
});

describe('rewardDoubt', () => {
  const texts = (leading: string, rewards: readonly number[]) => {
    const arm = drafts('prand', rewards);
    const nodes = arm.nodes.map((node) => ({
      ...node,
      progress: finished(node.id === arm.winnerId ? leading : `Text of ${node.id}.`),
    }));
    return verdictFacts([{ ...arm, nodes }]);
  };
  const NEAR = [0, 1, 2, 3, 4, 5, 6, 7];
  const PREFERENCE = 'Weigh both sides, with the risks of each.';

  it('finds four words of the preference in a row, however they are written', () => {
    const of = (leading: string) => rewardDoubt(texts(leading, NEAR), PREFERENCE);
    expect(of('Both sides – with the RISKS of each. In reality …')).toBe('repeats-preference');
    expect(of('Both sides, with care.')).toBeNull();
    expect(rewardDoubt(texts('Be brief.', NEAR), 'Be brief.')).toBeNull();
  });

  it('finds a reward far above the rest of its arm, where there are enough texts to tell', () => {
    const of = (rewards: readonly number[]) => rewardDoubt(texts('Ride.', rewards), PREFERENCE);
    expect(of([...NEAR, 40])).toBe('far-above');
    expect(of(NEAR)).toBeNull();
    expect(of([0, 1, 2, 40])).toBeNull();
    expect(of([1, 1, 1, 1, 1, 1, 1, 2])).toBeNull();
  });

  it('is the same whatever unit rewards are in, and none where they are all alike', () => {
    const cents = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom(1, 4, 16),
        fc.integer({ min: -9, max: 9 }),
        (all, by, on) => {
          const of = (rewards: readonly number[]) => rewardDoubt(texts('Ride.', rewards), '');
          expect(of(all.map((each) => each * by + on))).toBe(of(all));
          expect(of(all.map(() => on))).toBeNull();
        },
      ),
    );
  });
});
