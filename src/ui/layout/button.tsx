import type { ComponentProps } from 'react';
import styles from './layout.module.css';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  /** `primary` for the one thing a screen is for, `small` in a row with text, `quiet` without an edge. */
  readonly look?: 'primary' | 'plain' | 'small' | 'quiet';
}

export function Button({ look = 'plain', ...props }: ButtonProps) {
  const extra = look === 'plain' ? '' : (styles[look] ?? '');
  return <button type="button" className={`${styles.button ?? ''} ${extra}`} {...props} />;
}
