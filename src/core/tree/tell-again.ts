import { isFinished } from './find-in-tree.ts';
import { withAnchor } from './grow-tree-from-events.ts';
import type { ArmTree, TreeNode } from './sampling-tree.ts';

/** The arms as they stood at one moment. */
export type Frame = readonly ArmTree[];

/**
 * Finished arms told once more, in the method's order: arm after arm, its responses one by one, each written and then scored;
 * before a layer its anchor and its feedback; last its winner. The first frame is the plan, the last one the arms as given.
 */
export function tellAgain(arms: readonly ArmTree[]): readonly Frame[] {
  const planned = arms.map(planArm);
  return [
    planned,
    ...arms.flatMap((arm, place) =>
      momentsOf(arm).map((moment) => [
        ...arms.slice(0, place),
        moment,
        ...planned.slice(place + 1),
      ]),
    ),
  ];
}

/** The moments of one arm, without its plan. */
function momentsOf(arm: ArmTree): readonly ArmTree[] {
  const moments: ArmTree[] = [];
  let latest: ArmTree = { ...planArm(arm), status: 'running' };
  const tell = (change: (told: ArmTree) => ArmTree): void => {
    latest = change(latest);
    moments.push(latest);
  };
  for (const nodes of stretchesOf(arm)) {
    const { layer } = nodes[0];
    if (layer > 0) {
      tell((told) => withAnchor(told, layer, arm.anchors[layer] ?? null, arm.rejected[layer]));
    }
    tellInTurn(nodes.filter(isFeedback), tell);
    tellInTurn(
      nodes.filter((node) => !isFeedback(node)),
      tell,
    );
  }
  return [...moments, arm];
}

type Stretch = readonly [TreeNode, ...TreeNode[]];

/** An arm's nodes in the order sampled, those of one layer together where none of another lies between: drafts of an adaptive arm aren't. */
function stretchesOf({ nodes }: ArmTree): readonly Stretch[] {
  return nodes.reduce<readonly Stretch[]>((stretches, node) => {
    const last = stretches.at(-1);
    return last?.[0].layer === node.layer
      ? [...stretches.slice(0, -1), [...last, node]]
      : [...stretches, [node]];
  }, []);
}

type Tell = (change: (told: ArmTree) => ArmTree) => void;

/** One after another: while one is written, the one before it gets its reward. */
function tellInTurn(nodes: readonly TreeNode[], tell: Tell): void {
  for (const [place, node] of nodes.entries()) {
    const before = nodes[place - 1];
    tell((told) => withNodes(told, [...(before === undefined ? [] : [before]), writing(node)]));
  }
  const last = nodes.at(-1);
  if (last !== undefined) tell((told) => withNodes(told, [last]));
}

function isFeedback({ kind }: TreeNode): boolean {
  return kind === 'feedback';
}

function withNodes(arm: ArmTree, changed: readonly TreeNode[]): ArmTree {
  const nodes = arm.nodes.map((node) => changed.find(({ id }) => id === node.id) ?? node);
  return { ...arm, nodes };
}

function planArm(arm: ArmTree): ArmTree {
  return {
    ...arm,
    status: 'planned',
    nodes: arm.nodes.map((node) => ({
      ...node,
      endedCalls: [],
      progress: { status: 'planned' },
      scoring: { status: 'unscored' },
    })),
    anchors: arm.anchors.map(() => null),
    rejected: arm.rejected.map(() => null),
    winnerId: null,
    startedAt: null,
    finishedAt: null,
  };
}

/** With all its words and no reward yet; what failed has neither. */
function writing(node: TreeNode): TreeNode {
  if (!isFinished(node)) return node;
  const { text, usage, messages, sampling, attempt, startedAt } = node.progress;
  const call = { messages, sampling, attempt, startedAt };
  const said = { thoughts: '', text, tokenCount: usage.completionTokens };
  const progress = { status: 'writing', ...said, ...call } as const;
  return { ...node, progress, scoring: { status: 'unscored' } };
}
