import { CHAT_PROMPTS, type PromptTemplates } from '../../../core/index.ts';
import {
  PREFERENCE_PRESETS,
  type PreferencePreset,
  readPreference,
} from '../../../rewards/index.ts';
import { Button, Disclosure, TextField, Note } from '../../../ui/index.ts';
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

export interface PromptTemplateFieldsProps {
  readonly prompts: PromptTemplates;
  readonly onChange: (prompts: PromptTemplates) => void;
}

const TEMPLATES = [
  { template: 'feedback', label: 'Asking for feedback' },
  { template: 'refinement', label: 'Asking for a refinement' },
  { template: 'refinementWithoutFeedback', label: 'Asking for a refinement without feedback' },
] as const;

/** The words sent for feedback and refinement, as they are and to be edited. */
export function PromptTemplateFields({ prompts, onChange }: PromptTemplateFieldsProps) {
  const edited = TEMPLATES.some(({ template }) => prompts[template] !== CHAT_PROMPTS[template]);
  return (
    <Disclosure title="Prompts to the model" summary={edited ? 'edited' : 'as shipped'}>
      <Note>
        A draft is asked for with the prompt and, after a blank line, the preference. Feedback and
        refinements follow in the same chat, after the anchor. <code>{'{prompt}'}</code>,{' '}
        <code>{'{preference}'}</code>, <code>{'{response}'}</code> and <code>{'{feedback}'}</code>{' '}
        are filled in.
      </Note>
      {TEMPLATES.map(({ template, label }) => (
        <TextField
          key={template}
          label={label}
          rows={3}
          value={prompts[template]}
          onChange={(text) => {
            onChange({ ...prompts, [template]: text });
          }}
        />
      ))}
      {edited && (
        <Button
          onClick={() => {
            onChange(CHAT_PROMPTS);
          }}
        >
          Back to the prompts as shipped
        </Button>
      )}
    </Disclosure>
  );
}
