import {
  DEFAULT_RUBRIC_WEIGHTS,
  describeRubric,
  type ActiveCheck,
} from '../../../../rewards/index.ts';
import { Button, RangeField } from '../../../../ui/index.ts';
import type { RunForm } from '../../form/run-form.ts';
import styles from '../setup.module.css';

export interface RubricWeightFieldsProps {
  readonly form: RunForm;
  readonly onChange: (change: Partial<RunForm>) => void;
}

const MOST_WEIGHT = 3;

/** The weight of each check that the preference calls for, each explained. */
export function RubricWeightFields({ form, onChange }: RubricWeightFieldsProps) {
  const { preference, weights, conditionedOn } = form;
  const checks = describeRubric(preference, weights, conditionedOn);
  return (
    <>
      <p className={styles.note}>
        The reward is the sum of these checks, each something that can be counted in the text. It
        measures how an answer is written, not whether it is true. A finished run on screen is read
        by new weights at once; its anchors stay.
      </p>
      {checks.map((check) => (
        <CheckWeight
          key={check.id}
          check={check}
          onChange={(weight) => {
            onChange({ weights: { ...weights, [check.id]: weight } });
          }}
        />
      ))}
      {Object.keys(weights).length > 0 && (
        <Button
          onClick={() => {
            onChange({ weights: {} });
          }}
        >
          Back to the default weights
        </Button>
      )}
    </>
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
      {demand !== undefined && <p className={styles.note}>{demand}</p>}
      <p className={styles.note}>{explanation}</p>
    </div>
  );
}
