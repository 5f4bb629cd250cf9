import { ARM_KINDS, ARM_TRAITS, type CatalogAssessment } from '../../../core/index.ts';
import { offerScorers, POINTWISE_SCORERS } from '../../../rewards/index.ts';
import { chooseOffer, type ChosenModel } from '../../../runs/index.ts';
import { hasSplits } from '../../../studies/index.ts';
import { CheckboxesField, NumberField, SelectField, TextField } from '../../../ui/index.ts';
import { MOST_BUDGET, MOST_SEEDS, type StudyForm, withStudyBudget } from './study-form.ts';
import type { StudyPage } from './study-tools.ts';
import styles from '../studies.module.css';

export interface StudyFieldsProps {
  readonly form: StudyForm;
  readonly onChange: (form: StudyForm) => void;
}

/** The strategies, N with its splits, and how often each prompt is asked. */
export function SampledFields({ form, firstSeed, onChange }: StudyFieldsProps & FirstSeed) {
  return (
    <>
      <ArmBoxes {...{ form, onChange }} />
      <div className={styles.search}>
        <NumberField
          label="Budget N"
          value={form.budget}
          min={1}
          max={MOST_BUDGET}
          step={1}
          onChange={(budget) => {
            onChange(withStudyBudget(form, budget));
          }}
        />
        {hasSplits(form.arms) && (
          <TextField
            label="Splits N0/N1"
            rows={1}
            value={form.splits}
            hint="Several are compared, such as 4/4, 2/6: an arm each, which share their drafts."
            onChange={(splits) => {
              onChange({ ...form, splits });
            }}
          />
        )}
        <SeedsField {...{ form, firstSeed, onChange }} />
      </div>
    </>
  );
}

interface FirstSeed {
  /** The playground's. */
  readonly firstSeed: number;
}

function SeedsField({ form, firstSeed, onChange }: StudyFieldsProps & FirstSeed) {
  return (
    <NumberField
      label="Seeds"
      value={form.seeds}
      min={1}
      max={MOST_SEEDS}
      step={1}
      hint={seedsHint(form.seeds, firstSeed)}
      onChange={(seeds) => {
        onChange({ ...form, seeds });
      }}
    />
  );
}

function seedsHint(seeds: number, first: number): string {
  const which = seeds === 1 ? String(first) : `${String(first)} to ${String(first + seeds - 1)}`;
  return `How often each prompt is asked: with ${which}.`;
}

function ArmBoxes({ form, onChange }: StudyFieldsProps) {
  return (
    <CheckboxesField
      legend="Arms to compare"
      className={styles.arms}
      choices={ARM_KINDS.map((kind) => ({
        ...{ value: kind, label: ARM_TRAITS[kind].name, hint: ARM_TRAITS[kind].summary },
        isShort: true,
      }))}
      chosen={form.arms}
      onChange={(arms) => {
        onChange({ ...form, arms });
      }}
    />
  );
}

export interface MakerFieldsProps extends StudyFieldsProps {
  readonly page: Pick<StudyPage, 'assessment' | 'choice' | 'onChoose' | 'lacks'>;
  /** Of the form: the person's choice, or the one that suits the model. */
  readonly scorerId: string;
}

/** Which model writes, and which scorer chooses. */
export function MakerFields({ page, form, scorerId, onChange }: MakerFieldsProps) {
  const { assessment, choice, onChoose, lacks } = page;
  const { options, missing } = offerScorers(
    POINTWISE_SCORERS,
    choice === null ? [] : lacks(choice.source),
  );
  return (
    <div className={styles.search}>
      <ModelField {...{ assessment, choice, onChoose }} />
      <SelectField
        label="Scorer"
        value={scorerId}
        options={options}
        hint={missing}
        onChange={(id) => {
          onChange({ ...form, scorerId: id });
        }}
      />
    </div>
  );
}

const NAMED = 'named';

interface ModelFieldProps {
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly onChoose: (choice: ChosenModel) => void;
}

function ModelField({ assessment, choice, onChoose }: ModelFieldProps) {
  const offers = (assessment?.offers ?? []).filter(({ fit }) => fit.fits);
  const isNamed = choice !== null && choice.offerId === null;
  return (
    <SelectField
      label="Model"
      value={choice === null ? '' : (choice.offerId ?? NAMED)}
      options={[
        ...(choice === null ? [{ value: '', label: 'None yet' }] : []),
        ...(isNamed ? [{ value: NAMED, label: choice.name }] : []),
        ...offers.map(({ id, name, engineLabel }) => ({
          value: id,
          label: `${name} · ${engineLabel.badge}`,
        })),
      ]}
      hint="The playground’s too. Others, and models behind servers, are under Models."
      onChange={(id) => {
        const offer = offers.find((each) => each.id === id);
        if (offer !== undefined) onChoose(chooseOffer(offer));
      }}
    />
  );
}
