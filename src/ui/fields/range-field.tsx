import { useId } from 'react';
import styles from './fields.module.css';

export interface RangeFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value in words, for the eye and for screen readers. */
  readonly valueText: string;
  /** What the two ends mean. */
  readonly ends?: readonly [least: string, most: string];
}

/** A slider. */
export function RangeField({
  label,
  value,
  onChange,
  min,
  max,
  step,
  valueText,
  ends,
}: RangeFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <div className={styles.rangeHead}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <output htmlFor={id}>{valueText}</output>
      </div>
      <input
        id={id}
        className={styles.range}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
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
    </div>
  );
}
