import type { Conditioning } from '../../../../core/index.ts';
import {
  valueOf,
  withValue,
  type SettingValues,
  type ShownWeight,
  type WeightsSetting,
} from '../../../../rewards/index.ts';
import { Button, RangeField } from '../../../../ui/index.ts';
import styles from '../setup.module.css';

export interface WeightFieldsProps {
  readonly field: WeightsSetting;
  readonly values: SettingValues;
  readonly asked: AskedOfScorer;
  readonly onChange: (values: SettingValues) => void;
}

/** What responses are scored against: it says which weights count. */
export interface AskedOfScorer {
  readonly preference: string;
  readonly conditionedOn: Conditioning;
}

/** The weight of each check that the preference calls for, each explained. */
export function WeightFields({ field, values, asked, onChange }: WeightFieldsProps) {
  const { setting, note, back } = field;
  const set = valueOf(values, setting);
  return (
    <>
      <p className={styles.note}>{note}</p>
      {field.weightsFor(asked, set).map((weight) => (
        <WeightField
          key={weight.id}
          weight={weight}
          onChange={(value) => {
            onChange(withValue(values, setting, { ...set, [weight.id]: value }));
          }}
        />
      ))}
      {Object.keys(set).length > 0 && (
        <Button
          onClick={() => {
            onChange(withValue(values, setting, setting.usual));
          }}
        >
          {back}
        </Button>
      )}
    </>
  );
}

interface WeightFieldProps {
  readonly weight: ShownWeight;
  readonly onChange: (value: number) => void;
}

function WeightField({ weight, onChange }: WeightFieldProps) {
  const { label, value, most, notes } = weight;
  return (
    <div>
      <RangeField
        label={label}
        value={value}
        min={0}
        max={most}
        step={0.1}
        valueText={value.toFixed(1)}
        onChange={onChange}
      />
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </div>
  );
}
