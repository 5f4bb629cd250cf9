import {
  ARM_KINDS,
  ARM_TRAITS,
  CONTROL_NAMES,
  type ArmKind,
  type ControlKind,
} from '../../../core/index.ts';
import { CheckboxField } from '../../../ui/index.ts';
import styles from './setup.module.css';

export interface ArmFieldsProps {
  readonly arms: readonly ArmKind[];
  readonly controls: readonly ControlKind[];
  readonly onArms: (arms: readonly ArmKind[]) => void;
  readonly onControls: (controls: readonly ControlKind[]) => void;
}

const CONTROLS: readonly ControlKind[] = ['pick-longest', 'pick-at-random'];

/** Which arms to run, and which controls to read beside each arm's winner. */
export function ArmFields({ arms, controls, onArms, onControls }: ArmFieldsProps) {
  return (
    <fieldset className={styles.group}>
      <legend>Arms to compare</legend>
      {ARM_KINDS.map((kind) => (
        <CheckboxField
          key={kind}
          label={ARM_TRAITS[kind].name}
          hint={ARM_TRAITS[kind].summary}
          checked={arms.includes(kind)}
          onChange={(checked) => {
            onArms(toggled(arms, kind, checked));
          }}
        />
      ))}
      {CONTROLS.map((control) => (
        <CheckboxField
          key={control}
          label={CONTROL_NAMES[control]}
          hint="Control over the same pool, without a scorer; costs nothing."
          checked={controls.includes(control)}
          onChange={(checked) => {
            onControls(toggled(controls, control, checked));
          }}
        />
      ))}
    </fieldset>
  );
}

function toggled<Item>(items: readonly Item[], item: Item, present: boolean): readonly Item[] {
  const others = items.filter((other) => other !== item);
  return present ? [...others, item] : others;
}
