import { useRef, useState, type RefObject } from 'react';
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
  const [isCorrecting, setCorrecting] = useState(false);
  const adding = useRef<HTMLSelectElement>(null);
  const onToggle = (chip: ReadingChip): void => {
    onChange(toggled(preference, values, chip));
    // Its own button is gone with it.
    if (chip.state === 'added') adding.current?.focus();
  };
  const onWeigh = ({ check }: ReadingChip, factor: number): void => {
    onChange(weighed(values, check, factor));
  };
  const onAdd = (id: string): void => {
    onChange(withTrait(preference, values, id));
  };
  return (
    <div className={styles.preferenceNote}>
      <ul className={styles.reading} aria-label="What is measured of the preference">
        <Chips {...{ chips, isCorrecting, onToggle, onWeigh }} />
        {unmeasured.map((words) => (
          <Unmeasured key={words} words={words} />
        ))}
      </ul>
      <div className={styles.correct}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isCorrecting}
          onClick={() => {
            setCorrecting(!isCorrecting);
          }}
        >
          {isCorrecting ? 'Done' : 'Correct what is measured'}
        </button>
        {isCorrecting && <AddTrait {...{ chips, onAdd }} ref={adding} />}
      </div>
    </div>
  );
}

function Unmeasured({ words }: { readonly words: string }) {
  return (
    <li data-state="unmeasured">
      not measured: <q dir="auto">{words}</q>
    </li>
  );
}

interface ChipsProps {
  readonly chips: readonly ReadingChip[];
  readonly isCorrecting: boolean;
  readonly onToggle: (chip: ReadingChip) => void;
  readonly onWeigh: (chip: ReadingChip, factor: number) => void;
}

function Chips({ chips, isCorrecting, onToggle, onWeigh }: ChipsProps) {
  return chips.map((chip) => (
    <Chip
      key={chip.check}
      {...{ chip, isCorrecting }}
      onToggle={() => {
        onToggle(chip);
      }}
      onWeigh={(factor) => {
        onWeigh(chip, factor);
      }}
    />
  ));
}

interface ChipProps {
  readonly chip: ReadingChip;
  /** Whether it can be weighed and left out now, for which it needs more room. */
  readonly isCorrecting: boolean;
  readonly onToggle: () => void;
  readonly onWeigh: (factor: number) => void;
}

const FACTORS = [0.5, 1, 2];

function Chip({ chip, isCorrecting, onToggle, onWeigh }: ChipProps) {
  const { label, state, factor } = chip;
  const isOut = state === 'left-out';
  return (
    <li data-state={state}>
      <span dir="auto">{label}</span>
      {!isCorrecting && factor !== 1 && <small>×{shown(factor)}</small>}
      {isCorrecting && !isOut && <Weight {...{ label, factor, onWeigh }} />}
      {isCorrecting && (
        <button
          type="button"
          aria-label={`${isOut ? 'Put back' : 'Leave out'} ${label}`}
          title={isOut ? 'Put back' : 'Leave out'}
          onClick={onToggle}
        >
          {isOut ? '↺' : '×'}
        </button>
      )}
    </li>
  );
}

type WeightProps = Pick<ReadingChip, 'label' | 'factor'> & Pick<ChipProps, 'onWeigh'>;

function Weight({ label, factor, onWeigh }: WeightProps) {
  const factors = FACTORS.includes(factor) ? FACTORS : [...FACTORS, factor];
  return (
    <select
      aria-label={`Weight of ${label}`}
      value={factor}
      onChange={(event) => {
        onWeigh(Number(event.target.value));
      }}
    >
      {factors.map((each) => (
        <option key={each} value={each}>
          ×{shown(each)}
        </option>
      ))}
    </select>
  );
}

function shown(factor: number): number {
  return Number(factor.toFixed(2));
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
