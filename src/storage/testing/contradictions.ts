import {
  ARM_TRAITS,
  type ArmTree,
  type RunState,
  type SamplingTree,
  type TreeNode,
} from '../../core/index.ts';

/** Where a tree contradicts itself: written without the checks of a log, to hold them to it. */
export function contradictionsIn({ state, arms, run, scorings, votes }: SamplingTree): string[] {
  const found = arms.flatMap((arm) => [
    ...contradictionsOfState(arm, state),
    ...contradictionsOfCopies(arm, arms),
    ...contradictionsOfArm(arm),
    ...arm.nodes.flatMap((node) =>
      contradictionsOfNode(node, arm).map((one) => `${node.id}: ${one}`),
    ),
  ]);
  if (state.status === 'finished' && arms.some(({ status }) => status !== 'finished')) {
    found.push('the run is finished, an arm is not');
  }
  const told = [
    ...scorings.flatMap(({ outcomes }) => outcomes.map(({ response }) => response)),
    ...votes.flatMap(({ first, second }) => [first, second]),
  ];
  for (const { armId, nodeId } of told) {
    const node = arms.find(({ arm }) => arm.id === armId)?.nodes.find(({ id }) => id === nodeId);
    if (node?.progress.status !== 'finished') found.push(`${nodeId} is judged and not finished`);
  }
  if (arms.length !== run.plan.arms.length) found.push('an arm is missing');
  return found;
}

/** How an arm stands, and how the run does. */
function contradictionsOfState({ arm, status, nodes }: ArmTree, state: RunState): string[] {
  const found: string[] = [];
  const isBegun = nodes.some(({ progress }) => progress.status !== 'planned');
  if (state.status === 'planned' && (isBegun || status !== 'planned')) {
    found.push(`${arm.id} is begun, the run is not`);
  }
  if (status === 'planned' && isBegun) found.push(`a node is begun, ${arm.id} is not`);
  const isWriting = nodes.some(({ progress }) => progress.status === 'writing');
  if (isWriting && state.status !== 'running') {
    found.push(`${arm.id} is being written, the run is ${state.status}`);
  }
  return found;
}

/** What was drawn for another arm is what that arm has. */
function contradictionsOfCopies({ nodes }: ArmTree, arms: readonly ArmTree[]): string[] {
  return nodes.flatMap(({ id, progress }) => {
    if (progress.status !== 'finished' || progress.drawnFor === undefined) return [];
    const { armId, nodeId } = progress.drawnFor;
    const drawn = arms
      .find(({ arm }) => arm.id === armId)
      ?.nodes.find((node) => node.id === nodeId);
    return drawn?.progress.status === 'finished' && drawn.progress.text === progress.text
      ? []
      : [`${id} is not what it was drawn as`];
  });
}

function contradictionsOfArm({
  arm,
  status,
  nodes,
  winnerId,
  anchors,
  ...times
}: ArmTree): string[] {
  const found: string[] = [];
  const { startedAt, finishedAt } = times;
  const done = nodes.every(({ progress }) => ['finished', 'failed'].includes(progress.status));
  if (status === 'finished' && !done) found.push(`${arm.id} is finished, its nodes are not`);
  if (status !== 'planned' && startedAt === null) found.push('begun at no time');
  if (status === 'finished' && (finishedAt ?? 0) < (startedAt ?? 0))
    found.push('ends before it begins');
  const rewards = nodes.filter(({ inBudget }) => inBudget).flatMap(rewardsOf);
  const winner = nodes.find(({ id }) => id === winnerId);
  if (winnerId !== null) {
    const [reward] = winner === undefined ? [] : rewardsOf(winner);
    if (reward === undefined) found.push('the winner has no reward');
    else if (status === 'finished' && reward < Math.max(...rewards)) found.push('the winner loses');
  }
  if (status === 'finished' && winnerId === null && rewards.length > 0) found.push('no winner');
  for (const [layer, anchorId] of anchors.entries()) {
    const anchor = nodes.find(({ id }) => id === anchorId);
    const sampled = nodes.some(
      (node) => node.layer === layer && node.progress.status === 'finished',
    );
    if (layer > 0 && sampled && anchor?.progress.status !== 'finished') {
      found.push('refines what is not finished');
    }
    if (anchor === undefined) continue;
    if (anchor.layer >= layer) found.push('refines a later layer');
    const earlier = nodes.filter((node) => node.layer < layer && node.kind !== 'feedback');
    const [reward = Number.NEGATIVE_INFINITY] = rewardsOf(anchor);
    const isOutOfBudget = !earlier.some(({ inBudget }) => inBudget);
    const rivals = earlier.filter(({ inBudget }) => inBudget || isOutOfBudget).flatMap(rewardsOf);
    const isFree = ARM_TRAITS[arm.kind].split === 'adaptive';
    if (!isFree && status !== 'finished' && reward < Math.max(...rivals)) {
      found.push('refines a worse one');
    }
  }
  return found;
}

function rewardsOf({ scoring }: TreeNode): readonly number[] {
  return scoring.status === 'scored' ? [scoring.reward.value] : [];
}

function contradictionsOfNode(
  { progress, scoring, endedCalls, ...node }: TreeNode,
  arm: ArmTree,
): string[] {
  const found: string[] = [];
  if (endedCalls.some(({ startedAt, endedAt }) => endedAt < startedAt))
    found.push('a call ends first');
  if (scoring.status !== 'unscored' && progress.status !== 'finished')
    found.push('scored, not finished');
  if (progress.status !== 'finished') return found;
  const { text, tokens, remarks, finishReason, startedAt, finishedAt } = progress;
  if (finishedAt < startedAt) found.push('finished before it was started');
  const letters = (words: string): string => words.replaceAll(/\s/g, '');
  if (tokens.length > 0 && letters(tokens.map((token) => token.text).join('')) !== letters(text)) {
    found.push('its text is not what its tokens spell');
  }
  if (remarks.includes('empty') !== (text.trim() === '')) found.push('empty or not');
  if (remarks.includes('cut-off') !== (finishReason === 'length')) found.push('cut off or not');
  if (scoring.status === 'scored' && remarks.includes('empty')) found.push('scored, empty');
  if (scoring.status === 'scored') {
    const { value, breakdown } = scoring.reward;
    const sum = breakdown.reduce((total, part) => total + part.value, 0);
    if (Math.abs(sum - value) > 1e-6 * Math.max(1, Math.abs(value)))
      found.push('its parts don’t sum to its reward');
  }
  const anchor = arm.nodes.find(({ id }) => id === arm.anchors[node.layer]);
  const anchorText = anchor?.progress.status === 'finished' ? anchor.progress.text.trim() : null;
  const isSame = node.kind === 'refinement' && anchorText === text.trim();
  if (remarks.includes('identical-to-anchor') !== isSame)
    found.push('the same as its anchor or not');
  const feedback = arm.nodes.find(({ id }) => id === node.feedbackId);
  if (feedback !== undefined && !['finished', 'failed'].includes(feedback.progress.status)) {
    found.push('written before its feedback');
  }
  return found;
}
