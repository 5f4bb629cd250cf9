import { useState } from 'react';
import {
  PREFERENCE_PRESETS,
  type PreferencePreset,
  type SettingValues,
} from '../../../rewards/index.ts';
import { TextField, Note, WhenIdle } from '../../../ui/index.ts';
import { PreferenceReading } from './lazy-preference-reading.ts';
import type { PreferenceReadingProps } from './preference-reading.tsx';
import styles from './setup.module.css';

export interface PreferenceFieldProps {
  readonly preference: string;
  readonly onChange: (preference: string) => void;
  readonly onPreset: (preset: PreferencePreset) => void;
  /** What is set of the scorers. */
  readonly values: SettingValues;
  readonly onValues: (values: SettingValues) => void;
}

/** The preference z: a preset to start from, then in one's own words, with what the rubric makes of it. */
export function PreferenceField(props: PreferenceFieldProps) {
  const { preference, values, onChange, onPreset, onValues } = props;
  return (
    <div className={styles.stack}>
      <TextField
        label="Preference"
        rows={2}
        value={preference}
        onChange={onChange}
        placeholder="What kind of answer do you want? For example: brief, with one example."
      />
      <Presets {...{ preference, onPreset }} />
      <PreferenceNote {...{ preference, values }} onChange={onValues} />
    </div>
  );
}

/** Those that differ most from each other: enough to play with at once. The others are one press away. */
const FIRST: readonly string[] = ['concise', 'thorough', 'humorous'];

/** Preferences to start from. */
function Presets({ preference, onPreset }: Pick<PreferenceFieldProps, 'preference' | 'onPreset'>) {
  const [all, setAll] = useState(false);
  const shown = PREFERENCE_PRESETS.filter(
    (preset) => all || FIRST.includes(preset.id) || preset.preference === preference,
  );
  return (
    <div className={styles.chips} role="group" aria-label="Preference presets">
      {shown.map((preset) => (
        <button
          key={preset.id}
          type="button"
          className={styles.chip}
          aria-pressed={preset.preference === preference}
          title={preset.preference}
          onClick={() => {
            onPreset(preset);
          }}
        >
          {preset.name}
        </button>
      ))}
      <button
        type="button"
        className={styles.fold}
        aria-expanded={all}
        aria-label={all ? 'Fewer presets' : 'More presets'}
        onClick={() => {
          setAll(!all);
        }}
      >
        {all ? 'Fewer' : 'More'}
      </button>
    </div>
  );
}

/** What the rubric will measure of the preference, and what it won't. */
function PreferenceNote({ preference, values, onChange }: PreferenceReadingProps) {
  if (preference.trim() === '') {
    return <Note>Without a preference, PRand samples as Rand does.</Note>;
  }
  const preset = PREFERENCE_PRESETS.find((each) => each.preference === preference);
  return (
    <>
      <WhenIdle fallback={<div className={styles.readingToCome} />}>
        <PreferenceReading {...{ preference, values, onChange }} />
      </WhenIdle>
      {preset !== undefined && <Note>{preset.limits}</Note>}
    </>
  );
}
