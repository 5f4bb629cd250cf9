import { useId, useState } from 'react';
import { controlOf, FieldRow } from './field-row.tsx';
import styles from './fields.module.css';
import { type NumberRange, takeNumber, unusableSentence, writeNumber } from './typed-number.ts';

export interface NumberFieldProps extends NumberRange {
  readonly label: string;
  readonly value: number;
  /** Called with numbers that are in range (and whole where `step` is whole), and with no others. */
  readonly onChange: (value: number) => void;
  readonly hint?: string;
}

/** Keys that move a number by its step, and which way. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/**
 * A number that can be typed. It stays what it was until what is typed is whole: with Enter, or when the field is left. What was
 * made of it, where that isn't what was typed, is said beneath until something else is.
 *
 * Not the platform's own number input: that takes a wheel that rolls over it for a wish, and reads "0,7" as 0.
 */
export function NumberField({ label, value, onChange, hint, ...range }: NumberFieldProps) {
  const { text, problem, isUsable, type, leave, press } = useTypedNumber({
    value,
    onChange,
    ...range,
  });
  const row = { id: useId(), label, hint, problem };
  return (
    <FieldRow {...row}>
      <input
        {...controlOf(row)}
        className={`${styles.input ?? ''} ${styles.number ?? ''}`}
        type="text"
        role="spinbutton"
        inputMode={Number.isInteger(range.step) && range.min >= 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={text}
        aria-valuenow={value}
        aria-valuemin={range.min}
        aria-valuemax={range.max}
        aria-invalid={!isUsable}
        onChange={(event) => {
          type(event.target.value);
        }}
        onBlur={leave}
        onKeyDown={(event) => {
          if (press(event.key)) event.preventDefault();
        }}
      />
    </FieldRow>
  );
}

interface TypedNumber {
  readonly text: string;
  /** Why what is being typed can't be used, or what was made of what was typed last; null where it is used as it is. */
  readonly problem: string | null;
  /** Whether what stands in the field is a number that can be used. */
  readonly isUsable: boolean;
  readonly type: (text: string) => void;
  readonly leave: () => void;
  /** @returns whether the key was for the number, and not for the text. */
  readonly press: (key: string) => boolean;
}

function useTypedNumber({
  value,
  onChange,
  ...range
}: Pick<NumberFieldProps, 'value' | 'onChange'> & NumberRange): TypedNumber {
  const { language } = navigator;
  /** What is being typed; null otherwise. */
  const [typed, setTyped] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly of: number; readonly sentence: string } | null>(null);
  const take = (text: string): void => {
    const taken = takeNumber(text, value, range, language);
    setTyped(null);
    setSaid(taken.sentence === null ? null : { of: taken.value, sentence: taken.sentence });
    if (taken.value !== value) onChange(taken.value);
  };
  const leave = (): void => {
    if (typed !== null) take(typed);
  };
  const unusable = typed === null ? null : unusableSentence(typed, value, range, language);
  const toldBefore = said !== null && said.of === value ? said.sentence : null;
  return {
    text: typed ?? writeNumber(value, language),
    problem: typed === null ? toldBefore : unusable,
    isUsable: unusable === null,
    type: setTyped,
    leave,
    press: (key) => {
      if (key === 'Enter') leave();
      if (key === 'Escape') setTyped(null);
      const direction = STEPS[key];
      if (direction === undefined) return false;
      const from = typed === null ? value : takeNumber(typed, value, range, language).value;
      take(writeNumber(from + direction * range.step, language));
      return true;
    },
  };
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
