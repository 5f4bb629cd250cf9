import type { Conditioning, PolicyAbility } from '../../../core/index.ts';
import {
  MOVING_SCORERS,
  offerScorers,
  POINTWISE_SCORERS,
  type SettingValues,
} from '../../../rewards/index.ts';
import { CheckboxField, Disclosure, SelectField, WhenIdle } from '../../../ui/index.ts';
import type { RunForm } from '../form/run-form.ts';
import { ScorerBadges } from './lazy-scorer-badges.ts';
import { SettingFields, WeightFields } from '../scorer/setting-fields.tsx';

export interface ScorerFieldsProps {
  readonly form: RunForm;
  /** Of the next run: the person's choice, or the one that suits the model. */
  readonly scorerId: string;
  /** What the engine of the chosen model can't do. */
  readonly lacks: readonly PolicyAbility[];
  readonly onChange: (change: Partial<RunForm>) => void;
}

const CONDITIONINGS: Readonly<Record<Conditioning, string>> = {
  prompt: 'the prompt x alone (for the common preference)',
  'prompt-and-preference': 'x with preference z (if specific)',
};

/** Which scorer chooses anchors and winners, how far it can be trusted, what it reads and how it is set. */
export function ScorerFields({ form, scorerId, lacks, onChange }: ScorerFieldsProps) {
  const chosen = POINTWISE_SCORERS.find(({ id }) => id === scorerId);
  const { options, missing } = offerScorers(POINTWISE_SCORERS, lacks);
  const set = (scorerValues: SettingValues): void => {
    onChange({ scorerValues });
  };
  return (
    <Disclosure
      title={`Scorer: ${chosen?.name ?? scorerId}`}
      summary={chosen?.reads === 'policy' ? 'reads with the model' : (chosen?.cost ?? '')}
    >
      <SelectField
        label="Scorer"
        value={scorerId}
        options={options}
        hint={[chosen?.about, chosen?.cost, missing].filter(Boolean).join(' ')}
        onChange={(id) => {
          onChange({ scorerId: id });
        }}
      />
      <WhenIdle>
        <ScorerBadges scorerId={scorerId} values={form.scorerValues} />
      </WhenIdle>
      <AgainstFields {...{ form, onChange }} />
      <SettingFields
        fields={chosen?.fields ?? []}
        values={form.scorerValues}
        asked={form}
        onChange={set}
      />
      <BesideFields {...{ form, scorerId }} onChange={set} />
    </Disclosure>
  );
}

interface BesideFieldsProps extends Pick<ScorerFieldsProps, 'form' | 'scorerId'> {
  readonly onChange: (values: SettingValues) => void;
}

/** The weights of scorers that aren't chosen, by which a finished run can be read all the same. */
function BesideFields({ form, scorerId, onChange }: BesideFieldsProps) {
  return MOVING_SCORERS.filter(({ id }) => id !== scorerId)
    .flatMap(({ fields = [] }) => fields)
    .filter((field) => field.shownAs === 'weights')
    .map((field) => (
      <Disclosure key={field.setting.id} title={field.title} summary="to read a finished run by">
        <WeightFields {...{ field, onChange }} values={form.scorerValues} asked={form} />
      </Disclosure>
    ));
}

/** What responses are scored against. */
function AgainstFields({ form, onChange }: Pick<ScorerFieldsProps, 'form' | 'onChange'>) {
  return (
    <>
      <SelectField
        label="The scorer reads the response against"
        value={form.conditionedOn}
        options={Object.entries(CONDITIONINGS).map(([value, label]) => ({ value, label }))}
        onChange={(value) => {
          onChange({ conditionedOn: value === 'prompt' ? 'prompt' : 'prompt-and-preference' });
        }}
      />
      <CheckboxField
        label="Show the other score too"
        hint="Each response is also scored the other way; choices don’t depend on it."
        checked={form.scoreBothWays}
        onChange={(scoreBothWays) => {
          onChange({ scoreBothWays });
        }}
      />
    </>
  );
}
