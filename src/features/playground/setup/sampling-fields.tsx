import {
  MODEL_SETTINGS,
  type ModelSize,
  PAPER_SAMPLING,
  type SamplingSettings,
} from '../../../core/index.ts';
import { Button, NumberField, Note } from '../../../ui/index.ts';
import { isSame } from '../form/kept-form.ts';
import styles from './setup.module.css';

export interface SamplingFieldsProps {
  readonly sampling: SamplingSettings;
  readonly feedbackMaxTokens: number;
  /** Of the model that the next run will use. */
  readonly size: ModelSize;
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

/** How responses and feedback are drawn. */
export function SamplingFields({
  sampling,
  feedbackMaxTokens,
  size,
  onSampling,
  onFeedbackMaxTokens,
}: SamplingFieldsProps) {
  return (
    <>
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
      <Presets {...{ sampling, size, onSampling }} />
      <Note>
        {SUITED[size]} The paper’s are temperature 0.8, top p 1, top k 50 and presence penalty 1.2,
        with answers of up to 2048 tokens. Where an engine has no such setting, as WebLLM has no top
        k, the node says so.
      </Note>
    </>
  );
}

const SUITED: Readonly<Record<ModelSize, string>> = {
  small:
    'This model begins with short answers and without a presence penalty, which made its answers worse where it was measured.',
  larger: 'This model begins with the paper’s settings, but for the length of answers.',
};

type PresetsProps = Pick<SamplingFieldsProps, 'sampling' | 'size' | 'onSampling'>;

/** The paper's settings and the model's own, where they aren't set; the length of answers stays with the paper's. */
function Presets({ sampling, size, onSampling }: PresetsProps) {
  const paper = { ...PAPER_SAMPLING, maxTokens: sampling.maxTokens };
  const suited = MODEL_SETTINGS[size].sampling;
  return (
    <div className={styles.presets}>
      {!isSame(sampling, paper) && (
        <Button
          onClick={() => {
            onSampling(paper);
          }}
        >
          The paper’s settings
        </Button>
      )}
      {!isSame(sampling, suited) && (
        <Button
          onClick={() => {
            onSampling(suited);
          }}
        >
          Those that suit the model
        </Button>
      )}
    </div>
  );
}
