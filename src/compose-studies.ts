import type { QueryClient } from '@tanstack/react-query';
import type { Clock, RunStore } from './core/index.ts';
import { createElement } from 'react';
import { Link } from 'wouter';
import { StudyBesideRun } from './features/studies/sampling/study-beside-run.tsx';
import { STUDIES_KEY } from './features/studies/sampling/kept-studies-query.ts';
import type { HeldPromptFile, StudyTools } from './features/studies/sampling/study-tools.ts';
import type { SavedRunsQueries } from './queries/index.ts';
import { readSettingValues } from './rewards/index.ts';
import type { ModelSession, RunController, RunLocks, Schedule } from './runs/index.ts';
import { IndexedDbDocuments, MemoryDocuments } from './storage/keep-documents.ts';
import { keepValue, localStorageOrNull, newRunId } from './storage/index.ts';
import { readPlan } from './storage/schema/read-plan.ts';
import {
  createStudyStore,
  everyByTimer,
  isUnderWay,
  paceOfStudy,
  StudyController,
} from './studies/index.ts';

export interface StudyPieces {
  readonly models: ModelSession;
  readonly store: RunStore;
  readonly locks: RunLocks;
  readonly clock: Clock;
  readonly schedule: Schedule;
  readonly controller: RunController;
  readonly savedRuns: Pick<SavedRunsQueries, 'list' | 'newest'>;
  readonly queries: QueryClient;
  readonly keptPace: { write(value: unknown): void };
}

/** Puts together what keeps studies and samples them: fetched when the screen is opened. */
export function composeStudies(pieces: StudyPieces): StudyTools {
  const { models, store, locks, clock, schedule, controller: playground } = pieces;
  const documents = store.kept
    ? new IndexedDbDocuments('prs-playground-studies')
    : new MemoryDocuments();
  const studies = createStudyStore(documents, {
    plan: readPlan,
    scorerValues: (value) => readSettingValues(recordOf(value)),
  });
  const controller = new StudyController({
    ...{ models, runs: store, studies, locks, clock, schedule, screen: playground.view },
    every: everyByTimer,
  });
  follow(controller, pieces);
  const keptForm = keepValue(localStorageOrNull(), 'prs-playground.study-form');
  return {
    ...{ controller, store: studies, clock, keptForm },
    createId: newRunId,
    heldFile: holdFile(),
    Beside: () => createElement(StudyBesideRun, { view: controller.view, link: STUDIES_LINK }),
  };
}

/** Leads to the studies from the playground. */
const STUDIES_LINK = createElement(Link, { href: '/studies' }, 'Studies');

/** Holds a file of prompts while the page is open. */
function holdFile(): StudyTools['heldFile'] {
  let held: HeldPromptFile | null = null;
  return {
    read: () => held,
    write: (file) => {
      held = file;
    },
  };
}

/** What is told of a study elsewhere on the page: its runs are read anew as they finish, and its pace is the machine's. */
export function follow(
  controller: Pick<StudyController, 'view'>,
  pieces: Pick<StudyPieces, 'queries' | 'savedRuns' | 'keptPace'>,
): void {
  const { queries, savedRuns, keptPace } = pieces;
  let known = '';
  controller.view.subscribe(() => {
    const view = controller.view.getSnapshot();
    const now = `${view.state} ${String(view.progress?.runsDone)}`;
    if (now === known) return;
    known = now;
    for (const { queryKey } of [savedRuns.list(), savedRuns.newest()]) {
      void queries.invalidateQueries({ queryKey });
    }
    if (isUnderWay(view)) return;
    void queries.invalidateQueries({ queryKey: STUDIES_KEY });
    const pace = view.study === null ? null : paceOfStudy(view.study);
    if (pace !== null) keptPace.write(pace);
  });
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
