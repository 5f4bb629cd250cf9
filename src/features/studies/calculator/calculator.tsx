import { useMemo, useState } from 'react';
import {
  bestOfDrafts,
  fitToyWorld,
  type FittedWorld,
  type RunFacts,
  splitsAtEqualN,
  splitsAtEqualTokens,
} from '../../../studies/index.ts';
import { Button, Folded, formatCount, Note } from '../../../ui/index.ts';
import { BandChart } from '../../../viz/finding-charts.ts';
import { CalculatorFields } from './calculator-fields.tsx';
import { CalculatorTable } from './calculator-table.tsx';
import { type CalculatorForm, FIRST_CALCULATOR, fittedForm } from './calculator-form.ts';
import { bestSplitsInWords, curvesOf, worldInWords } from './calculator-in-words.ts';
import styles from '../studies.module.css';

export interface CalculatorProps {
  /** Of the finding on screen; none before there are any. */
  readonly runs: readonly RunFacts[];
}

/** What each split of N is expected to give in a world of a few figures: a model, and never shown as anything else. */
export function Calculator({ runs }: CalculatorProps) {
  const [form, setForm] = useState<CalculatorForm>(FIRST_CALCULATOR);
  // Of the figures as they came from runs: what a person enters after that isn't theirs.
  const [said, setSaid] = useState('');
  return (
    <div className={styles.picker}>
      <Note>{WHAT_IT_IS}</Note>
      <CalculatorFields
        form={form}
        onChange={(changed) => {
          setForm(changed);
          setSaid('');
        }}
      />
      <FitFromRuns
        {...{ runs, said }}
        onFit={(fitted) => {
          setSaid(fitted === null ? NOTHING_TO_FIT : fittedInWords(fitted));
          if (fitted !== null) setForm(fittedForm(form, fitted));
        }}
      />
      <Expected form={form} />
    </div>
  );
}

const WHAT_IT_IS =
  'Drafts’ rewards are normal around 0. A refinement’s is its anchor’s and the gain, normal around that; one feedback is usable or not for all of them, and without a usable one they gain nothing. Nothing is sampled: this says what follows from the figures below, not what a model does.';

interface FitFromRunsProps extends CalculatorProps {
  /** What came of it; empty where nothing is to be said. */
  readonly said: string;
  /** Null where these runs have nothing to take. */
  readonly onFit: (fitted: FittedWorld | null) => void;
}

/** Takes the figures from the finding's own runs, when asked to. */
function FitFromRuns({ runs, said, onFit }: FitFromRunsProps) {
  const fit = (): void => {
    onFit(fitToyWorld(runs));
  };
  return (
    <div className={styles.picker}>
      <div className={styles.actions}>
        <Button disabled={runs.length === 0} onClick={fit}>
          Fit from these runs
        </Button>
      </div>
      <Note role="status">{said}</Note>
    </div>
  );
}

const NOTHING_TO_FIT =
  'None of these runs has an arm with two drafts and two refinements: there is nothing to take figures from.';

function fittedInWords(fitted: FittedWorld): string {
  const { label, runs, drafts, refinements, costs } = fitted;
  const of = `${formatCount(runs)} ${runs === 1 ? 'run' : 'runs'}`;
  return `Taken from ${label} of ${of}, ${formatCount(drafts)} drafts and ${formatCount(refinements)} refinements: σ and spread within a run, the gain as their mean, with feedback as it was. ${GAIN_OF_ONE} ${NOT_MEASURED} ${costsInWords(costs)}`;
}

/** Why this and the map of splits, of the same runs, may differ in sign. */
const GAIN_OF_ONE =
  'That gain is of one refinement over its anchor; the map of splits has what a split’s best of N gains over N drafts alone, as sampled.';

/** Why its splits may have what no split of those runs had. */
const NOT_MEASURED =
  'Where the figures below disagree with what these runs measured, told above, the measured ones hold: here rewards have no top, so a wide spread makes the best of many refinements high, and a few very low rewards widen it.';

function costsInWords(costs: FittedWorld['costs']): string {
  if (costs === null) return 'Their tokens aren’t known: costs stay as they are.';
  const { draftTokens, refinement, feedback } = costs;
  const [draft = '', ofRefinement = '', ofFeedback = ''] = [1, refinement, feedback].map((drafts) =>
    formatCount(Math.round(drafts * draftTokens)),
  );
  return `Costs are their tokens read anew and written: ${draft} for a draft, ${ofRefinement} for a refinement, ${ofFeedback} for a run’s feedback.`;
}

/** The curves over N0, the best split of each, and the figures behind. */
function Expected({ form }: { readonly form: CalculatorForm }) {
  const { world, costs, budget } = form;
  const expected = useMemo(
    () => ({
      alone: bestOfDrafts(world, budget),
      atEqualN: splitsAtEqualN(world, budget),
      atEqualTokens: splitsAtEqualTokens(world, budget, costs),
    }),
    [world, costs, budget],
  );
  return (
    <>
      <Note role="status">{bestSplitsInWords(expected, budget)}</Note>
      <BandChart
        curves={curvesOf(expected, budget)}
        label={`Expected best reward against N0, of N = ${String(budget)}: a model, not a measurement`}
        xTitle={`N0, drafts of N = ${String(budget)}`}
        yTitle="expected best reward, by the model"
        provenance={worldInWords(form)}
      />
      <Folded summary="As a table" className={styles.folded}>
        <CalculatorTable expected={expected} />
      </Folded>
    </>
  );
}
