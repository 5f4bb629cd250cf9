import { useId } from 'react';
import { controlOf, FieldNote, FieldRow } from './field-row.tsx';
import styles from './fields.module.css';

export interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** One of several, by the platform's own control. */
export function SelectField({ label, value, options, onChange, hint }: SelectFieldProps) {
  const row = { id: useId(), label, hint };
  return (
    <FieldRow {...row}>
      <select
        {...controlOf(row)}
        className={styles.input}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldRow>
  );
}

export interface CheckboxFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string;
  /** Takes one line: the hint is told on hovering and to screen readers. */
  readonly isShort?: boolean;
}

/** Yes or no, beside its label. */
export function CheckboxField({ label, checked, onChange, hint, isShort }: CheckboxFieldProps) {
  const row = { id: useId(), hint };
  return (
    <div className={styles.check} title={isShort === true ? hint : undefined}>
      <input
        {...controlOf(row)}
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <label htmlFor={row.id}>{label}</label>
      {isShort === true ? <HiddenNote {...row} /> : <FieldNote {...row} />}
    </div>
  );
}

export interface CheckboxesFieldProps<Value extends string> {
  readonly legend: string;
  readonly choices: readonly (Pick<CheckboxFieldProps, 'label' | 'hint' | 'isShort'> & {
    readonly value: Value;
  })[];
  readonly chosen: readonly Value[];
  /** What is chosen last stands last. */
  readonly onChange: (chosen: readonly Value[]) => void;
  readonly className: string | undefined;
}

/** Any of several, under one heading. */
export function CheckboxesField<Value extends string>({
  legend,
  choices,
  chosen,
  onChange,
  className,
}: CheckboxesFieldProps<Value>) {
  return (
    <fieldset className={className}>
      <legend>{legend}</legend>
      {choices.map(({ value, ...choice }) => (
        <CheckboxField
          key={value}
          {...choice}
          checked={chosen.includes(value)}
          onChange={(isChosen) => {
            const others = chosen.filter((other) => other !== value);
            onChange(isChosen ? [...others, value] : others);
          }}
        />
      ))}
    </fieldset>
  );
}

/** What is said of the control, for screen readers alone. */
function HiddenNote({ id, hint }: { readonly id: string; readonly hint: string | undefined }) {
  return (
    <span id={`${id}-note`} hidden>
      {hint}
    </span>
  );
}
