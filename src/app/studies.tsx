import { lazy, Suspense, useMemo } from 'react';
import { Link } from 'wouter';
import type { CatalogAssessment } from '../core/index.ts';
import { formFor, type KeptForm } from '../features/playground/index.ts';
import type { PlaygroundSetUp } from '../features/studies/sampling/study-tools.ts';
import { type ChosenModel, modelSize } from '../runs/index.ts';
import type { AppDependencies } from './app-dependencies.ts';

/** Fetched when it is wanted. */
const StudiesScreen = lazy(async () => {
  const { StudiesScreen: screen } = await import('../features/studies/studies-screen.tsx');
  return { default: screen };
});

export interface StudiesProps {
  readonly dependencies: AppDependencies;
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly onChoose: (choice: ChosenModel) => void;
  /** What the playground has set up. */
  readonly kept: KeptForm;
}

/** The screen of what many runs say together. */
export function Studies({ dependencies, assessment, choice, onChoose, kept }: StudiesProps) {
  const { studies: tools, models, scorers, catalog, keptPace } = dependencies;
  const size = modelSize(choice);
  const setUp = useMemo(() => setUpFor(kept, size), [kept, size]);
  const sampling = useMemo(
    () => ({
      ...{ tools, models, scorers, keptPace, lacks: catalog.lacks },
      ...{ assessment, choice, onChoose, setUp },
    }),
    [tools, models, scorers, keptPace, catalog, assessment, choice, onChoose, setUp],
  );
  return (
    <Suspense fallback={<p role="status">Fetching what reads many runs …</p>}>
      <StudiesScreen queries={dependencies} sampling={sampling} />
    </Suspense>
  );
}

function setUpFor(kept: KeptForm, size: Parameters<typeof formFor>[1]): PlaygroundSetUp {
  const form = formFor(kept, size);
  const { sampling, feedbackMaxTokens, prompts, conditionedOn, scoreBothWays } = form;
  const { arms, split, seed, scorerId, scorerValues } = form;
  return {
    sampling: { sampling, feedbackMaxTokens, prompts, conditionedOn, scoreBothWays },
    ...{ arms, split, seed, scorerId, scorerValues },
  };
}

/** Leads there from the runs. */
export const STUDIES_LINK = <Link href="/studies">What they say together</Link>;
