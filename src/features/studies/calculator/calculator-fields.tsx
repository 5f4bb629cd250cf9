import { NumberField } from '../../../ui/index.ts';
import { type CalculatorForm, FEEDBACK_COST, REFINEMENT_COST } from './calculator-form.ts';
import styles from '../studies.module.css';

export interface CalculatorFieldsProps {
  readonly form: CalculatorForm;
  readonly onChange: (form: CalculatorForm) => void;
}

/** Above what any scorer's rewards are apart. */
const MOST_REWARD = 1000;
const MOST_BUDGET = 64;

/** The figures of the world, and what is spent in it. */
export function CalculatorFields({ form, onChange }: CalculatorFieldsProps) {
  return (
    <div className={styles.search}>
      <WorldFields {...{ form, onChange }} />
      <SpentFields {...{ form, onChange }} />
    </div>
  );
}

function WorldFields({ form, onChange }: CalculatorFieldsProps) {
  const { world } = form;
  const change = (part: Partial<CalculatorForm['world']>): void => {
    onChange({ ...form, world: { ...world, ...part } });
  };
  const rewards = { min: 0, max: MOST_REWARD, step: 0.1 };
  return (
    <>
      <NumberField
        label="σ of drafts"
        {...{ ...rewards, value: world.deviation }}
        hint="Standard deviation of drafts’ rewards around 0."
        onChange={(deviation) => {
          change({ deviation });
        }}
      />
      <NumberField
        label="Gain of refining"
        {...{ ...rewards, min: -MOST_REWARD, value: world.gain }}
        hint="Mean reward of refinements less their anchor’s; below 0 where refining harms."
        onChange={(gain) => {
          change({ gain });
        }}
      />
      <NumberField
        label="Spread of refinements"
        {...{ ...rewards, value: world.spread }}
        hint="Their standard deviation around that."
        onChange={(spread) => {
          change({ spread });
        }}
      />
      <UsableField {...{ form, onChange }} />
    </>
  );
}

function UsableField({ form, onChange }: CalculatorFieldsProps) {
  return (
    <NumberField
      label="Usable feedback, in %"
      {...{ min: 0, max: 100, step: 1, value: Math.round(100 * form.world.usable) }}
      hint="Otherwise refinements gain nothing on average, and spread as far."
      onChange={(percent) => {
        onChange({ ...form, world: { ...form.world, usable: percent / 100 } });
      }}
    />
  );
}

function SpentFields({ form, onChange }: CalculatorFieldsProps) {
  const { costs, budget } = form;
  return (
    <>
      <NumberField
        label="N"
        {...{ min: 1, max: MOST_BUDGET, step: 1, value: budget }}
        hint="Responses, and at equal tokens the tokens of as many drafts."
        onChange={(next) => {
          onChange({ ...form, budget: next });
        }}
      />
      <NumberField
        label="Cost of a refinement"
        {...{ ...REFINEMENT_COST, step: 0.1, value: costs.refinement }}
        hint="In the tokens of a draft: it reads the anchor and the feedback too."
        onChange={(refinement) => {
          onChange({ ...form, costs: { ...costs, refinement } });
        }}
      />
      <NumberField
        label="Cost of the feedback"
        {...{ ...FEEDBACK_COST, step: 0.1, value: costs.feedback }}
        hint="In the tokens of a draft."
        onChange={(feedback) => {
          onChange({ ...form, costs: { ...costs, feedback } });
        }}
      />
    </>
  );
}
