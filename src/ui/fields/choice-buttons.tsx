import styles from './choice-buttons.module.css';

export interface ChoiceButtonsProps<Value extends string> {
  /** Of the whole. */
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly {
    readonly value: Value;
    readonly name: string;
    readonly title?: string;
  }[];
  /** Of the key that chooses another, for `aria-keyshortcuts`. */
  readonly keys?: string | undefined;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight. */
export function ChoiceButtons<Value extends string>(props: ChoiceButtonsProps<Value>) {
  const { label, value, choices, keys, onChange } = props;
  return (
    <div className={styles.choices} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          aria-keyshortcuts={choice.value === value ? undefined : keys}
          title={choice.title}
          onClick={() => {
            onChange(choice.value);
          }}
        >
          {choice.name}
        </button>
      ))}
    </div>
  );
}
