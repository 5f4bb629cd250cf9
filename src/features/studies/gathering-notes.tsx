import { formatCount, Note, Problem, ProgressBar } from '../../ui/index.ts';
import type { Gathering } from './use-gathering.ts';

export interface GatheringNotesProps<Made> {
  readonly gathering: Gathering<Made>;
  /** Runs that were asked for. */
  readonly of: number;
  /** What is done once they are read: “Writing the report”. */
  readonly making: string;
  /** What came of them. */
  readonly say: (made: Made, runs: number) => string;
}

/** How far the runs are read, what came of them, and which can't be read. */
export function GatheringNotes<Made>({ gathering, of, making, say }: GatheringNotesProps<Made>) {
  switch (gathering.state) {
    case 'none':
      return null;
    case 'reading':
      return <ProgressBar label="Reading the runs" fraction={gathering.done / of} />;
    case 'making':
      return <ProgressBar label={making} fraction={null} />;
    case 'failed':
      return <Problem role="alert">{gathering.message}</Problem>;
    case 'gathered': {
      const { made, runs, problems } = gathering;
      return (
        <>
          <Note role="status">{say(made, runs)}</Note>
          {problems.length > 0 && (
            <Problem role="alert">
              {formatCount(problems.length)} of the runs can’t be read and are left out:{' '}
              {problems[0]}
            </Problem>
          )}
        </>
      );
    }
  }
}
