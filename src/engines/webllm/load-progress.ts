import type { LoadProgress } from '../../core/index.ts';

/** What WebLLM reports while it loads: a fraction of the present stage and a sentence that names the stage. */
export interface InitReport {
  readonly progress: number;
  readonly text: string;
}

const STAGES: readonly (readonly [RegExp, LoadProgress['stage'], string])[] = [
  [/^(Start to fetch|Fetching param)/, 'download', 'Downloading the model'],
  [/^Loading model from cache/, 'load-from-cache', 'Moving the model to the graphics adapter'],
  [/^Loading GPU shader/, 'compile-shaders', 'Compiling the shaders'],
];

/**
 * Reads one of WebLLM's reports.
 *
 * @param totalBytes of the download, null where it isn't known beforehand.
 */
export function readInitReport(report: InitReport, totalBytes: number | null): LoadProgress {
  const [, stage, message] = STAGES.find(([text]) => text.test(report.text)) ?? [
    null,
    'start' as const,
    'Starting WebLLM with the model',
  ];
  const counts = stage === 'download' || stage === 'load-from-cache';
  const fraction = Number.isFinite(report.progress)
    ? Math.min(1, Math.max(0, report.progress))
    : null;
  return {
    stage,
    loadedBytes: counts ? loadedBytes(report.text) : null,
    totalBytes: counts ? totalBytes : null,
    fraction,
    message,
  };
}

/** WebLLM counts in units of 2^20, rounded up. */
function loadedBytes(text: string): number | null {
  const mebibytes = /(\d{1,12})MB (?:fetched|loaded)/.exec(text)?.[1];
  return mebibytes === undefined ? null : Number(mebibytes) * 2 ** 20;
}
