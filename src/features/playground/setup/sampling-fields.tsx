import type { SamplingSettings } from '../../../core/index.ts';
import { Disclosure, NumberField } from '../../../ui/index.ts';
import styles from './setup.module.css';

export interface SamplingFieldsProps {
  readonly sampling: SamplingSettings;
  readonly feedbackMaxTokens: number;
  readonly onSampling: (sampling: SamplingSettings) => void;
  readonly onFeedbackMaxTokens: (tokens: number) => void;
}

/** The range of each setting, with a step that says whether it is a whole number. */
const SETTINGS = [
  { setting: 'temperature', label: 'Temperature', min: 0, max: 2, step: 0.1 },
  { setting: 'topP', label: 'Top p', min: 0.05, max: 1, step: 0.05 },
  { setting: 'topK', label: 'Top k (0: all)', min: 0, max: 200, step: 1 },
  { setting: 'presencePenalty', label: 'Presence penalty', min: -2, max: 2, step: 0.1 },
  { setting: 'maxTokens', label: 'Max tokens', min: 1, max: 2048, step: 1 },
] as const;

export function SamplingFields({
  sampling,
  feedbackMaxTokens,
  onSampling,
  onFeedbackMaxTokens,
}: SamplingFieldsProps) {
  const { temperature, topP, topK, presencePenalty, maxTokens } = sampling;
  const summary = `temperature ${String(temperature)}, top p ${String(topP)}, top k ${String(topK)}, presence ${String(presencePenalty)}, ${String(maxTokens)} tokens`;
  return (
    <Disclosure title="Sampling" summary={summary}>
      <div className={styles.pair}>
        {SETTINGS.map(({ setting, ...range }) => (
          <NumberField
            key={setting}
            {...range}
            value={sampling[setting]}
            onChange={(value) => {
              onSampling({ ...sampling, [setting]: value });
            }}
          />
        ))}
        <NumberField
          label="Feedback max tokens"
          min={1}
          max={2048}
          step={1}
          value={feedbackMaxTokens}
          onChange={onFeedbackMaxTokens}
        />
      </div>
      <p className={styles.note}>
        The defaults are the paper’s, but for length: it allowed 2048 tokens. Where an engine has no
        such setting, as WebLLM has no top k, the node says so.
      </p>
    </Disclosure>
  );
}
