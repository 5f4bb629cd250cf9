/** Of what holds the table of costs. */
export const COST_PLACE = 'cost';

/** Brings the table of costs into view, and the focus to it. */
export function showCosts(): void {
  const place = document.getElementById(COST_PLACE);
  place?.closest('section')?.scrollIntoView();
  place?.focus({ preventScroll: true });
}
