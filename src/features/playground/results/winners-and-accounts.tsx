import { AccountsTable } from './accounts-table.tsx';
import { WinnerCards, type WinnerCardsProps } from './winner-cards.tsx';

/** What a run came to under its picture, which a page without a run needs nothing of. */
export function WinnersAndAccounts(props: WinnerCardsProps) {
  return (
    <>
      <WinnerCards {...props} />
      <AccountsTable arms={props.arms} />
    </>
  );
}
