import {
  feedbackOnTwo,
  MODEL_SETTINGS,
  type ModelSize,
  type PromptTemplates,
  type WorkedExample,
} from '../../../core/index.ts';
import { Button, Note, SelectField, TextField } from '../../../ui/index.ts';
import { MODEL_SIZES, isShipped } from './shipped-prompts.ts';
import styles from './setup.module.css';

export interface PromptTemplateFieldsProps {
  readonly prompts: PromptTemplates;
  /** Of the model that the next run will use. */
  readonly size: ModelSize;
  readonly onChange: (prompts: PromptTemplates) => void;
}

const TEMPLATES = [
  { template: 'feedback', label: 'Asking for feedback' },
  { template: 'feedbackOnTwo', label: 'Asking for feedback on two answers (TPO-style)' },
  { template: 'refinement', label: 'Asking for a refinement' },
  { template: 'refinementWithoutFeedback', label: 'Asking for a refinement without feedback' },
] as const;

/** The words sent for feedback and refinement, as they are and to be edited. */
export function PromptTemplateFields({ prompts, size, onChange }: PromptTemplateFieldsProps) {
  return (
    <>
      <LayoutField {...{ prompts, onChange }} />
      {TEMPLATES.map(({ template, label }) => (
        <TextField
          key={template}
          label={label}
          rows={3}
          value={template === 'feedbackOnTwo' ? feedbackOnTwo(prompts) : prompts[template]}
          onChange={(text) => {
            onChange({ ...prompts, [template]: text });
          }}
        />
      ))}
      <ExampleFields {...{ prompts, onChange }} />
      <ShippedPrompts {...{ prompts, size, onChange }} />
    </>
  );
}

type Editing = Omit<PromptTemplateFieldsProps, 'size'>;

/** Whether the words go on with the draft's chat or stand alone. */
function LayoutField({ prompts, onChange }: Editing) {
  return (
    <>
      <SelectField
        label="Where the prompts stand"
        value={prompts.layout ?? 'chat'}
        options={[
          { value: 'one-turn', label: 'Alone: one turn that quotes everything' },
          { value: 'chat', label: 'In the draft’s chat, after the anchor' },
        ]}
        onChange={(value) => {
          const layout = value === 'one-turn' ? value : 'chat';
          onChange({ ...prompts, layout });
        }}
      />
      <Note>
        A draft is asked for with the prompt and, after a blank line, the preference. In the prompts
        below <code>{'{prompt}'}</code>, <code>{'{preference}'}</code>, <code>{'{response}'}</code>{' '}
        (the anchor), <code>{'{rejected}'}</code> (the worst so far) and <code>{'{feedback}'}</code>{' '}
        are filled in.
      </Note>
    </>
  );
}

const EXAMPLE_PARTS: readonly { readonly part: keyof WorkedExample; readonly label: string }[] = [
  { part: 'prompt', label: 'Example: prompt' },
  { part: 'preference', label: 'Example: preference' },
  { part: 'response', label: 'Example: anchor' },
  { part: 'feedback', label: 'Example: feedback' },
  { part: 'refinement', label: 'Example: refinement' },
];

const EMPTY_EXAMPLE: WorkedExample = {
  prompt: '',
  preference: '',
  response: '',
  feedback: '',
  refinement: '',
};

/** The example that is shown before each request, or none. */
function ExampleFields({ prompts, onChange }: Editing) {
  const { example, ...others } = prompts;
  if (example === undefined) {
    return (
      <Button
        onClick={() => {
          onChange({ ...prompts, example: EMPTY_EXAMPLE });
        }}
      >
        Show the model an example first
      </Button>
    );
  }
  return (
    <>
      <Note>Before each request the model is shown this one, asked for by the same prompts.</Note>
      {EXAMPLE_PARTS.map(({ part, label }) => (
        <TextField
          key={part}
          label={label}
          rows={2}
          value={example[part]}
          onChange={(text) => {
            onChange({ ...prompts, example: { ...example, [part]: text } });
          }}
        />
      ))}
      <Button
        onClick={() => {
          onChange(others);
        }}
      >
        No example
      </Button>
    </>
  );
}

/** The ways back: to the prompts that suit the model, and to the others. */
function ShippedPrompts({ prompts, size, onChange }: PromptTemplateFieldsProps) {
  const others = MODEL_SIZES.filter((each) => !isShipped(prompts, each.size));
  return (
    <div className={styles.presets}>
      {others.map((each) => (
        <Button
          key={each.size}
          onClick={() => {
            onChange(MODEL_SETTINGS[each.size].prompts);
          }}
        >
          {each.size === size ? 'Back to the prompts as shipped' : `Prompts for ${each.name}`}
        </Button>
      ))}
    </div>
  );
}
