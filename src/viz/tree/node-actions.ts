import type { NodeId } from '../../core/index.ts';
import type { RovingGroup } from '../../ui/index.ts';
import type { WalkDirection } from '../layout/keyboard-walk.ts';

/** What a node can ask of the view. One stable object for all nodes, so that a memoised node is not drawn again for it. */
export interface NodeActions {
  readonly select: (id: NodeId) => void;
  readonly open: (id: NodeId) => void;
  readonly marks: RovingGroup<NodeId>;
}

/** Arrow keys and the two ends of a layer. */
export const WALK_KEYS: Readonly<Partial<Record<string, WalkDirection>>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};
