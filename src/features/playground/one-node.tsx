import { Suspense } from 'react';
import { failedWith, nodeName, type ResponseAddress } from '../../core/index.ts';
import { canResume, isBusy, type RunView } from '../../runs/index.ts';
import { Disclosure, Region, WhenIdle } from '../../ui/index.ts';
import { Glossary } from './node/lazy-glossary.ts';
import { NodeInspector } from './node/lazy-node-inspector.ts';
import type { ShownNode } from './selected-node.ts';
import type { BoundRunActions } from './use-run-actions.ts';
import { isTold, type RunOnScreen } from './use-run-on-screen.ts';

export interface OneNodeProps extends Pick<RunOnScreen, 'shown' | 'view' | 'scoring' | 'playback'> {
  readonly onTryAgain: BoundRunActions['tryAgain'];
}

/** The node that is chosen or being written; where there is none, what the page calls things. */
export function OneNode({ shown, view, scoring, playback, onTryAgain }: OneNodeProps) {
  const run = view.tree?.run ?? null;
  if (shown !== null && run !== null) {
    const again = failedHere(view, shown);
    return (
      <Suspense fallback={<Region name="Node">Fetching what shows a node …</Region>}>
        <NodeInspector
          {...shown}
          run={run}
          goesOn={canResume(view)}
          isTold={isTold({ playback })}
          scorer={scoring?.rewardModel ?? null}
          onTryAgain={
            again === null
              ? null
              : () => {
                  onTryAgain(again);
                }
          }
        />
      </Suspense>
    );
  }
  return (
    <Region name="Node">
      <p>{plannedSentence(shown)}</p>
      {GLOSSARY}
    </Region>
  );
}

/** One element for all drawings: a step of the split leaves it as it is. */
const GLOSSARY = (
  <Disclosure title="What the page calls things" isOpen>
    <WhenIdle>
      <Glossary />
    </WhenIdle>
  </Disclosure>
);

/** The node, with what failed for want of it, where it failed and can be tried again now; null where not. */
function failedHere(view: RunView, { arm, node }: ShownNode): readonly ResponseAddress[] | null {
  if (view.tree === null || isBusy(view) || view.state === 'elsewhere') return null;
  const again = failedWith(view.tree, { armId: arm.arm.id, nodeId: node.id });
  return again.some(({ nodeId }) => nodeId === node.id) ? again : null;
}

/** What to say of a node before there is a run. */
function plannedSentence(shown: ShownNode | null): string {
  if (shown === null)
    return 'PRS: the model writes drafts, a scorer finds the best, the model criticises and refines it; the best of all wins. Choose any in the tree to read it.';
  const { arm, node } = shown;
  return `${nodeName(node, arm)} is not written yet. Run samples it with seed ${String(node.seed)}.`;
}
