import type { Conditioning } from '../../../core/index.ts';
import {
  type SettingField,
  type SettingValues,
  type ShownWeight,
  valueOf,
  type WeightsSetting,
  withValue,
} from '../../../rewards/index.ts';
import { Button, CheckboxField, Note, RangeField, WhenIdle } from '../../../ui/index.ts';
import { TextSettingField } from './lazy-text-setting-field.ts';

export interface SettingFieldsProps {
  readonly fields: readonly SettingField[];
  readonly values: SettingValues;
  /** Absent where weights aren't set: a finished run is read by those of its set-up. */
  readonly asked?: AskedOfScorer;
  readonly onChange: (values: SettingValues) => void;
}

/** What a person sets of a scorer, as its module describes it. */
export function SettingFields({ fields, ...props }: SettingFieldsProps) {
  return fields.map((field) => <OneField key={field.setting.id} field={field} {...props} />);
}

interface OneFieldProps extends Omit<SettingFieldsProps, 'fields'> {
  readonly field: SettingField;
}

function OneField({ field, values, asked, onChange }: OneFieldProps) {
  switch (field.shownAs) {
    case 'text':
      return (
        <WhenIdle>
          <TextSettingField {...{ field, values, onChange }} />
        </WhenIdle>
      );
    case 'checkbox':
      return (
        <CheckboxField
          label={field.label}
          hint={field.hint}
          checked={valueOf(values, field.setting)}
          onChange={(checked) => {
            onChange(withValue(values, field.setting, checked));
          }}
        />
      );
    case 'reading':
      return null;
    case 'weights':
      return asked === undefined ? null : <WeightFields {...{ field, values, asked, onChange }} />;
  }
}

export interface WeightFieldsProps {
  readonly field: WeightsSetting;
  readonly values: SettingValues;
  readonly asked: AskedOfScorer;
  readonly onChange: (values: SettingValues) => void;
}

/** What responses are scored against: it says which weights count. */
interface AskedOfScorer {
  readonly preference: string;
  readonly conditionedOn: Conditioning;
}

/** The weight of each check that the preference calls for, each explained. */
export function WeightFields({ field, values, asked, onChange }: WeightFieldsProps) {
  const { setting, note, back } = field;
  const set = valueOf(values, setting);
  return (
    <>
      <Note>{note}</Note>
      {field.weightsFor(asked, set, values).map((weight) => (
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
        <Note key={note}>{note}</Note>
      ))}
    </div>
  );
}
