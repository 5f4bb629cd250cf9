import { useRef, type RefObject } from 'react';
import { readPreference, type SettingValues } from '../../../rewards/index.ts';
import {
  addableTraits,
  chipsOf,
  type ReadingChip,
  toggled,
  weighed,
  withTrait,
} from './reading-chips.ts';
import styles from './setup.module.css';

export interface PreferenceReadingProps {
  readonly preference: string;
  /** What is set of the scorers: the correction of the reading among it. */
  readonly values: SettingValues;
  readonly onChange: (values: SettingValues) => void;
}

/** What was understood of the preference, each to be left out, weighed or added to; and what is not measured. */
export function PreferenceReading({ preference, values, onChange }: PreferenceReadingProps) {
  const chips = chipsOf(preference, values);
  const { unmeasured } = readPreference(preference);
  const adding = useRef<HTMLSelectElement>(null);
  return (
    <div className={styles.preferenceNote}>
      <ul className={styles.reading} aria-label="What is measured of the preference">
        {chips.map((chip) => (
          <Chip
            key={chip.check}
            chip={chip}
            onToggle={() => {
              onChange(toggled(preference, values, chip));
              // Its own button is gone with it.
              if (chip.state === 'added') adding.current?.focus();
            }}
            onWeigh={(factor) => {
              onChange(weighed(values, chip.check, factor));
            }}
          />
        ))}
        {unmeasured.map((words) => (
          <li key={words} data-state="unmeasured">
            not measured: <q dir="auto">{words}</q>
          </li>
        ))}
      </ul>
      <AddTrait
        chips={chips}
        ref={adding}
        onAdd={(id) => {
          onChange(withTrait(preference, values, id));
        }}
      />
    </div>
  );
}

interface ChipProps {
  readonly chip: ReadingChip;
  readonly onToggle: () => void;
  readonly onWeigh: (factor: number) => void;
}

const FACTORS = [0.5, 1, 2];

function Chip({ chip: { label, state, factor }, onToggle, onWeigh }: ChipProps) {
  const isOut = state === 'left-out';
  const factors = FACTORS.includes(factor) ? FACTORS : [...FACTORS, factor];
  return (
    <li data-state={state}>
      <span dir="auto">{label}</span>
      {!isOut && (
        <select
          aria-label={`Weight of ${label}`}
          value={factor}
          onChange={(event) => {
            onWeigh(Number(event.target.value));
          }}
        >
          {factors.map((each) => (
            <option key={each} value={each}>
              ×{Number(each.toFixed(2))}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        aria-label={`${isOut ? 'Put back' : 'Leave out'} ${label}`}
        title={isOut ? 'Put back' : 'Leave out'}
        onClick={onToggle}
      >
        {isOut ? '↺' : '×'}
      </button>
    </li>
  );
}

interface AddTraitProps {
  readonly chips: readonly ReadingChip[];
  readonly ref: RefObject<HTMLSelectElement | null>;
  readonly onAdd: (id: string) => void;
}

function AddTrait({ chips, ref, onAdd }: AddTraitProps) {
  return (
    <select
      ref={ref}
      className={styles.add}
      aria-label="Measure something else too"
      value=""
      onChange={(event) => {
        onAdd(event.target.value);
      }}
    >
      <option value="">Measure something else too …</option>
      {addableTraits(chips).map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}
