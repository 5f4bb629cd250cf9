import { describe, expect, it } from 'vitest';
import { PolicyError } from '../policy.ts';
import { LARGEST_REWARD } from '../reward.ts';
import {
  fakePolicy,
  fakeRewardModel,
  plantOne,
  runToEnd,
  type Answer,
} from '../testing/fake-run.ts';
import { rewardOf } from '../tree/find-in-tree.ts';
import type { ArmTree, NodeId, SamplingTree, TreeNode } from '../tree/sampling-tree.ts';

const byLength = fakeRewardModel(({ response }) => response.trim().length);

/** Answers a call by its number, from 1; further calls repeat the last. */
function inOrder(...answers: (string | Error)[]): Answer {
  return (_, call) => answers[Math.min(call, answers.length) - 1] ?? '';
}

function onlyArm(tree: SamplingTree): ArmTree {
  const [arm] = tree.arms;
  if (arm === undefined) throw new Error('The tree has no arm.');
  return arm;
}

function nodeOf(tree: SamplingTree, id: NodeId): TreeNode {
  const node = onlyArm(tree).nodes.find((each) => each.id === id);
  if (node === undefined) throw new Error(`There is no ${id}.`);
  return node;
}

describe('PRS', () => {
  it('drafts, scores, writes feedback on the best, refines it and keeps the best of all', async () => {
    const policy = fakePolicy(inOrder('a', 'ccc', 'more c', 'cccc', 'bb'));
    const { tree } = await runToEnd(plantOne('prs', [2, 2]), policy, byLength);
    const arm = onlyArm(tree);
    expect(arm.anchors[1]).toBe('draft-2');
    expect(arm.winnerId).toBe('refinement-1-1');
    expect(arm.nodes.map((node) => [node.id, rewardOf(node)])).toEqual([
      ['draft-1', 1],
      ['draft-2', 3],
      ['feedback-1', null],
      ['refinement-1-1', 4],
      ['refinement-1-2', 2],
    ]);
    expect(tree.state).toEqual({ status: 'finished' });
  });

  it('sends x and z, then the anchor, then the feedback, each call beginning with the one before', async () => {
    const policy = fakePolicy(inOrder('draft', 'feedback', 'refinement'));
    await runToEnd(plantOne('prs', [1, 1]), policy, byLength);
    const [draft, feedback, refinement] = policy.asked.map(({ messages }) => messages);
    expect(draft?.[0]?.content).toBe('Why is the sky blue?\n\nBe brief.');
    expect(feedback?.slice(0, 2)).toEqual([draft?.[0], { role: 'assistant', content: 'draft ' }]);
    expect(refinement?.slice(0, 4)).toEqual([
      ...(feedback ?? []),
      { role: 'assistant', content: 'feedback ' },
    ]);
  });

  it('refines the best of the whole pool in deeper layers, also when that is a draft', async () => {
    const policy = fakePolicy(inOrder('dddd', 'f1', 'rr', 'f2', 'rrr'));
    const { tree } = await runToEnd(plantOne('prs', [1, 1, 1]), policy, byLength);
    expect(onlyArm(tree).anchors).toEqual([null, 'draft-1', 'draft-1']);
    expect(onlyArm(tree).winnerId).toBe('draft-1');
  });

  it('(0, N) refines one greedy draft that is charged but stands outside the budget', async () => {
    const policy = fakePolicy(inOrder('a long anchor', 'f', 'x', 'yy'));
    const { tree } = await runToEnd(plantOne('prs-0-n', [0, 2]), policy, byLength);
    expect(policy.asked[0]?.sampling.temperature).toBe(0);
    expect(policy.asked).toHaveLength(4);
    expect(onlyArm(tree).anchors[1]).toBe('anchor-draft');
    expect(onlyArm(tree).winnerId).toBe('refinement-1-2');
  });

  it('without feedback refines from the anchor alone', async () => {
    const policy = fakePolicy(inOrder('draft', 'refinement'));
    await runToEnd(plantOne('prs-without-feedback', [1, 1]), policy, byLength);
    expect(policy.asked[1]?.messages.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'user',
    ]);
  });
});

describe('PRS, feedback each', () => {
  it('writes a feedback for each refinement, from one prompt with different seeds', async () => {
    const policy = fakePolicy(inOrder('bb', 'say more', 'say less', 'cccc', 'a'));
    const { tree } = await runToEnd(plantOne('prs-feedback-each', [1, 2]), policy, byLength);
    const [, first, second, refinement, other] = policy.asked;
    expect(first?.messages).toEqual(second?.messages);
    expect(first?.seed).not.toBe(second?.seed);
    expect(refinement?.messages.slice(0, 4)).toEqual([
      ...(first?.messages ?? []),
      { role: 'assistant', content: 'say more ' },
    ]);
    expect(other?.messages[3]).toEqual({ role: 'assistant', content: 'say less ' });
    expect(onlyArm(tree).anchors[1]).toBe('draft-1');
    expect(onlyArm(tree).winnerId).toBe('refinement-1-1');
  });

  it('leaves to the anchor alone the one refinement whose feedback failed', async () => {
    const failure = new PolicyError('engine-failed', 'Provoked.');
    const policy = fakePolicy(inOrder('bb', 'say more', failure, 'cccc', 'a'));
    await runToEnd(plantOne('prs-feedback-each', [1, 2]), policy, byLength);
    expect(policy.asked.map(({ messages }) => messages.length)).toEqual([1, 3, 3, 5, 3]);
  });
});

describe('TPO-style', () => {
  it('holds the best so far against the worst so far, layer after layer, and refines by the critique alone', async () => {
    const policy = fakePolicy(inOrder('a', 'ccc', 'bb', 'keep c', 'cccc', 'keep cc', 'ccccc'));
    const { tree } = await runToEnd(plantOne('tpo', [3, 1, 1]), policy, byLength);
    const arm = onlyArm(tree);
    expect(arm.anchors).toEqual([null, 'draft-2', 'refinement-1-1']);
    expect(arm.rejected).toEqual([null, 'draft-1', 'draft-1']);
    const feedback = policy.asked[3]?.messages ?? [];
    expect(feedback.slice(0, 2).map(({ content }) => content)).toEqual([
      'Why is the sky blue?\n\nBe brief.',
      'ccc ',
    ]);
    expect(feedback[2]?.content).toMatch(/^Here is another answer, which is worse:\n\na \n\n/);
    expect(policy.asked[4]?.messages.map(({ content }) => content)).not.toContain(
      feedback[2]?.content,
    );
    expect(policy.asked[4]?.messages[3]?.content).toBe('keep c ');
    expect(policy.asked[5]?.messages[2]?.content).toContain('worse:\n\na \n\n');
  });

  it.each([
    ['one response', [1, 1], ['aa', 'f', 'b']],
    ['responses that are all as good', [2, 1], ['aa', 'bb', 'f', 'b']],
    ['an anchor draft outside the budget', [0, 1], ['aa', 'f', 'b']],
  ] as const)(
    'reads the anchor alone where there is only %s, as PRS does',
    async (_, split, said) => {
      const [policy, other] = [fakePolicy(inOrder(...said)), fakePolicy(inOrder(...said))];
      const { tree, events } = await runToEnd(plantOne('tpo', split), policy, byLength);
      await runToEnd(plantOne('prs', split), other, byLength);
      expect(onlyArm(tree).rejected).toEqual([null, null]);
      expect(events.some((event) => 'rejectedId' in event)).toBe(false);
      expect(policy.asked).toEqual(other.asked);
    },
  );
});

describe('Rand and PRand', () => {
  it.each([
    ['rand', 'Why is the sky blue?'],
    ['prand', 'Why is the sky blue?\n\nBe brief.'],
  ] as const)('%s drafts from %j', async (kind, prompt) => {
    const policy = fakePolicy(() => 'answer');
    await runToEnd(plantOne(kind, [3]), policy, byLength);
    expect(policy.asked.map(({ messages }) => messages)).toEqual(
      Array.from({ length: 3 }, () => [{ role: 'user', content: prompt }]),
    );
  });
});

describe('a node with an odd outcome', () => {
  it('gives a tie to the earlier node', async () => {
    const { tree } = await runToEnd(
      plantOne('prs', [2, 1]),
      fakePolicy(() => 'same'),
      byLength,
    );
    expect(onlyArm(tree).anchors[1]).toBe('draft-1');
    expect(onlyArm(tree).winnerId).toBe('draft-1');
  });

  it('marks a refinement that repeats its anchor', async () => {
    const { tree } = await runToEnd(
      plantOne('prs', [1, 1]),
      fakePolicy(() => 'same'),
      byLength,
    );
    expect(nodeOf(tree, 'refinement-1-1').progress).toMatchObject({
      remarks: ['identical-to-anchor'],
    });
  });

  it('leaves an empty response unscored, counts it, and never lets it win', async () => {
    const always = fakeRewardModel(() => 5);
    const { tree } = await runToEnd(plantOne('prand', [2]), fakePolicy(inOrder('', 'b')), always);
    expect(nodeOf(tree, 'draft-1')).toMatchObject({
      progress: { status: 'finished', remarks: ['empty'] },
      scoring: { status: 'unscored' },
    });
    expect(onlyArm(tree).winnerId).toBe('draft-2');
  });

  it('marks a response that was cut off and scores it as it stands', async () => {
    const planted = plantOne('prand', [1], {
      sampling: { temperature: 1, topP: 1, topK: 0, presencePenalty: 0, maxTokens: 2 },
    });
    const { tree } = await runToEnd(
      planted,
      fakePolicy(() => 'one two three'),
      byLength,
    );
    expect(nodeOf(tree, 'draft-1')).toMatchObject({
      progress: { text: 'one two ', remarks: ['cut-off'] },
      scoring: { status: 'scored' },
    });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1e308, LARGEST_REWARD + 1])(
    'leaves a reward of %s out',
    async (odd) => {
      const odding = fakeRewardModel(({ response }) => (response.trim() === 'bad' ? odd : 1));
      const { tree } = await runToEnd(
        plantOne('prand', [2]),
        fakePolicy(inOrder('bad', 'ok')),
        odding,
      );
      expect(nodeOf(tree, 'draft-1').scoring).toMatchObject({
        status: 'failed',
        message: `The scorer returned ${String(odd)}: it and its parts should be numbers within ±1,000,000,000.`,
      });
      expect(onlyArm(tree).winnerId).toBe('draft-2');
    },
  );

  it('notes when a response was being scored, a failure too', async () => {
    const failing = fakeRewardModel(({ response }) => (response.trim() === 'bad' ? Number.NaN : 1));
    const answers = fakePolicy(inOrder('bad', 'ok'));
    const { tree } = await runToEnd(plantOne('prand', [2]), answers, failing);
    for (const { progress, scoring } of onlyArm(tree).nodes) {
      const took = scoring.status === 'unscored' ? undefined : scoring.took;
      const finishedAt = progress.status === 'finished' ? progress.finishedAt : Number.NaN;
      expect(took).toEqual({ startedAt: finishedAt + 1000, endedAt: finishedAt + 2000 });
    }
  });

  it('leaves a reward out that its breakdown does not sum to', async () => {
    const off: typeof byLength = {
      ...byLength,
      score: async (...request) => ({ ...(await byLength.score(...request)), value: 99 }),
    };
    const planted = plantOne('prand', [1]);
    const { tree } = await runToEnd(
      planted,
      fakePolicy(() => 'one'),
      off,
    );
    expect(nodeOf(tree, 'draft-1').scoring).toMatchObject({ status: 'failed' });
  });
});

describe('a node that fails', () => {
  const overflow = new PolicyError('context-overflow', 'Too long.');

  it('says why, and the run goes on with what it has', async () => {
    const policy = fakePolicy(inOrder(overflow, 'bb', 'f', 'ccc'));
    const { tree } = await runToEnd(plantOne('prs', [2, 1]), policy, byLength);
    expect(nodeOf(tree, 'draft-1').progress).toMatchObject({
      status: 'failed',
      failure: { kind: 'context-overflow', message: 'Too long.' },
    });
    expect(onlyArm(tree).anchors[1]).toBe('draft-2');
    expect(onlyArm(tree).winnerId).toBe('refinement-1-1');
  });

  it('as feedback leaves the refinements to the anchor alone', async () => {
    const policy = fakePolicy(inOrder('a', overflow, 'bb'));
    await runToEnd(plantOne('prs', [1, 1]), policy, byLength);
    expect(policy.asked[2]?.messages).toHaveLength(3);
  });

  it('accounts for every response where there is no anchor', async () => {
    const { tree } = await runToEnd(
      plantOne('prs', [1, 2]),
      fakePolicy(() => overflow),
      byLength,
    );
    expect(onlyArm(tree).nodes.map((node) => node.progress.status)).toEqual(
      Array.from({ length: 4 }, () => 'failed'),
    );
    expect(nodeOf(tree, 'refinement-1-2').progress).toMatchObject({
      failure: { kind: 'no-anchor' },
    });
    expect(onlyArm(tree).winnerId).toBeNull();
  });

  it('for a lost engine is tried once more with the same seed', async () => {
    const lost = new PolicyError('engine-lost', 'The device was lost.');
    const policy = fakePolicy(inOrder(lost, 'fine'));
    const { tree } = await runToEnd(plantOne('prand', [1]), policy, byLength);
    expect(nodeOf(tree, 'draft-1').progress).toMatchObject({ status: 'finished', attempt: 2 });
    expect(policy.asked[0]?.seed).toBe(policy.asked[1]?.seed);
  });
});

describe('a stopped run', () => {
  it('keeps what is finished and goes on from there', async () => {
    const answers = inOrder('a', 'bb', 'f', 'ccc', 'd');
    const whole = await runToEnd(plantOne('prs', [2, 2]), fakePolicy(answers), byLength);
    const stopped = await runToEnd(plantOne('prs', [2, 2]), fakePolicy(answers), byLength, 8);
    expect(stopped.tree.state).toEqual({ status: 'stopped' });
    const finished = onlyArm(stopped.tree).nodes.filter(
      (node) => node.progress.status === 'finished',
    );
    const rest = fakePolicy((_, call) => answers(_, call + finished.length));
    const resumed = await runToEnd(stopped.tree, rest, byLength);
    expect(rest.asked).toHaveLength(5 - finished.length);
    expect(onlyArm(resumed.tree).winnerId).toBe(onlyArm(whole.tree).winnerId);
  });
});
