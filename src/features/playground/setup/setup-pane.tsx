import { memo, useEffect, useRef, useSyncExternalStore } from 'react';
import type { CatalogAssessment, KnownModel } from '../../../core/index.ts';
import {
  modelSize,
  scorerToRun,
  type ChosenModel,
  type FindLacks,
  type Scorers,
} from '../../../runs/index.ts';
import { Button, NumberField, TextField, Problem, useShortcut } from '../../../ui/index.ts';
import { MOST_SEED, problemsOf, type RunForm } from '../form/run-form.ts';
import { ModelField } from './model-field.tsx';
import { FoldedPrompts, FoldedSampling } from './folded-fields.tsx';
import { ArmFields, BudgetFields } from './budget-and-arm-fields.tsx';
import { Foretold } from './foretold.tsx';
import { isSameButSplit } from './is-same-but-split.ts';
import { SHORTCUTS } from '../shortcut-table.ts';
import { type OwnSetUp, OwnSetUpNote } from './own-set-up.tsx';
import { ScorerFields } from './scorer-fields.tsx';
import { PreferenceField } from './preference-field.tsx';
import styles from './setup.module.css';

export interface SetupPaneProps {
  readonly form: RunForm;
  readonly onChange: (change: Partial<RunForm>) => void;
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly onChoose: (choice: ChosenModel) => void;
  /** What is known of the chosen model before it is loaded. */
  readonly known: KnownModel;
  readonly busy: boolean;
  /** Null where what is set up is the person's own. */
  readonly ownSetUp: OwnSetUp | null;
  readonly scorers: Pick<Scorers, 'suggested' | 'code'>;
  readonly lacks: FindLacks;
  readonly onRun: () => void;
  readonly onStop: () => void;
  /** A whole number in [0, MOST_SEED], from outside: the page has no chance of its own. */
  readonly newSeed: () => number;
}

/** Between two presses of a key that are one to whoever is in a hurry. */
const MILLISECONDS_OF_TWO_PRESSES = 600;

/** Of the button that starts a run, for whoever leads the focus there. */
export const RUN_BUTTON_ID = 'run';

/** Everything that is decided before a run, and the button that starts it. */
export function SetupPane(props: SetupPaneProps) {
  const { form, onChange, scorers, assessment, choice, onChoose, lacks, newSeed } = props;
  const source = choice?.source ?? null;
  const scorerId = scorerToRun(scorers, form.scorerId, source, lacks);
  return (
    <form
      aria-label="Set-up"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className={styles.form}>
        {props.ownSetUp !== null && <OwnSetUpNote {...props.ownSetUp} />}
        <AskedFields {...{ form, onChange }} />
        <BudgetFields
          split={form.split}
          onChange={(split) => {
            onChange({ split });
          }}
        />
        <ComparedFields arms={form.arms} controls={form.controls} onChange={onChange} />
        <SeedField {...{ form, onChange, newSeed }} />
        <ModelField {...{ assessment, choice, onChoose }} />
        <MoreFields {...{ form, onChange, scorers, choice, lacks, scorerId }} />
      </div>
      <div className={styles.footer}>
        <Outlook {...props} scorerId={scorerId} />
      </div>
    </form>
  );
}

type FormProps = Pick<SetupPaneProps, 'form' | 'onChange'>;

/** x and z. */
const AskedFields = memo(function AskedFields({ form, onChange }: FormProps) {
  return (
    <>
      <TextField
        label="Prompt"
        rows={2}
        value={form.prompt}
        onChange={(prompt) => {
          onChange({ prompt });
        }}
      />
      <PreferenceField
        preference={form.preference}
        values={form.scorerValues}
        onValues={(scorerValues) => {
          onChange({ scorerValues });
        }}
        onChange={(preference) => {
          onChange({ preference });
        }}
        onPreset={({ preference, conditioning }) => {
          onChange({ preference, conditionedOn: conditioning });
        }}
      />
    </>
  );
}, isSameButSplit);

/** The arms that spend N. */
const ComparedFields = memo(ArmFields);

type WithScorer = SetupPaneProps & { readonly scorerId: string };

/** What is still missing, or what the run will cost; and the buttons. */
function Outlook(props: WithScorer) {
  const { form, assessment, choice, known, busy, onRun, onStop, scorerId } = props;
  const problems = problemsOf(form, choice !== null || assessment === null);
  return (
    <>
      {problems.map((problem) => (
        <Problem key={problem}>{problem}</Problem>
      ))}
      {problems.length === 0 && <Foretold {...{ form, choice, known, scorerId }} />}
      <RunAndStop
        {...{ busy, onRun, onStop }}
        canRun={!busy && problems.length === 0 && choice !== null}
      />
    </>
  );
}

interface RunAndStopProps extends Pick<SetupPaneProps, 'busy' | 'onRun' | 'onStop'> {
  readonly canRun: boolean;
}

function RunAndStop({ busy, canRun, onRun, onStop }: RunAndStopProps) {
  const { runButton, stopButton, isSecondPress } = useFocusOnWhatGoesOn(busy);
  const runKeys = useShortcut(SHORTCUTS.run, canRun ? onRun : null);
  const stopKeys = useShortcut(SHORTCUTS.stop, busy ? onStop : null);
  return (
    <div className={styles.actions}>
      <Button
        ref={runButton}
        id={RUN_BUTTON_ID}
        look="primary"
        disabled={!canRun}
        aria-keyshortcuts={runKeys}
        onClick={onRun}
      >
        Run
      </Button>
      <Button
        ref={stopButton}
        disabled={!busy}
        aria-keyshortcuts={stopKeys}
        onClick={(event) => {
          if (!isSecondPress(event)) onStop();
        }}
      >
        Stop
      </Button>
    </div>
  );
}

/**
 * Run can't be pressed while a run goes on, nor Stop otherwise, and what can't be pressed loses the focus: whoever had pressed
 * the one by keys finds it on the other. Whoever has left it with the focus nowhere is left alone.
 *
 * @returns with `isSecondPress`, whether a key that pressed the one has pressed the other too, as two quick ones do
 */
function useFocusOnWhatGoesOn(busy: boolean) {
  const runButton = useRef<HTMLButtonElement>(null);
  const stopButton = useRef<HTMLButtonElement>(null);
  const lastFocused = useRef<Element | null>(null);
  const ledAt = useRef(-Infinity);
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      if (target instanceof Element) lastFocused.current = target;
    };
    const forget = ({ target }: FocusEvent): void => {
      // What can't be pressed any more was not left by anyone, nor is it by who looks at another window.
      const isLeft = target instanceof Element && !target.matches(':disabled');
      if (isLeft && document.hasFocus()) lastFocused.current = null;
    };
    document.addEventListener('focusin', note);
    document.addEventListener('focusout', forget);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('focusout', forget);
    };
  }, []);
  useEffect(() => {
    const [from, to] = busy ? [runButton, stopButton] : [stopButton, runButton];
    const focused = document.activeElement;
    const isLost = focused === from.current || focused === document.body || focused === null;
    if (from.current === null || !isLost || lastFocused.current !== from.current) return;
    ledAt.current = performance.now();
    to.current?.focus();
  }, [busy]);
  const isSecondPress = ({ detail, timeStamp }: Pick<UIEvent, 'detail' | 'timeStamp'>): boolean =>
    detail === 0 && timeStamp - ledAt.current < MILLISECONDS_OF_TWO_PRESSES;
  return { runButton, stopButton, isSecondPress };
}

type SeedFieldProps = Pick<SetupPaneProps, 'form' | 'onChange' | 'newSeed'>;

const SeedField = memo(function SeedField({ form, onChange, newSeed }: SeedFieldProps) {
  return (
    <div className={styles.seed}>
      <NumberField
        label="Seed"
        value={form.seed}
        min={0}
        max={MOST_SEED}
        step={1}
        onChange={(seed) => {
          onChange({ seed });
        }}
      />
      <Button
        aria-label="New seed"
        title="New seed"
        onClick={() => {
          onChange({ seed: newSeed() });
        }}
      >
        ⚂
      </Button>
    </div>
  );
}, isSameButSplit);

type MoreFieldsProps = FormProps & Pick<WithScorer, 'scorerId' | 'scorers' | 'choice' | 'lacks'>;

const MoreFields = memo(function MoreFields(props: MoreFieldsProps) {
  const { form, scorerId, scorers, onChange, choice, lacks } = props;
  // What is measured, and weighs, is known when the scorers' code is there.
  useSyncExternalStore(scorers.code.subscribe, scorers.code.now);
  return (
    <div>
      <ScorerFields
        {...{ form, scorerId, onChange }}
        lacks={choice === null ? [] : lacks(choice.source)}
      />
      <FoldedSampling
        sampling={form.sampling}
        feedbackMaxTokens={form.feedbackMaxTokens}
        size={modelSize(choice)}
        onSampling={(sampling) => {
          onChange({ sampling });
        }}
        onFeedbackMaxTokens={(feedbackMaxTokens) => {
          onChange({ feedbackMaxTokens });
        }}
      />
      <FoldedPrompts
        prompts={form.prompts}
        size={modelSize(choice)}
        onChange={(prompts) => {
          onChange({ prompts });
        }}
      />
    </div>
  );
}, isSameButSplit);
