import {
  PREFERENCE_PRESETS,
  type PreferencePreset,
  readPreference,
} from '../../../rewards/index.ts';
import { TextField, Note } from '../../../ui/index.ts';
import styles from './setup.module.css';

export interface PreferenceFieldProps {
  readonly preference: string;
  readonly onChange: (preference: string) => void;
  readonly onPreset: (preset: PreferencePreset) => void;
}

/** The preference z: a preset to start from, then in one's own words, with what the rubric makes of it. */
export function PreferenceField({ preference, onChange, onPreset }: PreferenceFieldProps) {
  return (
    <div className={styles.stack}>
      <TextField
        label="Preference"
        rows={2}
        value={preference}
        onChange={onChange}
        placeholder="What kind of answer do you want? For example: brief, with one example."
      />
      <div className={styles.chips} role="group" aria-label="Preference presets">
        {PREFERENCE_PRESETS.map((preset) => (
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
      </div>
      <PreferenceNote preference={preference} />
    </div>
  );
}

/** What the rubric will measure of the preference, and what it won't. */
function PreferenceNote({ preference }: { readonly preference: string }) {
  if (preference.trim() === '') {
    return <Note>Without a preference, PRand samples as Rand does.</Note>;
  }
  const { demands, unmeasured } = readPreference(preference);
  const preset = PREFERENCE_PRESETS.find((each) => each.preference === preference);
  return (
    <div className={styles.preferenceNote}>
      {demands.length > 0 && (
        <p>
          <b>Measured:</b> {demands.map(({ sentence }) => sentence).join(' · ')}
        </p>
      )}
      {unmeasured.length > 0 && (
        <p>
          <b>Not measured:</b> {unmeasured.map((words) => `“${words}”`).join(', ')}
        </p>
      )}
      {preset !== undefined && <p>{preset.limits}</p>}
    </div>
  );
}
