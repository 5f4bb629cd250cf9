import type { ArmTree, ResponseRemark, TreeNode } from '../../../core/index.ts';

const REMARKS: Readonly<Record<ResponseRemark, string>> = {
  empty: 'empty',
  'cut-off': 'cut off at max tokens',
  'identical-to-anchor': 'same as its anchor',
};

/** What is notable about a node, each in a few words. */
export function remarksOf(node: TreeNode, arm: ArmTree): readonly string[] {
  const { progress } = node;
  return [
    ...(arm.winnerId === node.id ? ['winner'] : []),
    ...(arm.anchors.includes(node.id) ? ['anchor'] : []),
    ...(node.inBudget || node.kind === 'feedback' ? [] : ['outside the budget']),
    ...(progress.status === 'finished' ? progress.remarks.map((remark) => REMARKS[remark]) : []),
    ...(progress.status === 'failed' ? ['failed'] : []),
    ...(progress.status === 'stopped' ? ['stopped'] : []),
  ];
}
