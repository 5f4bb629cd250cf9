import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { RunSummary } from '../core/index.ts';
import type { SavedRunsQueries } from '../queries/index.ts';
import { progressOf, storedTree } from '../runs/index.ts';
import { formatDate, Note } from '../ui/index.ts';
import styles from './app.module.css';

export interface UnfinishedRunProps {
  readonly savedRuns: Pick<SavedRunsQueries, 'newest' | 'run'>;
}

/** How far the person's latest run got, where it has not ended, with a link to go on from. */
export function UnfinishedRun({ savedRuns }: UnfinishedRunProps) {
  const latest = useQuery(savedRuns.newest()).data?.find(isOfPlayground);
  const isLeft = latest !== undefined && isUnfinished(latest);
  const { data: run } = useQuery({ ...savedRuns.run(latest?.id ?? ''), enabled: isLeft });
  if (!isLeft || run === undefined) return null;
  const { done, failed, total } = progressOf(storedTree(run).arms);
  return (
    <div className={styles.problems}>
      <Note role="status">
        Your run of {formatDate(latest.createdAt)} has {done - failed} of {total} texts:{' '}
        <Link href={`/run/${latest.id}`}>open it and go on</Link>
      </Note>
    </div>
  );
}

/** Whether it was begun by the person here: it came in no file, and a study, which goes on by itself, has not sampled it. */
function isOfPlayground({ id, origin }: RunSummary): boolean {
  return origin === 'sampled' && !OF_STUDY.test(id);
}

/** The study's id, which is a UUID, the prompt's place and the seed: see `runsOfStudy`. */
const OF_STUDY = /^[\da-f-]{36}-\d+-\d+$/;

function isUnfinished({ state }: RunSummary): boolean {
  return state.status === 'running' || state.status === 'stopped';
}
