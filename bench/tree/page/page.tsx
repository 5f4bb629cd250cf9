import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '../../../src/ui/theme.css';
import '../../../src/ui/base.css';
import { FlowTree } from './flow-tree.tsx';
import { largeArm, type Shape, withOneMoreToken } from './large-arm.ts';
import { OurTree } from './our-tree.tsx';

/** What the bench asks of the page. */
export interface TreePage {
  /** Makes the tree's data, which isn't measured. */
  readonly prepare: (drawnBy: 'page' | 'xyflow', shape: Shape, nodes: number) => void;
  readonly draw: () => void;
  readonly writeToken: () => void;
}

declare global {
  var treePage: TreePage;
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');

let arm = largeArm('wide', 2);
let Tree = OurTree;
const listeners = new Set<() => void>();

function Current() {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => arm,
  );
  return <Tree arm={current} />;
}

globalThis.treePage = {
  prepare(drawnBy, shape, nodes) {
    arm = largeArm(shape, nodes);
    Tree = drawnBy === 'page' ? OurTree : FlowTree;
  },
  draw() {
    flushSync(() => {
      createRoot(root).render(<Current />);
    });
  },
  writeToken() {
    arm = withOneMoreToken(arm);
    flushSync(() => {
      for (const listener of listeners) listener();
    });
  },
};
