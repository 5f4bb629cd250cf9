import { useQuery } from '@tanstack/react-query';
import type { RecordedRunEntry, RecordedRunsQueries } from '../../queries/index.ts';
import { Button, formatDay, Note, Problem, Region } from '../../ui/index.ts';
import styles from './recorded.module.css';

export interface RecordedRunsScreenProps {
  readonly queries: RecordedRunsQueries;
  readonly onOpen: (name: string) => void;
}

/** The runs that come with the page, each with the one point that it makes. */
export function RecordedRunsScreen({ queries, onOpen }: RecordedRunsScreenProps) {
  const { data: runs, error } = useQuery(queries.list());
  return (
    <Region name="Recorded runs">
      <p className={styles.lead}>
        Runs of a small model, recorded in a browser and chosen by a rule. One is typical: its wish
        lies in the middle of the embedded model’s study of 128 wishes (docs/findings in the
        source), where PRS 8/8 and PRand 16 were level, and was chosen before it was recorded. Of
        the others each is the one that makes its point most clearly, so they are not the usual
        case. One prompt and one seed show little: run yours.
      </p>
      {error !== null && (
        <Problem role="alert">
          The list could not be fetched. Reload the page when the network is back.
        </Problem>
      )}
      {runs === undefined && error === null && <Note role="status">Fetching the list …</Note>}
      <ol className={styles.list}>
        {runs?.map((run) => (
          <RecordedRun key={run.name} run={run} onOpen={onOpen} />
        ))}
      </ol>
    </Region>
  );
}

interface RecordedRunProps extends Pick<RecordedRunsScreenProps, 'onOpen'> {
  readonly run: RecordedRunEntry;
}

function RecordedRun({ run, onOpen }: RecordedRunProps) {
  const { name, title, prompt, preference, budget, seed, model, scorer, recordedAt } = run;
  return (
    <li className={styles.card}>
      <h3>{title}</h3>
      <p className={styles.asked}>{prompt}</p>
      <p className={styles.asked}>{preference}</p>
      <Note>
        Up to N = {budget}, every split · seed {seed} · {model}, scored by {scorer} ·{' '}
        {formatDay(recordedAt)}
      </Note>
      <Button
        aria-label={`Open: ${title}`}
        onClick={() => {
          onOpen(name);
        }}
      >
        Open
      </Button>
    </li>
  );
}
