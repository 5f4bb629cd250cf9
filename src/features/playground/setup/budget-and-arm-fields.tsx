import { useState } from 'react';
import {
  ARM_KINDS,
  ARM_TRAITS,
  type ArmKind,
  CONTROL_NAMES,
  type ControlKind,
  FIRST_ARMS,
  type Split,
} from '../../../core/index.ts';
import { CheckboxesField, NumberField, RangeField } from '../../../ui/index.ts';
import { MOST_BUDGET, MOST_LAYERS } from '../form/run-form.ts';
import { withBudget, withLayers, withPart } from '../form/edit-split.ts';
import styles from './setup.module.css';

export interface BudgetFieldsProps {
  readonly split: Split;
  readonly onChange: (split: Split) => void;
}

/** The budget N and its split N0/N1/…: one control whose parts always sum to N. */
export function BudgetFields({ split, onChange }: BudgetFieldsProps) {
  const budget = budgetOf(split);
  // A budget of 16 is a budget of 1 while it is being typed: the shape is kept from before.
  const [shape, setShape] = useState(split);
  const kept = withBudget(shape, budget).join('/') === split.join('/') ? shape : split;
  const reshape = (changed: Split): void => {
    setShape(changed);
    onChange(changed);
  };
  const layers = split.length - 1;
  return (
    <>
      <SizeFields
        {...{ budget, layers }}
        onBudget={(value) => {
          setShape(kept);
          onChange(withBudget(kept, value));
        }}
        onLayers={(value) => {
          reshape(withLayers(split, value));
        }}
      />
      <DraftsField
        split={split}
        onChange={(value) => {
          reshape(withPart(split, 0, value));
        }}
      />
      {layers > 1 && (
        <RefinementFields
          split={split}
          onPart={(part, count) => {
            reshape(withPart(split, part, count));
          }}
        />
      )}
    </>
  );
}

interface DraftsFieldProps {
  readonly split: Split;
  readonly onChange: (drafts: number) => void;
}

function DraftsField({ split, onChange }: DraftsFieldProps) {
  return (
    <RangeField
      label="Drafts N0"
      value={split[0] ?? 0}
      min={0}
      max={budgetOf(split)}
      step={1}
      valueText={split.join(' / ')}
      ends={['all refinements', 'all drafts: best-of-N']}
      onChange={onChange}
    />
  );
}

interface SizeFieldsProps {
  readonly budget: number;
  readonly layers: number;
  readonly onBudget: (budget: number) => void;
  readonly onLayers: (layers: number) => void;
}

function SizeFields({ budget, layers, onBudget, onLayers }: SizeFieldsProps) {
  return (
    <div className={styles.budget}>
      <NumberField
        label="Budget N"
        value={budget}
        min={1}
        max={MOST_BUDGET}
        step={1}
        onChange={onBudget}
      />
      <NumberField
        label="Refinement layers"
        value={layers}
        min={1}
        max={MOST_LAYERS}
        step={1}
        onChange={onLayers}
      />
    </div>
  );
}

interface RefinementFieldsProps {
  readonly split: Split;
  readonly onPart: (part: number, count: number) => void;
}

/** N1, N2 … of several layers. */
function RefinementFields({ split, onPart }: RefinementFieldsProps) {
  const budget = budgetOf(split);
  return (
    <div className={styles.pair}>
      {split.slice(1).map((count, position) => (
        <NumberField
          key={position}
          label={`Refinements N${String(position + 1)}`}
          value={count}
          min={0}
          max={budget}
          step={1}
          onChange={(value) => {
            onPart(position + 1, value);
          }}
        />
      ))}
    </div>
  );
}

function budgetOf(split: Split): number {
  return split.reduce((total, part) => total + part, 0);
}

export interface ArmFieldsProps {
  readonly arms: readonly ArmKind[];
  readonly controls: readonly ControlKind[];
  readonly onChange: (chosen: Pick<ArmFieldsProps, 'arms' | 'controls'>) => void;
}

const CONTROLS: readonly ControlKind[] = ['pick-longest', 'pick-at-random'];

/** Which arms to run, and which controls to read beside each arm's winner. */
export function ArmFields({ arms, controls, onChange }: ArmFieldsProps) {
  return (
    <CheckboxesField<ArmKind | ControlKind>
      legend="Arms to compare"
      className={styles.arms}
      choices={[...ARM_KINDS.map(armChoice), ...CONTROLS.map(controlChoice)]}
      chosen={[...arms, ...controls]}
      onChange={(chosen) => {
        onChange({
          arms: chosen.filter((each) => !isControl(each)),
          controls: chosen.filter(isControl),
        });
      }}
    />
  );
}

function armChoice(kind: ArmKind) {
  const { name, summary } = ARM_TRAITS[kind];
  return { value: kind, label: name, hint: summary, isShort: !FIRST_ARMS.includes(kind) };
}

function controlChoice(control: ControlKind) {
  const hint = 'Control over the same pool, without a scorer; costs nothing.';
  return { value: control, label: CONTROL_NAMES[control], hint, isShort: true };
}

function isControl(choice: ArmKind | ControlKind): choice is ControlKind {
  return choice in CONTROL_NAMES;
}
