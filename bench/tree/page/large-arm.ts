import { type ArmTree, nodesOf, type TreeNode } from '../../../src/core/index.ts';
import { finished, literalArm, writing } from '../../../src/viz/testing/literal-arms.ts';

/** `wide`: drafts and one layer of refinements, as many of each. `deep`: drafts and 49 layers. */
export type Shape = 'wide' | 'deep';

const DEEP_LAYERS = 50;
const WORDS =
  'Walking every day keeps the heart strong, lifts the mood, and costs nothing but a pair of shoes and half an hour.'.split(
    ' ',
  );

/**
 * An arm of PRS in which all is written but its last refinement, which is being written.
 *
 * @param nodes how many responses; feedbacks come on top, one for each further layer.
 */
export function largeArm(shape: Shape, nodes: number): ArmTree {
  const layers = shape === 'wide' ? 2 : DEEP_LAYERS;
  const split = Array.from({ length: layers }, () => Math.floor(nodes / layers));
  const planted = literalArm({ split });
  const last = planted.nodes.at(-1);
  const rewards = Object.fromEntries(
    planted.nodes
      .filter((node) => node.kind !== 'feedback' && node !== last)
      .map((node, place) => [node.id, rewardAt(node, place)]),
  );
  const progress = Object.fromEntries(
    planted.nodes.map((node, place) => [
      node.id,
      node === last ? writing('Walking') : finished(wordsAt(place)),
    ]),
  );
  const anchors = split.slice(1).map((_, above) => bestOfLayer(planted, above, rewards));
  return literalArm({ split, rewards, progress, anchors });
}

/** The same with one more token in the response that is being written. */
export function withOneMoreToken(arm: ArmTree): ArmTree {
  const last = arm.nodes.at(-1);
  if (last?.progress.status !== 'writing') throw new Error('The last node is being written.');
  const { progress } = last;
  const tokenCount = progress.tokenCount + 1;
  const text = `${progress.text} ${WORDS[tokenCount % WORDS.length] ?? ''}`;
  const written: TreeNode = { ...last, progress: { ...progress, text, tokenCount } };
  return { ...arm, nodes: [...arm.nodes.slice(0, -1), written] };
}

/** Spread over 0 to 4, the same each time, and higher by layers. */
function rewardAt({ layer }: TreeNode, place: number): number {
  return ((place * 7919) % 997) / 250 + layer / 100;
}

function wordsAt(place: number): string {
  const from = place % WORDS.length;
  return [...WORDS.slice(from), ...WORDS.slice(0, from)].join(' ');
}

function bestOfLayer(
  arm: ArmTree,
  layer: number,
  rewards: Readonly<Record<string, number>>,
): string {
  const kind = layer === 0 ? 'draft' : 'refinement';
  const [first, ...others] = nodesOf(arm, kind, layer).map(({ id }) => id);
  if (first === undefined) throw new Error('Every layer has responses.');
  return others.reduce(
    (best, id) => ((rewards[id] ?? -Infinity) > (rewards[best] ?? -Infinity) ? id : best),
    first,
  );
}
