import { useRef } from 'react';
import {
  type SettingValues,
  type TextSetting,
  valueOf,
  withValue,
} from '../../../rewards/index.ts';
import { Button, TextField } from '../../../ui/index.ts';
import { PlaceKeyFields } from './place-key-fields.tsx';
import styles from './text-setting-field.module.css';

export interface TextSettingFieldProps {
  readonly field: TextSetting;
  readonly values: SettingValues;
  readonly onChange: (values: SettingValues) => void;
}

/** What is typed of a scorer; with the key of a server, where it is one's address. */
export function TextSettingField({ field, values, onChange }: TextSettingFieldProps) {
  const { setting, label, rows, back, problemOf, isPlace } = field;
  const text = valueOf(values, setting);
  const typedIn = useRef<HTMLDivElement>(null);
  const set = (edited: string): void => {
    onChange(withValue(values, setting, edited));
  };
  return (
    <>
      <div ref={typedIn} className={styles.typed}>
        <TextField {...{ label, rows }} value={text} problem={problemOf(text)} onChange={set} />
        {text !== setting.usual && (
          <Button
            onClick={() => {
              set(setting.usual);
              // The button goes with what it took back.
              typedIn.current?.querySelector<HTMLElement>('input, textarea')?.focus();
            }}
          >
            {back}
          </Button>
        )}
      </div>
      {isPlace && <PlaceKeyFields typed={text} />}
    </>
  );
}
