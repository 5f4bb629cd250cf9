import { AccountsTable } from './accounts-table.tsx';
import { BestSoFarPanel } from './best-so-far-panel.tsx';
import { WinnerCards, type WinnerCardsProps } from './winner-cards.tsx';

/** What a run came to under its picture, which a page without a run needs nothing of. */
export function WinnersAndAccounts(props: WinnerCardsProps) {
  return (
    <>
      <WinnerCards {...props} />
      <BestSoFarPanel arms={props.arms} onSelect={props.onSelect} />
      <AccountsTable arms={props.arms} />
    </>
  );
}
