import { type SyntheticEvent, useState } from 'react';

/** Of a `details`: whether it was ever open, and what it tells of its opening. For what is drawn, or fetched, once it is wanted. */
export function useOpened(isOpenAtFirst = false) {
  const [wasOpened, setOpened] = useState(isOpenAtFirst);
  const onToggle = ({ target, currentTarget }: SyntheticEvent<HTMLDetailsElement>): void => {
    if (target === currentTarget && currentTarget.open) setOpened(true);
  };
  return { wasOpened, onToggle };
}
