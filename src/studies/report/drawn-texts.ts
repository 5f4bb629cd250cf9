import {
  armLabel,
  type ArmTree,
  findArm,
  findNode,
  type FinishedNode,
  isFinished,
  type ResponseAddress,
  type SamplingTree,
} from '../../core/index.ts';

/** A text of a run, with the arm and the node that it was drawn for. */
export interface DrawnText {
  readonly of: ResponseAddress;
  readonly arm: ArmTree;
  readonly node: FinishedNode;
  /** Labels of the arms that have it: several where they asked the same. */
  readonly arms: readonly string[];
  /** Of these, those whose winner it is. */
  readonly winnerOf: readonly string[];
}

/** The finished texts of a run, each once. In the order of the run's arms. */
export function drawnTexts(tree: SamplingTree): readonly DrawnText[] {
  const texts = new Map<string, DrawnText & { arms: string[]; winnerOf: string[] }>();
  for (const arm of tree.arms) {
    const label = armLabel(arm.arm);
    for (const node of arm.nodes.filter(isFinished)) {
      const drawn = drawnAs(tree, arm, node);
      const key = JSON.stringify([drawn.of.armId, drawn.of.nodeId]);
      const text = texts.get(key) ?? { ...drawn, arms: [], winnerOf: [] };
      texts.set(key, text);
      text.arms.push(label);
      if (arm.winnerId === node.id) text.winnerOf.push(label);
    }
  }
  return [...texts.values()];
}

/** Of a node of an arm: the one that its text was drawn for. An arm may have taken it from one that had taken it itself. */
export function drawnAs(
  tree: SamplingTree,
  arm: ArmTree,
  node: FinishedNode,
): Pick<DrawnText, 'of' | 'arm' | 'node'> {
  const { drawnFor } = node.progress;
  const from = drawnFor === undefined ? null : findArm(tree, drawnFor.armId);
  const drawn = from === null ? null : findNode(from, drawnFor?.nodeId ?? null);
  return from === null || drawn === null || !isFinished(drawn)
    ? { of: { armId: arm.arm.id, nodeId: node.id }, arm, node }
    : drawnAs(tree, from, drawn);
}
