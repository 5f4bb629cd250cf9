import { useLocation, useRoute, useRouter, matchRoute } from 'wouter';
import { cutText, type StoredRun } from '../core/index.ts';
import type { RecordedRunsQueries } from '../queries/index.ts';
import { Note, Problem } from '../ui/index.ts';
import { SHARED_PATH } from './address/state-in-address.ts';
import { type SharedRuns, useMissingRecorded, useSharedRun } from './recorded-runs.tsx';
import styles from './app.module.css';

/** What the address leads to, as far as it is more than a screen. */
export interface LinkedRun {
  /** The run that the address holds itself; null where it holds none, or while it is read. */
  readonly shared: StoredRun | null;
  /** Whether what the address holds is read. */
  readonly isRead: boolean;
  /** What of the address can't be used, each a sentence. */
  readonly problems: readonly string[];
}

/** The run that the address holds, and what is wrong with it, with the one that it names, or with the address. */
export function useLinkedRun(
  dependencies: {
    readonly runLinks: SharedRuns;
    readonly recordedRuns: RecordedRunsQueries;
  },
  packed: string | null,
): LinkedRun {
  // Elsewhere it is left: Back leads to it again.
  const [isShared] = useRoute(SHARED_PATH);
  const { run, problems, isRead } = useSharedRun(dependencies.runLinks, isShared ? packed : null);
  const missing = useMissingRecorded(dependencies);
  const unknown = useUnknownPath();
  return { shared: run, problems: [...problems, ...missing, ...unknown], isRead };
}

/** What of a link can't be used, or that it is still being read. */
export function LinkProblems({ problems, isRead }: Omit<LinkedRun, 'shared'>) {
  if (problems.length === 0 && isRead) return null;
  return (
    <div className={styles.problems}>
      {problems.map((problem) => (
        <Problem key={problem} role="alert">
          {problem}
        </Problem>
      ))}
      {!isRead && <Note role="status">Reading the run that the link holds …</Note>}
    </div>
  );
}

/** Every address that the page has. */
const PATHS = [
  '/',
  SHARED_PATH,
  '/run/:id',
  '/recorded',
  '/recorded/:name',
  '/runs',
  '/beside/:one/:other?',
  '/studies',
  '/models',
];

const LONGEST_SHOWN = 60;

/** What is said where the address leads nowhere, and the playground stands in its place. */
function useUnknownPath(): readonly string[] {
  const [path] = useLocation();
  const { parser } = useRouter();
  if (PATHS.some((known) => matchRoute(parser, known, path)[0])) return [];
  return [
    `Nothing is at the address “#${cutText(path, LONGEST_SHOWN)}”: it may be mistyped or cut. This is the playground; “Runs” above lists the runs kept in this browser.`,
  ];
}
