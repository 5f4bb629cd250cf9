import { armLabel, type ArmTree, type NodeId, textOf } from '../../core/index.ts';
import { nodeLabel, type NodeStanding, standingsOf } from '../layout/node-labels.ts';
import { type OutlineItem, outlineOf } from '../layout/tree-as-list.ts';
import { firstWords } from '../layout/wrap-words.ts';
import styles from './tree-outline.module.css';

export interface TreeOutlineProps {
  readonly arm: ArmTree;
  readonly selectedId: NodeId | null;
  readonly onSelect: (id: NodeId) => void;
}

/** The sampling tree as a nested list: what the drawing says, in words. */
export function TreeOutline({ arm, selectedId, onSelect }: TreeOutlineProps) {
  const shared = { arm, selectedId, onSelect, standings: standingsOf(arm) };
  return (
    <div className={styles.outline}>
      <OutlineList {...shared} items={outlineOf(arm)} label={`Outline of ${armLabel(arm.arm)}`} />
    </div>
  );
}

interface OutlineListProps extends TreeOutlineProps {
  readonly items: readonly OutlineItem[];
  readonly standings: ReadonlyMap<NodeId, NodeStanding>;
  readonly label?: string;
}

function OutlineList({ items, label, ...shared }: OutlineListProps) {
  const { arm, selectedId, onSelect, standings } = shared;
  return (
    <ul aria-label={label}>
      {items.map(({ node, children }) => {
        const standing = standings.get(node.id) ?? NO_STANDING;
        const [words = ''] = firstWords(textOf(node), { columns: 70, lines: 1 });
        return (
          <li key={node.id}>
            <button
              type="button"
              aria-current={node.id === selectedId ? 'true' : undefined}
              onClick={() => {
                onSelect(node.id);
              }}
            >
              <span className={styles.name}>{nodeLabel(arm, node, standing)}</span>
              {words === '' ? null : (
                <span className={styles.words} dir="auto">
                  {words}
                </span>
              )}
            </button>
            {children.length === 0 ? null : <OutlineList {...shared} items={children} />}
          </li>
        );
      })}
    </ul>
  );
}

const NO_STANDING: NodeStanding = {
  isAnchor: false,
  isRejected: false,
  isOtherAnchor: false,
  isWinner: false,
  gain: null,
};
