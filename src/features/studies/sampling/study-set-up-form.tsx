import { useDeferredValue, useMemo, useState } from 'react';
import { READING_CORRECTION, type SettingValues } from '../../../rewards/index.ts';
import { readPace, scorerToRun } from '../../../runs/index.ts';
import {
  type KeptStudy,
  NOTHING_SPENT,
  studyOf,
  studyProblems,
  type StudyPrompt,
  textsOfStudy,
} from '../../../studies/index.ts';
import { Button, Note, Problem } from '../../../ui/index.ts';
import { AskedFields } from './prompts/asked-fields.tsx';
import { type BuiltInSet, useBuiltInSet } from './prompts/built-in-fields.tsx';
import { type HeldFile, useHeldFile } from './prompts/use-held-file.ts';
import { MakerFields, SampledFields } from './study-fields.tsx';
import {
  firstStudyForm,
  HOW_TO_ASK,
  promptsOfForm,
  type PromptSets,
  readStudyForm,
  setUpOfForm,
  type StudyForm,
} from './study-form.ts';
import { StudyOutlook } from './study-outlook.tsx';
import type { PlaygroundSetUp, StudyPage, StudyTools } from './study-tools.ts';
import styles from '../studies.module.css';

/** What the form reads of the page. */
type FormPage = Pick<
  StudyPage,
  'assessment' | 'choice' | 'onChoose' | 'setUp' | 'scorers' | 'lacks' | 'keptPace'
>;

type FormTools = Pick<StudyTools, 'keptForm' | 'heldFile' | 'createId' | 'clock'>;

export interface StudySetUpFormProps {
  readonly page: FormPage;
  readonly tools: FormTools;
  /** Whether a study is under way already: one at a time. */
  readonly isAnyUnderWay: boolean;
  /** Keeps the study and begins it, unless another is under way. */
  readonly onStart: (study: KeptStudy) => void;
}

/** Everything that is decided before a study, what it will take, and the button that begins it. */
export function StudySetUpForm(props: StudySetUpFormProps) {
  const { page, tools, isAnyUnderWay, onStart } = props;
  const first = firstStudyForm(page.setUp);
  const [form, setForm] = useState(() => readStudyForm(tools.keptForm.read(), first));
  const change = (changed: StudyForm): void => {
    setForm(changed);
    tools.keptForm.write(changed);
  };
  const asked = usePromptSets(form, tools);
  const planned = usePlanned(useDeferredValue(form), asked.sets, page);
  return (
    <form
      aria-label="Set up a study"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <AskedFields {...asked} form={form} prompts={planned.prompts} onChange={change} />
      <SampledFields form={form} firstSeed={page.setUp.seed} onChange={change} />
      <MakerFields {...{ page, form }} scorerId={planned.scorerId} onChange={change} />
      <Note>{settingsSentence(page.setUp)}</Note>
      <Outlook {...planned} />
      <div className={styles.actions}>
        <Button
          look="primary"
          disabled={planned.study === null || page.choice === null}
          onClick={() => {
            const study = newStudy(usable(form, asked.sets, page), page, tools);
            if (study === null) return;
            change({ ...form, name: '' });
            onStart(study);
          }}
        >
          {isAnyUnderWay ? 'Keep this study for later' : 'Sample this study'}
        </Button>
      </div>
    </form>
  );
}

/** What prompts are taken from beside what is typed, as far as it is here. */
function usePromptSets({ source }: StudyForm, tools: FormTools): AskedFrom {
  const held = useHeldFile(tools);
  const builtIn = useBuiltInSet(source === 'built-in');
  const { set } = builtIn;
  const { read: file } = held;
  const sets = useMemo(() => ({ builtIn: set, file }), [set, file]);
  return { held, builtIn, sets };
}

interface AskedFrom {
  readonly held: HeldFile;
  readonly builtIn: BuiltInSet;
  readonly sets: PromptSets;
}

/** What is still missing, or what the study will take. */
function Outlook({
  problems,
  study,
  ...rest
}: Planned & { readonly secondsForText: number | null }) {
  return (
    <>
      {problems.map((problem) => (
        <Problem key={problem}>{problem}</Problem>
      ))}
      {study !== null && <StudyOutlook {...rest} study={study} />}
    </>
  );
}

function settingsSentence({ sampling: { sampling, feedbackMaxTokens } }: PlaygroundSetUp): string {
  const { temperature, maxTokens } = sampling;
  return `All else is as the playground has it: temperature ${String(temperature)}, at most ${String(maxTokens)} tokens an answer and ${String(feedbackMaxTokens)} a feedback, its prompts to the model, and what its scorers are set to.`;
}

/** What a form amounts to, and why it can't be begun yet. */
function usePlanned(form: StudyForm, sets: PromptSets, page: FormPage) {
  const { choice, keptPace } = page;
  const planned = useMemo(() => usable(form, sets, page), [form, sets, page]);
  const secondsForText = readPace(keptPace.read(), {
    policyId: choice?.offerId ?? null,
    scorerId: planned.scorerId,
  });
  return { ...planned, secondsForText };
}

interface Planned {
  readonly prompts: readonly StudyPrompt[];
  /** Null where there are problems. */
  readonly study: KeptStudy['study'] | null;
  readonly problems: readonly string[];
  readonly scorerId: string;
  readonly scorerValues: SettingValues;
}

function usable(
  form: StudyForm,
  sets: PromptSets,
  { setUp: playground, scorers, choice, lacks }: FormPage,
): Planned {
  const read = promptsOfForm(form, sets);
  const setUp = setUpOfForm(form, read, playground.seed);
  const ofSetUp = studyProblems(setUp, HOW_TO_ASK[form.source]);
  const chosen = form.scorerId ?? playground.scorerId;
  return {
    prompts: read.prompts,
    // What two lines ask alike is asked once: that is no reason to wait.
    study: ofSetUp.length === 0 ? studyOf(setUp, playground.sampling) : null,
    problems: [...ofSetUp, ...read.problems],
    scorerId: scorerToRun(scorers, chosen, choice?.source ?? null, lacks),
    scorerValues: withoutReading(playground.scorerValues),
  };
}

/** What was said of how the playground's one preference is read says nothing of others. */
function withoutReading(values: SettingValues): SettingValues {
  return Object.fromEntries(Object.entries(values).filter(([id]) => id !== READING_CORRECTION.id));
}

function newStudy(
  { study, scorerId, scorerValues }: Planned,
  { choice, keptPace }: FormPage,
  { createId, clock }: FormTools,
): KeptStudy | null {
  if (study === null || choice === null) return null;
  const seconds = readPace(keptPace.read(), { policyId: choice.offerId, scorerId });
  return {
    id: createId(),
    createdAt: clock.now(),
    study,
    model: { offerId: choice.offerId, name: choice.name },
    scorer: { id: scorerId, values: scorerValues },
    madeBy: null,
    guessedSeconds: seconds === null ? null : seconds * textsOfStudy(study),
    spent: NOTHING_SPENT,
    unscored: {},
  };
}
