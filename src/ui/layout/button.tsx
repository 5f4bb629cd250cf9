import type { ComponentProps } from 'react';
import styles from './layout.module.css';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  /** `primary` for the one thing a screen is for, `quiet` for what stands beside text. */
  readonly look?: 'primary' | 'plain' | 'quiet';
}

export function Button({ look = 'plain', ...props }: ButtonProps) {
  const extra = look === 'plain' ? '' : (styles[look] ?? '');
  return <button type="button" className={`${styles.button ?? ''} ${extra}`} {...props} />;
}
