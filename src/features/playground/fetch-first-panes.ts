import { fetchPlaySplits } from './results/lazy-play-splits.tsx';
import { fetchVerdictPane } from './verdict/lazy-verdict-pane.tsx';

/** Fetches what stands around the picture of any run beside the code that draws it, so that nothing comes in above it later. */
export function fetchFirstPanes(): void {
  void fetchVerdictPane();
  void fetchPlaySplits();
}
