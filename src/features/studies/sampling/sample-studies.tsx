import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Late, messageOf, type RunSummary } from '../../../core/index.ts';
import { isUnderWay, type KeptStudy, type StudyView } from '../../../studies/index.ts';
import { Button, Disclosure, Note, Problem, Region } from '../../../ui/index.ts';
import { AskForModel } from '../../ask-for-model.tsx';
import { keptStudiesQuery } from './kept-studies-query.ts';
import { KeptStudies } from './kept-studies.tsx';
import { StudySetUpForm } from './study-set-up-form.tsx';
import type { StudyPage, StudyTools } from './study-tools.ts';
import { type StudyActions, useStudyActions } from './use-study-actions.ts';

export interface SampleStudiesProps {
  readonly page: StudyPage;
  /** All runs that are stored. */
  readonly runs: readonly RunSummary[];
  /** Shows what these runs of a study say together. */
  readonly onRead: (study: KeptStudy, runIds: ReadonlySet<string>) => void;
}

/** Studies that are sampled in the page: set up, gone on with, stopped. */
export function SampleStudies({ page, ...props }: SampleStudiesProps) {
  const { tools, problem } = useLate(page.tools);
  return (
    <Region name="Sample a study">
      {problem !== null && <Problem role="alert">{problem}</Problem>}
      {tools === null && problem === null && <Note role="status">Fetching …</Note>}
      {tools !== null && <WithTools {...{ page, tools }} {...props} />}
    </Region>
  );
}

function useLate(late: Late<StudyTools>) {
  const tools = useSyncExternalStore(late.subscribe, late.now);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    late.load().catch((error: unknown) => {
      setProblem(messageOf(error));
    });
  }, [late]);
  return { tools, problem };
}

type WithToolsProps = SampleStudiesProps & { readonly tools: StudyTools };

function WithTools(props: WithToolsProps) {
  const { page, tools } = props;
  const { view: watched } = tools.controller;
  const view = useSyncExternalStore(watched.subscribe, watched.getSnapshot);
  const actions = useStudyActions(page, tools);
  const [startedId, setStartedId] = useState<string | null>(null);
  return (
    <>
      <Note>{WHAT_IS_SAMPLED}</Note>
      {actions.problem !== null && <Problem role="alert">{actions.problem}</Problem>}
      <Kept {...props} {...{ view, actions, startedId }} />
      {/* Folded again when a study has begun: what it is at stands above. */}
      <Disclosure key={startedId} title="Set up a study" isLate>
        <StudySetUpForm
          {...{ page, tools }}
          isAnyUnderWay={isUnderWay(view)}
          onStart={(study) => {
            setStartedId(study.id);
            actions.start(study);
          }}
        />
      </Disclosure>
      <AskForModel models={page} actions={actions} />
    </>
  );
}

const WHAT_IS_SAMPLED =
  'Prompts × preferences × arms × seeds, sampled one run after another. What is finished is kept as it finishes: a study goes on where it was, whatever happened to the page.';

interface KeptProps extends WithToolsProps {
  readonly view: StudyView;
  readonly actions: StudyActions;
  readonly startedId: string | null;
}

/** The studies that are kept in this browser. */
function Kept({ page, tools, runs, onRead, view, actions, startedId }: KeptProps) {
  const loaded = useLoaded(page);
  const kept = useQuery(keptStudiesQuery(() => tools.store.list()));
  const studies = kept.data?.studies ?? [];
  return (
    <>
      {kept.isError && <Problem role="alert">{messageOf(kept.error)}</Problem>}
      {studies.length > 0 && (
        <KeptStudies
          {...{ studies, runs, view, loaded, startedId, onRead }}
          onGoOn={actions.goOn}
          onAskAgain={actions.askAgain}
          onStop={actions.stop}
          onDelete={actions.remove}
        />
      )}
      <Unreadable ids={kept.data?.unreadable ?? []} onRemove={actions.remove} />
    </>
  );
}

/** How far the model is on its way into memory; null where that isn't known. */
function useLoaded({ models }: StudyPage): number | null {
  return useSyncExternalStore(models.state.subscribe, () => {
    const state = models.state.getSnapshot();
    return state.status === 'loading' ? state.progress.fraction : null;
  });
}

interface UnreadableProps {
  readonly ids: readonly string[];
  readonly onRemove: (id: string) => void;
}

/** Studies that another version of the page, or somebody else, has left here. */
function Unreadable({ ids, onRemove }: UnreadableProps) {
  const [first] = ids;
  if (first === undefined) return null;
  return (
    <Problem>
      {ids.length === 1 ? 'A study' : `${String(ids.length)} studies`} can’t be read any more. Its
      runs can.{' '}
      <Button
        look="small"
        onClick={() => {
          onRemove(first);
        }}
      >
        Remove it
      </Button>
    </Problem>
  );
}
