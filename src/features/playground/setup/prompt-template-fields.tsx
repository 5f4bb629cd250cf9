import { DEFAULT_PROMPTS, type PromptTemplates } from '../../../core/index.ts';
import { Button, Disclosure, TextField } from '../../../ui/index.ts';
import styles from './setup.module.css';

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
  const edited = TEMPLATES.some(({ template }) => prompts[template] !== DEFAULT_PROMPTS[template]);
  return (
    <Disclosure title="Prompts to the model" summary={edited ? 'edited' : 'as shipped'}>
      <p className={styles.note}>
        A draft is asked for with the prompt and, after a blank line, the preference. Feedback and
        refinements follow in the same chat, after the anchor. <code>{'{prompt}'}</code>,{' '}
        <code>{'{preference}'}</code>, <code>{'{response}'}</code> and <code>{'{feedback}'}</code>{' '}
        are filled in.
      </p>
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
            onChange(DEFAULT_PROMPTS);
          }}
        >
          Back to the prompts as shipped
        </Button>
      )}
    </Disclosure>
  );
}
