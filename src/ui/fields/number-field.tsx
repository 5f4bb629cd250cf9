import { useId, useState } from 'react';
import styles from './fields.module.css';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  /** Called with numbers that are in range (and whole where `step` is whole), and with no others. */
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly hint?: string;
}

/** A number that can be typed. What can't be used is said beneath, and the last number that could stays in use. */
export function NumberField({ label, value, onChange, min, max, step, hint }: NumberFieldProps) {
  const id = useId();
  /** What is being typed while it isn't a number that can be used; null otherwise. */
  const [typed, setTyped] = useState<string | null>(null);
  const problem =
    typed === null ? null : `${rangeSentence({ min, max, step })} ${String(value)} is used.`;
  const note = problem ?? hint;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={`${styles.input ?? ''} ${styles.number ?? ''}`}
        type="number"
        min={min}
        max={max}
        step={step}
        value={typed ?? value}
        aria-invalid={problem !== null}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => {
          const text = event.target.value;
          const usable = isUsable(text, { min, max, step });
          setTyped(usable ? null : text);
          if (usable) onChange(Number(text));
        }}
        onBlur={() => {
          setTyped(null);
        }}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={problem === null ? styles.hint : styles.problem}>
          {note}
        </p>
      )}
    </div>
  );
}

type NumberRange = Pick<NumberFieldProps, 'min' | 'max' | 'step'>;

function isUsable(text: string, { min, max, step }: NumberRange): boolean {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return false;
  return value >= min && value <= max && (!Number.isInteger(step) || Number.isInteger(value));
}

function rangeSentence({ min, max, step }: NumberRange): string {
  const kind = Number.isInteger(step) ? 'whole number' : 'number';
  return `A ${kind} from ${String(min)} to ${String(max)} is needed;`;
}
