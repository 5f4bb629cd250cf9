import {
  valueOf,
  withValue,
  type SettingField,
  type SettingValues,
  type TextSetting,
} from '../../../../rewards/index.ts';
import { Button, CheckboxField, TextField } from '../../../../ui/index.ts';
import { WeightFields, type AskedOfScorer } from './weight-fields.tsx';

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
      return <TextSettingField {...{ field, values, onChange }} />;
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
    case 'weights':
      return asked === undefined ? null : <WeightFields {...{ field, values, asked, onChange }} />;
  }
}

interface TextSettingFieldProps extends Omit<OneFieldProps, 'field' | 'asked'> {
  readonly field: TextSetting;
}

function TextSettingField({ field, values, onChange }: TextSettingFieldProps) {
  const { setting, label, rows, back, problemOf } = field;
  const text = valueOf(values, setting);
  const set = (edited: string): void => {
    onChange(withValue(values, setting, edited));
  };
  return (
    <>
      <TextField {...{ label, rows }} value={text} problem={problemOf(text)} onChange={set} />
      {text !== setting.usual && (
        <Button
          onClick={() => {
            set(setting.usual);
          }}
        >
          {back}
        </Button>
      )}
    </>
  );
}
