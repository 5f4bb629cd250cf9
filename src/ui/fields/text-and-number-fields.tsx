import { useId, type ChangeEvent, useState } from 'react';
import { controlOf, FieldRow } from './field-row.tsx';
import styles from './fields.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Lines shown before it grows; 1 for a single line. */
  readonly rows: number;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly placeholder?: string;
}

/** Text of one line, or of several and growing with what is in it. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, rows, hint, problem, placeholder } = props;
  const row = { id: useId(), label, hint, problem };
  const shared = {
    ...controlOf(row),
    ...{ value, placeholder },
    'aria-invalid': typeof problem === 'string',
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      onChange(event.target.value);
    },
  };
  return (
    <FieldRow {...row}>
      {rows === 1 ? (
        <input type="text" className={styles.input} {...shared} />
      ) : (
        <textarea
          className={`${styles.input ?? ''} ${styles.text ?? ''}`}
          rows={rows}
          {...shared}
        />
      )}
    </FieldRow>
  );
}

interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface NumberFieldProps extends NumberRange {
  readonly label: string;
  readonly value: number;
  /** Called with numbers that are in range (and whole where `step` is whole), and with no others. */
  readonly onChange: (value: number) => void;
  readonly hint?: string;
}

/** A number that can be typed. What can't be used is said beneath, and the last number that could stays in use. */
export function NumberField({ label, value, onChange, hint, ...range }: NumberFieldProps) {
  const id = useId();
  /** What is being typed while it isn't a number that can be used; null otherwise. */
  const [typed, setTyped] = useState<string | null>(null);
  const problem = typed === null ? null : `${rangeSentence(range)} ${String(value)} is used.`;
  const row = { id, label, hint, problem };
  return (
    <FieldRow {...row}>
      <input
        {...controlOf(row)}
        {...range}
        className={`${styles.input ?? ''} ${styles.number ?? ''}`}
        type="number"
        value={typed ?? value}
        aria-invalid={problem !== null}
        onChange={(event) => {
          const text = event.target.value;
          const usable = isUsable(text, range);
          setTyped(usable ? null : text);
          if (usable) onChange(Number(text));
        }}
        onBlur={() => {
          setTyped(null);
        }}
      />
    </FieldRow>
  );
}

function isUsable(text: string, { min, max, step }: NumberRange): boolean {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return false;
  return value >= min && value <= max && (!Number.isInteger(step) || Number.isInteger(value));
}

function rangeSentence({ min, max, step }: NumberRange): string {
  const kind = Number.isInteger(step) ? 'whole number' : 'number';
  return `A ${kind} from ${String(min)} to ${String(max)} is needed;`;
}

export interface RangeFieldProps extends NumberRange {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** The value in words, for the eye and for screen readers. */
  readonly valueText: string;
  /** What the two ends mean. */
  readonly ends?: readonly [least: string, most: string];
}

/** A slider. */
export function RangeField(props: RangeFieldProps) {
  const { label, value, onChange, min, max, step, valueText, ends } = props;
  const id = useId();
  return (
    <FieldRow {...{ id, label }} aside={<output htmlFor={id}>{valueText}</output>}>
      <input
        {...{ id, min, max, step, value }}
        className={styles.range}
        type="range"
        aria-valuetext={valueText}
        aria-describedby={ends === undefined ? undefined : `${id}-ends`}
        onChange={(event) => {
          onChange(event.target.valueAsNumber);
        }}
      />
      {ends !== undefined && (
        <div id={`${id}-ends`} className={styles.ends}>
          <span>{ends[0]}</span> <span>{ends[1]}</span>
        </div>
      )}
    </FieldRow>
  );
}
