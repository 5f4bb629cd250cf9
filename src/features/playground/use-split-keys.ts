import type { Split } from '../../core/index.ts';
import { useShortcut } from '../../ui/index.ts';
import { SHORTCUTS } from './shortcut-table.ts';

/**
 * The keys that turn drafts of a split into refinements and back, one by one.
 *
 * @param split null where it can't be changed now
 */
export function useSplitKeys(split: Split | null, onDrafts: (drafts: number) => void): void {
  const [drafts = 0, ...refinements] = split ?? [];
  const isMore = refinements.some((count) => count > 0);
  const to = (wanted: number) => () => {
    onDrafts(wanted);
  };
  useShortcut(SHORTCUTS.fewerDrafts, drafts > 0 ? to(drafts - 1) : null);
  useShortcut(SHORTCUTS.moreDrafts, isMore ? to(drafts + 1) : null);
}
