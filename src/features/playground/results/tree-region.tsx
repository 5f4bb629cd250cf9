import { memo, type RefObject, Suspense, useEffect, useMemo, useRef } from 'react';
import { armLabel, type ArmTree, type NodeId, type RunPlan } from '../../../core/index.ts';
import type { UsualRewards } from '../../../rewards/index.ts';
import {
  ChoiceButtons,
  Folded,
  Note,
  Region,
  useShortcut,
  useStableCallback,
  whenIdle,
} from '../../../ui/index.ts';
import { rewardDomain, RewardPicture, RewardTable, PictureLegend } from '../../../viz/index.ts';
import type { Travel } from '../../../viz/travel-between-pictures.ts';
import type { SelectedNode } from '../selected-node.ts';
import { SHORTCUTS } from '../shortcut-table.ts';
import { fetchOrderLayout, OrderLayout } from './lazy-order-layout.ts';
import { fetchTreeOutline, TreeOutline } from './lazy-tree-outline.ts';
import styles from './results.module.css';

export interface TreeRegionProps {
  readonly arms: readonly ArmTree[];
  /** Whose rewards the axis has room for, so that it stays as it is whichever arms of a run are shown. */
  readonly drawn: readonly ArmTree[];
  readonly plan: RunPlan;
  /** What their scorer usually gives; null where it doesn't say. */
  readonly usual: UsualRewards | null;
  readonly selected: SelectedNode | null;
  readonly onSelect: (selected: SelectedNode) => void;
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
}

export type Layout = 'reward' | 'order';

/** The arms as a picture, in one of two layouts: every response at its reward, or each arm's tree in the order sampled. */
export function TreeRegion(props: TreeRegionProps) {
  const { arms, drawn, plan, usual, selected, onSelect, layout } = props;
  const domain = useMemo(() => rewardDomain(drawn, usual), [drawn, usual]);
  const ref = useRef<HTMLDivElement | null>(null);
  const { change, arrival } = useTravel(ref, props.onLayout);
  const keys = useLayoutKey(ref, () => {
    change(OTHER[layout]);
  });
  useFetchedLater(arms.some(({ status }) => status === 'running'));
  return (
    <Region name="Sampling tree" isNameUnseen>
      <div ref={ref} className={styles.tree} data-layout={layout}>
        <div className={styles.tools}>
          {layout === 'reward' && <PictureLegend {...{ arms, domain }} />}
          <ChoiceButtons
            label="Layout"
            value={layout}
            choices={LAYOUTS}
            keys={keys}
            onChange={change}
          />
        </div>
        {layout === 'reward' ? (
          <>
            <RewardPicture {...{ arms, domain, selected, onSelect }} />
            <InWords {...{ arms, selected, onSelect }} />
            {arrival}
          </>
        ) : (
          <Suspense fallback={<Note role="status">Fetching the trees …</Note>}>
            <OrderLayout {...{ arms, plan, domain, selected, onSelect }} />
            {arrival}
          </Suspense>
        )}
      </div>
    </Region>
  );
}

const OTHER: Readonly<Record<Layout, Layout>> = { reward: 'order', order: 'reward' };

/** Changes the layout so that dots are seen to move from one picture to the other. */
function useTravel(ref: RefObject<HTMLElement | null>, onLayout: TreeRegionProps['onLayout']) {
  const travel = useRef<Travel | null>(null);
  useEffect(() => {
    // A first picture needs none of it, and where it can't be had, nothing moves.
    whenIdle(() => {
      import('../../../viz/travel-between-pictures.ts').then(
        ({ createTravel }) => (travel.current ??= createTravel()),
        () => undefined,
      );
    });
  }, []);
  const arrive = useStableCallback(() => {
    if (ref.current !== null) travel.current?.arrive(ref.current);
  });
  return {
    change: (layout: Layout): void => {
      if (ref.current !== null) travel.current?.leave(ref.current);
      onLayout(layout);
    },
    /** Stands beside a picture: where it is drawn for the first time, the dots have arrived. */
    arrival: <Arrival onArrive={arrive} />,
  };
}

function Arrival({ onArrive }: { readonly onArrive: () => void }) {
  useEffect(() => {
    // By then the picture has found its size, and nothing of it has been painted.
    const frame = requestAnimationFrame(onArrive);
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [onArrive]);
  return null;
}

/** Fetched when a run begins, so that a network that is gone by its end takes neither layout nor list along. */
function useFetchedLater(hasBegun: boolean): void {
  useEffect(() => {
    if (!hasBegun) return;
    void fetchOrderLayout();
    void fetchTreeOutline();
  }, [hasBegun]);
}

const LAYOUTS = [
  { value: 'reward', name: 'Reward', title: 'Every response at its reward (L)' },
  { value: 'order', name: 'Order', title: 'Each arm’s tree in the order sampled (L)' },
] as const;

/** The key that changes the layout. A focus on what goes with the old one is led to the switch, so that it doesn't fall to the page. */
function useLayoutKey(ref: RefObject<HTMLElement | null>, onChange: () => void) {
  return useShortcut(SHORTCUTS.layout, () => {
    if (ref.current?.contains(document.activeElement) === true) {
      const region = ref.current.closest('section');
      region?.querySelector<HTMLElement>('[aria-label="Layout"] [aria-pressed="false"]')?.focus();
    }
    onChange();
  });
}

/** What the picture says, as lists and tables. */
function InWords({
  arms,
  selected,
  onSelect,
}: Pick<TreeRegionProps, 'arms' | 'selected' | 'onSelect'>) {
  const select = useStableCallback(onSelect);
  return (
    <div className={styles.arms}>
      {arms.map((arm) => (
        <ArmInWords
          key={arm.arm.id}
          arm={arm}
          selectedId={selected?.armId === arm.arm.id ? selected.nodeId : null}
          onSelect={select}
        />
      ))}
    </div>
  );
}

interface ArmInWordsProps extends Pick<TreeRegionProps, 'onSelect'> {
  readonly arm: ArmTree;
  readonly selectedId: NodeId | null;
}

/** Drawn again only where something of this arm is another. */
const ArmInWords = memo(function ArmInWords({ arm, selectedId, onSelect }: ArmInWordsProps) {
  const armId = arm.arm.id;
  const select = (nodeId: NodeId): void => {
    onSelect({ armId, nodeId });
  };
  return (
    <section className={styles.inWords} aria-label={armLabel(arm.arm)}>
      <b>{armLabel(arm.arm)}</b>
      <Folded summary="The tree as a list" className={styles.outline}>
        <Suspense fallback={<Note role="status">Fetching the list …</Note>}>
          <TreeOutline {...{ arm, selectedId }} onSelect={select} />
        </Suspense>
      </Folded>
      <RewardTable arm={arm} onSelect={select} />
    </section>
  );
});
