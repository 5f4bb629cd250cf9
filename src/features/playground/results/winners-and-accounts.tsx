import { memo, Suspense, useDeferredValue } from 'react';
import { Folded, Note, useStableCallback } from '../../../ui/index.ts';
import { AccountsTable } from './accounts-table.tsx';
import { BestSoFarPanel } from './best-so-far-panel.tsx';
import { PessimisticChoice } from './lazy-pessimistic-choice.ts';
import { WinnerCards, type WinnerCardsProps } from './winner-cards.tsx';
import styles from './results.module.css';

/** What a run came to under its picture, which a page without a run needs nothing of. Where a hand moves the split, the picture follows first. */
export function WinnersAndAccounts({ arms, onSelect, ...others }: WinnerCardsProps) {
  const later = useDeferredValue(arms);
  return <OfArms {...others} arms={later} onSelect={useStableCallback(onSelect)} />;
}

const OfArms = memo(function OfArms(props: WinnerCardsProps) {
  return (
    <>
      <WinnerCards {...props} />
      <BestSoFarPanel arms={props.arms} onSelect={props.onSelect} />
      <Folded summary="Winners chosen pessimistically" className={styles.outline}>
        <Suspense fallback={<Note role="status">Fetching …</Note>}>
          <PessimisticChoice arms={props.arms} seed={props.seed} />
        </Suspense>
      </Folded>
      <AccountsTable arms={props.arms} />
    </>
  );
});
