import type { StudyPrompt } from '../../../../studies/index.ts';
import { ChoiceButtons, TextField } from '../../../../ui/index.ts';
import type { StudyFieldsProps } from '../study-fields.tsx';
import type { PromptSource } from '../study-form.ts';
import { type BuiltInSet, BuiltInFields } from './built-in-fields.tsx';
import { FileFields } from './file-fields.tsx';
import { PromptPreview } from './prompt-preview.tsx';
import type { HeldFile } from './use-held-file.ts';
import styles from '../../studies.module.css';

export interface AskedFieldsProps extends StudyFieldsProps {
  readonly builtIn: BuiltInSet;
  readonly held: HeldFile;
  /** What the form asks for as it stands. */
  readonly prompts: readonly StudyPrompt[];
}

/** The study's name, and what is asked: typed, of the built-in set or out of a file. */
export function AskedFields({ form, builtIn, held, prompts, onChange }: AskedFieldsProps) {
  const { source } = form;
  return (
    <>
      <TextField
        label="Name of the study"
        rows={1}
        value={form.name}
        onChange={(name) => {
          onChange({ ...form, name });
        }}
      />
      <div className={styles.source}>
        <b>Prompts</b>
        <ChoiceButtons
          label="Where the prompts come from"
          value={source}
          choices={SOURCES}
          onChange={(chosen) => {
            onChange({ ...form, source: chosen });
          }}
        />
      </div>
      {source === 'typed' && <TypedPromptsField {...{ form, onChange }} />}
      {source === 'built-in' && <BuiltInFields {...{ form, builtIn, onChange }} />}
      {source === 'file' && <FileFields {...{ form, held, onChange }} />}
      {source !== 'built-in' && <PreferencesField {...{ form, onChange }} />}
      {source !== 'typed' && <PromptPreview prompts={prompts} />}
    </>
  );
}

const SOURCES: readonly { readonly value: PromptSource; readonly name: string }[] = [
  { value: 'typed', name: 'Typed' },
  { value: 'built-in', name: 'Built-in set' },
  { value: 'file', name: 'A file' },
];

function TypedPromptsField({ form, onChange }: StudyFieldsProps) {
  return (
    <TextField
      label="Prompts"
      rows={4}
      value={form.prompts}
      hint="One a line. Behind a | a prompt has its own preference: Why is the sky blue? | Answer a child."
      onChange={(prompts) => {
        onChange({ ...form, prompts });
      }}
    />
  );
}

function PreferencesField({ form, onChange }: StudyFieldsProps) {
  return (
    <TextField
      label="Preferences"
      rows={2}
      value={form.preferences}
      hint="One a line. Each prompt that brings none of its own is asked with each of these."
      onChange={(preferences) => {
        onChange({ ...form, preferences });
      }}
    />
  );
}
