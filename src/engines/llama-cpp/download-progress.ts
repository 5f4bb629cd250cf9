import type { LoadProgress } from '../../core/index.ts';

interface Downloaded {
  readonly loaded: number;
  /** 0 where the server doesn't say. */
  readonly total: number;
}

/** Where the size isn't known. */
const STEP_BYTES = 2 ** 20;

/** Milliseconds after which any byte is told of: a hundredth of a large model takes long, and silence would be taken for a halt. */
const STEP_TIME = 2000;

/** Tells of every hundredth and of the end: a page that draws each of thousands of pieces is slower than the download. */
export function inSteps(
  tell: (progress: Downloaded) => void,
  now: () => number = () => performance.now(),
): (progress: Downloaded) => void {
  let next = 0;
  let told = now();
  return ({ loaded, total }) => {
    if (loaded < next && loaded !== total && now() - told < STEP_TIME) return;
    next = loaded + (total > 0 ? total / 100 : STEP_BYTES);
    told = now();
    tell({ loaded, total });
  };
}

export function downloadProgress({ loaded, total }: Downloaded): LoadProgress {
  const known = total > 0;
  return {
    stage: 'download',
    loadedBytes: loaded,
    totalBytes: known ? total : null,
    fraction: known ? Math.min(1, loaded / total) : null,
    message: 'Downloading the model',
  };
}
