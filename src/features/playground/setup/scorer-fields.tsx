import type { Conditioning } from '../../../core/index.ts';
import {
  DEFAULT_RUBRIC_WEIGHTS,
  describeRubric,
  type ActiveCheck,
} from '../../../rewards/index.ts';
import { Button, CheckboxField, Disclosure, RangeField, SelectField } from '../../../ui/index.ts';
import type { RunForm } from '../form/run-form.ts';
import styles from './setup.module.css';

export interface ScorerFieldsProps {
  readonly form: RunForm;
  readonly onChange: (change: Partial<RunForm>) => void;
}

const CONDITIONINGS: Readonly<Record<Conditioning, string>> = {
  prompt: 'the prompt x alone (for the common preference)',
  'prompt-and-preference': 'x joined with the preference z (for a specific one)',
};

const MOST_WEIGHT = 3;

/** How the rubric scores: what it reads, and the weight of each check that the preference calls for. */
export function ScorerFields({ form, onChange }: ScorerFieldsProps) {
  const { preference, weights, conditionedOn, scoreBothWays } = form;
  const checks = describeRubric(preference, weights, conditionedOn);
  const changed = Object.keys(weights).length > 0;
  return (
    <Disclosure
      title="Scorer: rubric"
      summary={`${String(checks.length)} checks${changed ? ', weights changed' : ''}`}
    >
      <p className={styles.note}>
        The reward is the sum of these checks, each something that can be counted in the text. It
        measures how an answer is written, not whether it is true.
      </p>
      <SelectField
        label="The scorer reads the response against"
        value={conditionedOn}
        options={Object.entries(CONDITIONINGS).map(([value, label]) => ({ value, label }))}
        onChange={(value) => {
          onChange({ conditionedOn: value === 'prompt' ? 'prompt' : 'prompt-and-preference' });
        }}
      />
      <CheckboxField
        label="Show the other score too"
        hint="Each response is also scored the other way; choices don’t depend on it."
        checked={scoreBothWays}
        onChange={(checked) => {
          onChange({ scoreBothWays: checked });
        }}
      />
      {checks.map((check) => (
        <CheckWeight
          key={check.id}
          check={check}
          onChange={(weight) => {
            onChange({ weights: { ...weights, [check.id]: weight } });
          }}
        />
      ))}
      {changed && (
        <Button
          onClick={() => {
            onChange({ weights: {} });
          }}
        >
          Back to the default weights
        </Button>
      )}
    </Disclosure>
  );
}

interface CheckWeightProps {
  readonly check: ActiveCheck;
  readonly onChange: (weight: number) => void;
}

function CheckWeight({ check, onChange }: CheckWeightProps) {
  const { id, label, explanation, demand, weight } = check;
  const usual = DEFAULT_RUBRIC_WEIGHTS[id] ?? 1;
  return (
    <div>
      <RangeField
        label={label}
        value={weight}
        min={0}
        max={Math.max(MOST_WEIGHT, usual)}
        step={0.1}
        valueText={weight.toFixed(1)}
        onChange={onChange}
      />
      <p className={styles.note}>{demand ?? explanation}</p>
    </div>
  );
}
