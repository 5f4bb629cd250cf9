import { useState } from 'react';

/** Whether something has been so since this was first drawn: what is fetched when it is first wanted stays then, to close in its own time. */
export function useEver(isNow: boolean): boolean {
  const [wasEver, setEver] = useState(isNow);
  if (isNow && !wasEver) setEver(true);
  return isNow || wasEver;
}
